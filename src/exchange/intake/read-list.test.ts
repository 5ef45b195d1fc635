import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asking, marks, readRows } from '../../../tests/support/read-ward-list.ts';
import { lockWith, target, wardFile } from '../../../tests/support/ward-file.ts';
import { readList, type ListRequest } from './read-list.ts';
import { encodeList, lockList } from './ward-file.ts';

/** The list as text, written without care for its form. */
async function readText(text: string, changes: Partial<ListRequest> = {}) {
  return readList(await lockList(Buffer.from(text), lockWith()), asking(changes));
}

test('the same number with other content refuses both lines, with the same content counts once [CHI-8.1-3]', async () => {
  const list = await readRows([
    target(1),
    target(2),
    target(1, { 氏名カナ: 'ミホン　ハルコ' }),
    target(3),
    target(3, { 生年月日: '1996-04-02' }),
    target(4),
  ]);
  assert.deepEqual(
    list.refused.map(({ line, problems }) => [line, problems[0]?.code, problems[0]?.otherLine]),
    [
      [2, 'number-repeated', 4],
      [4, 'number-repeated', 2],
    ],
  );
  assert.deepEqual(list.repeated, [{ line: 6, sameAs: 5 }]);
  assert.equal(list.rows.length + list.repeated.length + list.refused.length, list.rowCount);
});

test('numbers that lost their zeros beside padded ones are refused, unpadded lists are not [CHI-8.1-3]', async () => {
  const padded = await readRows([
    target(1, { 整理番号: '000123' }),
    target(2, { 整理番号: '124' }),
    target(3, { 整理番号: '000125' }),
  ]);
  assert.deepEqual(
    padded.refused.map(({ line, problems }) => [line, ...marks(problems)]),
    [[3, 'leading-zero-lost 整理番号']],
  );
  const plain = [target(1, { 整理番号: '9' }), target(2, { 整理番号: '10' })];
  assert.equal((await readRows(plain)).refused.length, 0);
  const settings = { ...asking().settings, referenceDigits: 2 };
  const told = await readRows(plain, { settings });
  assert.equal(told.refused.length, 1);
});

const header = Object.keys(target(1)).join(',');
const sound = (number: number) => Object.values(target(number)).join(',');

/** The table of traps, for whole files. Texts are locked as they stand. */
const fileTraps: readonly (readonly [trap: string, text: string, refusal: object])[] = [
  ['a header and nothing else', `${header}\r\n`, { type: 'no-rows' }],
  ['blank lines and nothing else', `${header}\r\n\r\n,,,\r\n`, { type: 'no-rows' }],
  [
    'no protection column',
    `${header.replace('支援措置', '支援')}\r\n${sound(1)}\r\n`,
    { type: 'columns-missing', columns: ['支援措置'] },
  ],
  ['a column twice', `${header},住所\r\n${sound(1)},x\r\n`, { type: 'columns-repeated', columns: ['住所'] }],
  ['tabs for commas', `${header.replaceAll(',', '\t')}\r\n`, { type: 'not-comma-separated' }],
  ['line ends of an old Macintosh', `${header}\r${sound(1)}\r`, { type: 'line-ends-unknown' }],
  [
    'a last row that was cut off',
    `${header}\r\n${sound(1)}\r\n26-00002,見本`,
    { type: 'half-file', line: 3 },
  ],
  ['a cell that was cut off', `${header}\r\n${sound(1)}\r\n26-00002,"見本`, { type: 'half-file', line: 3 }],
  ['a lost quotation mark', `${header}\r\n${sound(1)}\r\na,"b"c\r\n`, { type: 'quote-broken', line: 3 }],
  ['a NUL byte', `${header}\r\n${sound(1)}\0\r\n`, { type: 'nul-byte', line: 2 }],
];

for (const [trap, text, refusal] of fileTraps) {
  test(`a file with ${trap} is refused as a whole [CHI-8.1-1]`, async () => {
    assert.deepEqual(await readText(text), { ok: false, error: refusal });
  });
}

test('a file of which more than half is refused is refused as a whole, with its reasons [CHI-8.1-3]', async () => {
  const bad = (number: number) => target(number, { 住所: '' });
  const half = await readRows([target(1), bad(2)]);
  assert.equal(half.refused.length, 1);
  const more = await readList(await wardFile([target(1), bad(2), bad(3)]), asking());
  assert.ok(!more.ok);
  assert.ok(more.error.type === 'too-many-refused');
  assert.equal(more.error.rows, 3);
  assert.deepEqual(
    more.error.refused.map(({ line }) => line),
    [3, 4],
  );
});

test('what is no woman is told apart: totals, a second header, blank and short lines [CHI-8.1-3]', async () => {
  const blank = ','.repeat(header.split(',').length - 1);
  const lines = [header, sound(1), '', sound(2), header, '1,2,3', blank, sound(3), sound(4), '合計,4件', ''];
  const read = await readText(lines.join('\r\n'), { handedOver: 5 });
  assert.ok(read.ok);
  assert.deepEqual(read.value.blankLines, [3, 7]);
  assert.deepEqual(
    read.value.refused.map(({ line, problems }) => [line, ...marks(problems)]),
    [
      [5, 'header-repeated'],
      [6, 'cell-count'],
      [10, 'total-row'],
    ],
  );
  assert.equal(read.value.rowCount, 7);
});

