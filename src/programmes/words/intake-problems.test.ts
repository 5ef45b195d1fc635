import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileRefusalSentence, rowProblemSentence, rowProblemWords } from './intake-problems.ts';

test('every problem of a row says what is wrong and what to do, in whole sentences [CHI-8.1-3]', () => {
  for (const { fault, advice } of Object.values(rowProblemWords)) {
    assert.match(fault, /。$/);
    assert.match(advice, /。$/);
  }
});

test('no two problems of a row are told alike [CHI-8.1-3]', () => {
  const faults = Object.values(rowProblemWords).map(({ fault }) => fault);
  assert.equal(new Set(faults).size, faults.length);
});

test('a sentence names line, column and the other line [CHI-8.1-3]', () => {
  assert.equal(
    rowProblemSentence({ line: 12, column: '生年月日', code: 'blank' }),
    '12行目「生年月日」: 空欄です。区に確認してください。',
  );
  assert.equal(
    rowProblemSentence({ line: 12, column: '整理番号', code: 'number-repeated', otherLine: 30 }),
    '12行目「整理番号」: （30行目と）同じ整理番号で内容の違う行があります。どちらが正しいか、区に確認してください。',
  );
});

test('a refusal of a file names its numbers and columns [CHI-8.1-1]', () => {
  assert.equal(
    fileRefusalSentence({ type: 'columns-missing', columns: ['支援措置', '住所'] }),
    '必要な項目がありません: 支援措置、住所。見出しを直してもらってください。',
  );
  assert.match(
    fileRefusalSentence({ type: 'broken-byte', encoding: 'cp932', line: 3, byte: 12 }),
    /^3行目（先頭から12バイト目）に、CP932/,
  );
  assert.match(
    fileRefusalSentence({ type: 'several-files-inside', names: ['a.csv', 'b.csv'] }),
    /a\.csv、b\.csv/,
  );
  assert.match(fileRefusalSentence({ type: 'too-large', limit: 64 * 1024 * 1024 }), /64 MB/);
});
