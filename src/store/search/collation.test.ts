import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareKana } from './collation.ts';

const someKana = fc
  .array(fc.constantFrom('ア', 'ウ', 'ヴ', 'カ', 'ガ', 'シ', 'ジ', 'ハ', 'バ', 'パ', 'モ', 'ト', 'ン'), {
    maxLength: 5,
  })
  .map((letters) => letters.join(''));

test('ハジマ stands between ハシ and ハシモト, and an empty reading stands last', () => {
  const sorted = ['', 'ハシモト', 'ハジマ', 'バシ', 'ハシ', 'アベ'].toSorted(compareKana);
  assert.deepEqual(sorted, ['アベ', 'ハシ', 'バシ', 'ハジマ', 'ハシモト', '']);
});

test('readings are sorted as Japanese collation sorts them', () => {
  const oracle = new Intl.Collator('ja', { sensitivity: 'variant' });
  fc.assert(
    fc.property(someKana, someKana, (a, b) => {
      if (a === '' || b === '') return;
      assert.equal(Math.sign(compareKana(a, b)), Math.sign(oracle.compare(a, b)));
    }),
  );
});
