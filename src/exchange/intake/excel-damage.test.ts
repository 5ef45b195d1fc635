import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excelDamage, type CellKind, type ExcelDamage } from './excel-damage.ts';

const harm: readonly (readonly [CellKind, string, ExcelDamage | undefined])[] = [
  ['date', '46113', 'date-serial'],
  ['date', '5080901', undefined],
  ['date', '2026-09-01', undefined],
  ['reference', '1.23E+15', 'scientific-number'],
  ['reference', '1E5', undefined],
  ['reference', '2026/3/4', 'number-became-date'],
  ['reference', '26-00012', undefined],
  ['postcode', '060-0001', undefined],
  ['phone', '03-0000-0000', undefined],
  ['address', '3月4日', 'number-became-date'],
  ['address', '千代田区九段南3月4日', 'number-became-date'],
  ['address', '千代田区九段南３月４日', 'number-became-date'],
  ['address', '4-Mar', 'number-became-date'],
  ['address', '千代田区九段南3-4', undefined],
  ['address', '#REF!', 'excel-error'],
  ['name', '#N/A', 'excel-error'],
  ['name', '########', 'excel-overflow'],
  ['name', '見本 花子様', 'honorific'],
  ['name', '見本 花子殿', 'honorific'],
  ['kana', 'ミホン ハナコ サマ', 'honorific'],
  ['kana', 'アサマ ハナコ', undefined],
  ['name', '〃', 'ditto-mark'],
  ['words', '同上', 'ditto-mark'],
  ['words', '佐々木方に同居', undefined],
  ['count', '3月4日', 'number-became-date'],
];

test('each harm of a spreadsheet is told by its own code, a sound cell by none [CHI-8.1-3]', () => {
  for (const [kind, text, damage] of harm) assert.equal(excelDamage(text, kind), damage, `${kind} ${text}`);
});
