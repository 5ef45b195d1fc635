import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { OLD_FORMS, VARIANT_GROUPS } from './variants-data.ts';
import { foldVariants, withoutVariationSelectors } from './variants.ts';

/** domain.md 4.3, word for word; 塚 is U+FA10 and 塚. */
const GROUPS =
  '高髙 崎﨑嵜𥔎 辺邊邉 斎齋斉齊 浜濱濵 徳德 沢澤 広廣 桜櫻 国國 島嶋嶌 吉𠮷 富冨 峰峯 柳栁桺 桑桒 橋槗 館舘 鉄鐵 条條 塚\uFA10 麹麴 曽曾 竜龍 滝瀧 真眞 恵惠 静靜 関關 黒黑 鶴靏鸖 祇祗 藪薮 渕淵';

for (const group of GROUPS.split(' ')) {
  test(`${group} are one character in a key`, () => {
    const folded = new Set(Array.from(group, foldVariants));
    assert.equal(folded.size, 1);
    assert.ok(Array.from(group).length > 1);
  });
}

test('渡, 渉 and 度 are different names and stay three', () => {
  assert.equal(new Set(['渡', '渉', '度'].map(foldVariants)).size, 3);
});

test('埼 and 崎, 太 and 大, 阪 and 坂 stay apart', () => {
  for (const [one, other] of ['埼崎', '太大', '阪坂', '土士', '未末'].map((pair) => Array.from(pair))) {
    assert.notEqual(foldVariants(one ?? ''), foldVariants(other ?? ''));
  }
});

test('a variation selector makes no difference to a key: 葛, 辻 and 邉', () => {
  for (const name of ['葛\u{E0100}', '辻\u{E0101}', '邉\u{E0110}', '葛\uFE00']) {
    assert.equal(foldVariants(name), foldVariants(name.replace(/[\uFE00\u{E0100}-\u{E01EF}]/gu, '')));
  }
  assert.equal(withoutVariationSelectors('葛\u{E0100}城'), '葛城');
});

test('the 22 characters that NFKC changes are folded in keys', () => {
  assert.equal(foldVariants('\uFA12\uF929\uFA19\uFA1B\uF9DC\uFA26'), '晴朗神福隆都');
});

test('no character is in two groups, and the first of a group stands for itself', () => {
  const all = [...VARIANT_GROUPS, ...OLD_FORMS].flatMap((group) => Array.from(group));
  assert.deepEqual(
    all.filter((character, index) => all.indexOf(character) !== index),
    [],
  );
  for (const group of [...VARIANT_GROUPS, ...OLD_FORMS]) {
    const first = Array.from(group)[0] ?? '';
    assert.equal(foldVariants(first), first);
  }
});

test('a folded text stays as it is when it is folded again', () => {
  const characters = fc.constantFrom(...Array.from(GROUPS), 'ア', 'ｱ', 'Ａ', '\u{E0100}', '々');
  fc.assert(
    fc.property(fc.array(characters), (list) => {
      const once = foldVariants(list.join(''));
      assert.equal(foldVariants(once), once);
    }),
  );
});
