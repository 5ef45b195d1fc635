import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { kanjiNumerals, readKanjiNumber, writeKanjiNumber } from './kanji-number.ts';

for (const [kanji, count] of [
  ['一', 1],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['二十三', 23],
  ['百三', 103],
  ['二百十', 210],
  ['千', 1000],
  ['千五百二十四', 1524],
  ['三〇二', 302],
  ['二一', 21],
] as const) {
  test(`${kanji} is ${count}`, () => assert.equal(readKanjiNumber(kanji), count));
}

test('what is written in kanji is read as the same number', () => {
  fc.assert(fc.property(fc.nat(99_999), (count) => readKanjiNumber(writeKanjiNumber(count)) === count));
});

test('names of towns come to one form whether their numbers are digits or kanji', () => {
  assert.equal(kanjiNumerals('北12条西'), '北十二条西');
  assert.equal(kanjiNumerals('北一二条西'), '北十二条西');
  assert.equal(kanjiNumerals('千代田'), '千代田');
  assert.equal(kanjiNumerals('1番町'), '一番町');
});
