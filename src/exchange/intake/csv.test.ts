import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvRecords } from './csv.ts';

const LIMIT = 1000;

const cell = fc.string({
  unit: fc.constantFrom('a', '7', ' ', ',', '"', '\n', '\r\n', '髙', '𠮷', '　'),
  maxLength: 8,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });
const lineEnd = fc.constantFrom('\n', '\r\n');

function written(rows: readonly (readonly string[])[], end: string): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(quoted).join(',') + end).join('');
}

function inPieces(text: string, size: number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return pieces;
}

test('any table written as CSV is split as another parser splits it, whatever the pieces [CHI-8.1-3]', () => {
  fc.assert(
    fc.property(table, lineEnd, fc.integer({ min: 1, max: 40 }), (rows, end, size) => {
      const text = written(rows, end);
      const ours = [...csvRecords(inPieces(text, size), LIMIT)].map(({ cells }) => cells);
      const theirs: string[][] = parse(text, {
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
        skip_empty_lines: false,
      });
      assert.deepEqual(ours, theirs);
    }),
  );
});

test('the line of a record is where an editor shows its beginning, line feeds in cells counted [CHI-8.1-3]', () => {
  fc.assert(
    fc.property(table, lineEnd, (rows, end) => {
      const records = [...csvRecords([written(rows, end)], LIMIT)];
      const begins = rows.map((_, index) => written(rows.slice(0, index), end).split('\n').length);
      assert.deepEqual(
        records.map(({ line }) => line),
        begins,
      );
    }),
  );
});

test('a record without a line end is told apart, a blank line is kept [CHI-8.1-3]', () => {
  assert.deepEqual(
    [...csvRecords(['a,b\r\n\r\nc,', 'd'], LIMIT)],
    [
      { line: 1, cells: ['a', 'b'], ended: true },
      { line: 2, cells: [''], ended: true },
      { line: 3, cells: ['c', 'd'], ended: false },
    ],
  );
});

test('a quotation mark in the wrong place spoils its record and no other reading of it is tried [CHI-8.1-3]', () => {
  const spoiled = ['a,"b"c\n', 'a,b"c"\n', 'a,"b'];
  for (const text of spoiled) assert.equal([...csvRecords([text], LIMIT)][0]?.cells, undefined);
});

test('a quotation mark that is never closed stops at the limit instead of swallowing the file [CHI-8.1-3]', () => {
  const pieces = Array.from({ length: 1000 }, () => 'x,y\n'.repeat(100));
  const records = [...csvRecords(['a,b\n"', ...pieces], LIMIT)];
  assert.equal(records.length, 2);
  assert.deepEqual(records[1], { line: 2, cells: undefined, ended: true });
});