test('lines are those of the file: line feeds in cells and blank lines count [CHI-8.1-3]', async () => {
  const text = [header, sound(1).replace(/,$/, ',"備考\r\n二行目"'), '', sound(2).replace('102-0074', '')];
  const read = await readText([...text, sound(3), ''].join('\r\n'));
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.refused.map(({ line }) => line),
    [5],
  );
});

test('columns may stand in any order, with spaces and half-width letters in their names [AMB-45]', async () => {
  const columns = Object.keys(target(1)).toReversed();
  const names = columns.map((name) => (name === '氏名カナ' ? '氏名ｶﾅ' : ` ${name}　`));
  const cells = columns.map((name) => target(1)[name]);
  const read = await readText(`\uFEFF${names.join(',')}\n${cells.join(',')}\n`);
  assert.ok(read.ok);
  assert.equal(read.value.rows[0]?.row.reference, '26-00001');
});

test('a last row without line end is taken with a question: its last cell may have been longer [CHI-8.1-3]', async () => {
  const read = await readText(`${header}\r\n${sound(1)}\r\n${sound(2)}途中`);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.rows.map(({ questions }) => marks(questions)),
    [[], ['last-line-unended']],
  );
});

test('a list that is not as long as the hand-over says is refused [CHI-8.1-2]', async () => {
  const bytes = await wardFile([target(1), target(2)]);
  assert.deepEqual(await readList(bytes, asking({ handedOver: 3 })), {
    ok: false,
    error: { type: 'row-count-differs', expected: 3, found: 2 },
  });
  assert.ok((await readList(bytes, asking({ handedOver: 2 }))).ok);
});

test('the list is known by the hash of the file as received, its lock and its encoding [CHI-8.1-1]', async () => {
  const bytes = await wardFile([target(1)], { lock: { kind: 'zip-crypto' } });
  const read = await readList(bytes, asking());
  assert.ok(read.ok);
  assert.equal(read.value.sha256, createHash('sha256').update(bytes).digest('hex'));
  assert.equal(read.value.container, 'zip-crypto');
  assert.equal(read.value.encoding, 'cp932');
});

const three = [target(1), target(2, { 備考: '"引用", 改行\r\nあり' }), target(3)];

test('a list cut anywhere is refused, asked about, or whole rows are missing and the count shows it [CHI-8.1-2]', async () => {
  const columns = Object.keys(target(1));
  const encoded = encodeList({
    columns,
    rows: three.map((row) => columns.map((name) => row[name] ?? '')),
    encoding: 'cp932',
  });
  assert.ok(encoded.ok);
  const bytes = encoded.value;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (end) => {
      const locked = await lockList(bytes.subarray(0, end), lockWith());
      assert.ok(!(await readList(locked, asking({ handedOver: 3 }))).ok || end >= bytes.length - 2);
      const read = await readList(locked, asking());
      if (!read.ok) return;
      const cutInside = bytes[end - 1] !== 0x0a;
      const last = read.value.rows.find(({ line }) => line === lastLine(bytes.subarray(0, end)));
      assert.ok(!cutInside || last === undefined || marks(last.questions).includes('last-line-unended'));
    }),
    { numRuns: 80 },
  );
});

/** Line in which the last record of this list begins: the second row holds one line feed. */
function lastLine(bytes: Uint8Array): number {
  const feeds = bytes.filter((byte) => byte === 0x0a).length;
  return feeds === 3 ? 3 : feeds + 1;
}

test('no garbage in any cell throws; every row is accepted or refused, never both, never lost [CHI-8.1-3]', async () => {
  const columns = [...Object.keys(target(1)), '送付先区分', '送付先住所', '対象区分', '区指定範囲', '住定日'];
  const garbage = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '1', '0', '2026-08-01', '#N/A', '46113', '\uE000', '様', '__proto__', 'constructor'),
    fc.string({ unit: 'binary', maxLength: 6 }).filter((text) => !text.includes('\0')),
  );
  const spoiled = fc.dictionary(fc.constantFrom(...columns), garbage, { maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(spoiled, { minLength: 1, maxLength: 6 }), async (changes) => {
      const rows = changes.map((each, index) => target(index + 1, each));
      const read = await readList(await wardFile(rows, { columns, encoding: 'utf-8' }), asking());
      if (!read.ok) return assert.ok(read.error.type.length > 0);
      const { value } = read;
      const lines = [...value.rows, ...value.repeated, ...value.refused].map(({ line }) => line);
      assert.equal(new Set(lines).size, value.rowCount);
      assert.equal(lines.length, value.rowCount);
      assert.equal(value.rowCount + value.blankLines.length, rows.length);
    }),
    { numRuns: 150 },
  );
});

test('no problem that is reported carries what stood in the cell [CHI-8.1-3]', async () => {
  const secret = 'ヒミツ秘密42';
  const rows = Object.keys(target(1)).map((column, index) => target(index + 1, { [column]: secret }));
  const read = await readList(await wardFile(rows), asking());
  const reported = read.ok
    ? [
        ...read.value.refused.map(({ problems }) => problems),
        ...read.value.rows.map(({ questions }) => questions),
      ]
    : [read.error.type === 'too-many-refused' ? read.error.refused.map(({ problems }) => problems) : []];
  assert.ok(reported.flat(2).length > 5);
  assert.ok(!JSON.stringify(reported).includes('秘密'));
});
