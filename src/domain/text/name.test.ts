import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { nameKey, nameMatches, sameNameGroups, type Named } from './name.ts';

const SAME: readonly (readonly [string, string])[] = [
  ['髙橋　花子', '高橋花子'],
  ['渡邉 さくら', '渡辺さくら'],
  ['山﨑花子', '山嵜 花子'],
  ['佐々木 葵', '佐佐木葵'],
  ['𠮷田花子', '吉田 花子'],
  ['葛\u{E0100}城花', '葛城 花'],
  ['齊藤花子様', '斎藤花子'],
  ['ｸﾞｴﾝ･ﾃｨ･ｱﾝ', 'グエン ティ アン'],
  ['NGUYEN THI AN', 'ｎｇｕｙｅｎ　ｔｈｉ　ａｎ'],
  ['Nguyễn Thị An', 'NGUYEN  THI AN'],
  ['Đặng Thu', 'DANG THU'],
  ['SMITH, ANNE-MARIE', 'Smith Anne Marie'],
  ["O'NEILL KATE", 'O’Neill Kate'],
  ['三ヶ島花', '三ケ島花'],
];
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['渡部花子', '渡辺花子'],
  ['NGUYEN THI AN', 'AN THI NGUYEN'],
  ['AN NA', 'ANNA'],
  ['さくら', 'サクラ'],
  ['山田花子', '山田花'],
];

for (const [one, other] of SAME) {
  test(`${one} and ${other} are one name in a search`, () => assert.equal(nameKey(one), nameKey(other)));
}
for (const [one, other] of DIFFERENT) {
  test(`${one} and ${other} stay two names`, () => assert.notEqual(nameKey(one), nameKey(other)));
}

test('a name key is its own key', () => {
  const signs = fc.constantFrom(...Array.from("髙山々花子様ｶﾞガ・ー-, 'ABéĐ邉\u{E0100}ヶ　"));
  fc.assert(
    fc.property(fc.array(signs), (list) => {
      const key = nameKey(list.join(''));
      assert.equal(nameKey(key), key);
    }),
  );
});

const person = (name: string, kana: string, otherNames: readonly string[] = []): Named => ({
  name,
  kana,
  otherNames,
});

test('two people match by reading, by writing or by another name, and not by nothing', () => {
  assert.ok(nameMatches(person('髙橋花', 'タカハシ ハナ'), person('高橋華', 'ﾀｶﾊｼﾊﾅ')));
  assert.ok(nameMatches(person('神戸愛', 'カンベ アイ'), person('神戸愛', 'ゴウド マナ')));
  assert.ok(
    nameMatches(person('GARCIA ANA', 'ガルシア アナ', ['山田アナ']), person('山田 アナ', 'ヤマダ アナ')),
  );
  assert.ok(!nameMatches(person('山崎花', 'ヤマサキ ハナ'), person('山田花', 'ヤマダ ハナ')));
  assert.ok(!nameMatches(person('', ''), person('', '')));
});

test('people whose names coincide stand in one group, also through a third', () => {
  const people = [
    person('髙橋花', 'タカハシ ハナ'),
    person('佐藤葵', 'サトウ アオイ'),
    person('高橋花', 'コウハシ ハナ'),
    person('高橋波奈', 'コウハシ ハナ'),
  ];
  assert.deepEqual(sameNameGroups(people), [[people[0], people[2], people[3]]]);
});

test('a person who joins two groups makes them one, in the order given', () => {
  const people = [
    person('青木花', 'アオキ ハナ'),
    person('青木華', 'アオキ ハル'),
    person('青木花', 'アオキ ハル'),
  ];
  assert.deepEqual(sameNameGroups(people), [people]);
  assert.deepEqual(sameNameGroups(people.slice(0, 2)), []);
});
