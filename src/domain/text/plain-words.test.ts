import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutWords, plainWords } from './plain-words.ts';

test('words as people write them stay as they are, in every language of the portal', () => {
  for (const words of [
    '段差があります。猫が2匹います。\n玄関は裏です',
    '髙橋 﨑 𠮷野 葛󠄀城',
    '我对花粉过敏',
    '알레르기가 있어요',
    "I'd like to ask – is “that” OK? 50 %",
    '👩‍👩‍👧 ❤️ 👍🏽',
    'क्‍ष می‌خواهم',
  ]) {
    assert.equal(plainWords(words), words);
  }
});

test('what turns or hides words is taken out, and every line end is one [CHI-8.16-1]', () => {
  assert.equal(plainWords('振込先\u202E4321\u202C は\u2066x\u2069\u200F\u061C'), '振込先4321 はx');
  assert.equal(
    plainWords('a\u0000b\u0007c\u001B[31md\u007F\u009B\uFEFF\u200B\u2060\u00AD\u{E0041}e'),
    'abc[31mde',
  );
  assert.equal(plainWords('一\r\n二\r三\u2028四\u0085五\t六'), '一\n二\n三\n四\n五 六');
  assert.equal(plainWords('a\uD800b\uDC00c😀'), 'abc😀');
});

test('whatever is typed, cleaned twice it is the same, and what is cut is whole signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, most) => {
      const clean = plainWords(text);
      assert.equal(plainWords(clean), clean);
      assert.ok(clean.isWellFormed());
      const cut = cutWords(clean, most);
      assert.ok(
        cut.isWellFormed() && cut.length <= most && clean.startsWith(cut) && clean.length - cut.length >= 0,
      );
      assert.ok(most >= clean.length ? cut === clean : cut.length >= most - 1);
    }),
  );
});
