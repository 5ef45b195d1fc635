import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personalCode } from './personal-code.ts';
import { isHersAlone, readSheetCode } from './sheet-code.ts';

test('the code of a sheet is read in any width and with any dashes, and no other word is one [CHI-8.1-7]', () => {
  assert.equal(readSheetCode('ab23-cd45 ef67'), 'AB23CD45EF67');
  assert.equal(readSheetCode('AB23CD45EF67\n'), 'AB23CD45EF67');
  assert.equal(readSheetCode('AB23CD45EF6'), undefined);
  // Neither 0 and O nor 1 and I are among its signs.
  assert.equal(readSheetCode('AB23CD45EF60'), undefined);
  assert.equal(readSheetCode('サガシダ ハナ'), undefined);
});

test('the code of a woman and the address in its square are hers alone, read rightly or not; a number of ours is not [SEC-1-2]', () => {
  const code = personalCode(Array.from({ length: 19 }, (_, at) => at));
  assert.ok(isHersAlone(code));
  assert.ok(isHersAlone(code.toLowerCase().replaceAll('-', ' ')));
  assert.ok(isHersAlone(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`));
  assert.ok(isHersAlone(`https://portal.example/#${code}`));
  for (const other of ['AB23CD45EF67', '131-12-38385-2', 'case_b2qjx3f929eepf3hpjrk', '探田 花'])
    assert.ok(!isHersAlone(other), other);
});
