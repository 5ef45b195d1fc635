import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readWorkbook, reckon } from '../../tests/support/read-workbook.ts';
import { date } from '../domain/basics/civil-date.ts';
import type { Workbook } from '../programmes/workbook.ts';
import { renderWorkbook } from './render-workbook.ts';
import { cellName } from './workbook-parts.ts';

const book = (numbers: readonly number[]): Workbook => ({
  template: 'test-1',
  title: '試し <書き> & "計算"',
  date: date('2026-05-10'),
  edition: '第1版',
  proof: '照合値 0',
  sheets: [
    {
      name: '一覧',
      widths: [20, 10, 20],
      head: 1,
      rows: [
        [
          { text: '名前', look: 'head' },
          { text: '数', look: 'head' },
          { text: '区記入欄', look: 'head' },
        ],
        ...numbers.map((number) => [{ text: '<見本> & 𠮷野' }, { number }, { open: true as const }]),
        [
          { text: '計', look: 'total' },
          {
            sum: numbers.reduce((sum, one) => sum + one, 0),
            over: { way: 'down', from: 2, to: numbers.length + 1 },
            look: 'total',
          },
        ],
      ],
    },
  ],
});

test('another reader finds the numbers, and a total that comes to the sum of its rows [DOC-14]', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 1, maxLength: 30 }),
      async (numbers) => {
        const [sheet] = readWorkbook(await renderWorkbook(book(numbers), true));
        assert.ok(sheet);
        const total = sheet.cells.get(`B${numbers.length + 2}`);
        assert.equal(total?.formula, `SUM(B2:B${numbers.length + 1})`);
        assert.equal(reckon(sheet, total.formula), Number(total.value));
        assert.deepEqual(
          numbers.map((_, at) => Number(sheet.cells.get(`B${at + 2}`)?.value)),
          numbers,
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('the head stays, totals are locked and only cells for the ward are open [DOC-14]', async () => {
  const bytes = await renderWorkbook(book([1, 2]), false);
  const [sheet] = readWorkbook(bytes);
  assert.ok(sheet);
  // A sheet's view belongs to a view of the book: without one some programs offer to repair the file.
  assert.match(sheet.xml, /<sheetView workbookViewId="0">/);
  assert.match(Buffer.from(bytes).toString(), /<bookViews><workbookView\/><\/bookViews><sheets>/);
  assert.match(sheet.xml, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
  assert.match(sheet.xml, /<sheetProtection sheet="1"/);
  assert.match(sheet.xml, /paperSize="9"/);
  const locked = (at: string) => sheet.cells.get(at)?.locked;
  assert.deepEqual(['A2', 'B2', 'B4', 'C2', 'C3'].map(locked), [true, true, true, false, false]);
});

test('the same workbook gives the same bytes whatever the zone of the machine [DOC-14]', async () => {
  const before = process.env['TZ'];
  const digests = [];
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'Pacific/Apia']) {
    process.env['TZ'] = zone;
    digests.push(
      createHash('sha256')
        .update(await renderWorkbook(book([1]), true))
        .digest('hex'),
    );
  }
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  assert.equal(new Set(digests).size, 1);
});

test('columns are named as a spreadsheet names them', () => {
  assert.deepEqual(
    [0, 25, 26, 51, 52, 701, 702].map((column) => cellName(column, 0)),
    ['A1', 'Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1'],
  );
});
