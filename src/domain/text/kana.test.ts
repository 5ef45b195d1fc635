import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { kanaKey } from './kana.ts';

const SAME: readonly (readonly [string, string])[] = [
  ['ﾔﾏｻﾞｷ ﾊﾅｺ', 'ヤマザキ　ハナコ'],
  ['ｷﾖｳｺ', 'キョウコ'],
  ['チヅル', 'チズル'],
  ['ミヅキ', 'みずき'],
  ['ｼﾞﾕﾝｺ', 'ジュンコ'],
  ['さーら', 'サラ'],
  ['か゛', 'ガ'],
  ['ヲノ', 'オノ'],
  ['ヰワ ヱミ', 'イワ・エミ'],
  ["O'Brien, Ann-Marie", 'ＯＢＲＩＥＮ ａｎｎ ｍａｒｉｅ'],
];
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['ヤマサキ', 'ヤマザキ'],
  ['オオノ', 'オウノ'],
  ['Nguyen Thi An', 'グエン ティ アン'],
  ['ハナコ', 'パナコ'],
];

for (const [one, other] of SAME) {
  test(`${one} and ${other} are searched under one kana key`, () => {
    assert.equal(kanaKey(one), kanaKey(other));
  });
}

for (const [one, other] of DIFFERENT) {
  test(`${one} and ${other} keep different kana keys`, () => {
    assert.notEqual(kanaKey(one), kanaKey(other));
  });
}

test('the kana key is katakana in large letters without marks', () => {
  assert.equal(kanaKey('ｼﾞｮｰｼﾞ ﾌｧｰﾋﾞｬ'), 'ジヨジフアビヤ');
});

const katakana = fc
  .array(fc.integer({ min: 0x30a1, max: 0x30f6 }), { maxLength: 20 })
  .map((points) => String.fromCharCode(...points));

test('a key is its own key', () => {
  fc.assert(fc.property(katakana, (text) => kanaKey(kanaKey(text)) === kanaKey(text)));
});

test('hiragana and katakana, blanks and long vowel marks make no difference to the key', () => {
  fc.assert(
    fc.property(
      katakana,
      fc.nat(20),
      fc.constantFrom(' ', '　', 'ー', '・', '-', '－', '−'),
      (text, at, sign) => {
        const hiragana = text.replace(/[\u30A1-\u30F6]/g, (kana) =>
          String.fromCharCode(kana.charCodeAt(0) - 0x60),
        );
        const spread = `${hiragana.slice(0, at)}${sign}${hiragana.slice(at)}`;
        assert.equal(kanaKey(spread), kanaKey(text));
      },
    ),
  );
});
