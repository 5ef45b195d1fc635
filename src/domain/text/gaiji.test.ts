import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { gaijiIn } from './gaiji.ts';

test('a private-use character is found with its place and code [AMB-45]', () => {
  assert.deepEqual(gaijiIn('山\uE000花'), [{ at: 2, code: 'U+E000', kind: 'private-use' }]);
  assert.deepEqual(gaijiIn('𠮷\u{F0001}'), [{ at: 2, code: 'U+F0001', kind: 'private-use' }]);
});

test('every user-defined code of CP932 decodes to something that is found [AMB-45]', () => {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  for (let lead = 0xf0; lead <= 0xf9; lead += 1) {
    for (const trail of [0x40, 0x7e, 0x80, 0xfc]) {
      const [found] = gaijiIn(decoder.decode(Uint8Array.of(lead, trail)));
      assert.equal(found?.kind, 'private-use');
    }
  }
});

test('a lost character, control characters and broken halves are found [AMB-45]', () => {
  assert.deepEqual(
    gaijiIn('\uFFFDa\u0000\n\u0085\uD842\uFFFF\u200B').map((one) => [one.at, one.kind]),
    [
      [1, 'replacement'],
      [3, 'control'],
      [4, 'control'],
      [5, 'control'],
      [6, 'broken'],
      [7, 'broken'],
      [8, 'invisible'],
    ],
  );
});

test('names that Windows and the family register write are left in peace [AMB-45]', () => {
  assert.deepEqual(gaijiIn('髙﨑德濵栁邉邊齋齊斎斉靑淸 𠮷 㐂 葛\u{E0100} 〜－−ｶﾞ Đặng O’N'), []);
});

test('the places count characters, not halves of them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('𠮷', '山', 'a')), (before) => {
      assert.equal(gaijiIn(`${before.join('')}\uE001`)[0]?.at, before.length + 1);
    }),
  );
});
