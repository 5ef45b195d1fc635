import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  correctedMonth,
  resultsTold,
  toldMonth,
  toldMonths,
  toldYear,
} from '../../../../tests/support/office-told.ts';
import { readWorkbook, reckon } from '../../../../tests/support/read-workbook.ts';
import { date } from '../../../domain/basics/civil-date.ts';
import type { YearMonth } from '../../../domain/basics/year-month.ts';
import { renderWorkbook } from '../../../print/render-workbook.ts';
import type { Cell, Paper, TableBlock } from '../../paper.ts';
import { applicationReport } from './application-report.ts';
import { monthReport } from './month-report.ts';
import { numberOf, numberOver, REPORT_NUMBERS } from './report-items.ts';
import { monthWorkbook, yearWorkbook } from './report-workbook.ts';
import { resultsTable } from './results-table.ts';
import { resultsWorkbook } from './results-workbook.ts';
import { yearReport } from './year-report.ts';

const digest = 'ab'.repeat(32);
const tables = (paper: Paper): readonly TableBlock[] =>
  paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const said = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : (cell?.text ?? ''));
const amount = (cell: Cell | undefined) => Number(said(cell).replaceAll(',', '').replace('△', '-'));

const january = {
  report: correctedMonth('2027-01' as YearMonth),
  earlier: toldMonths(9),
  digest,
  on: date('2027-02-08'),
};

test('the first page has all ten items with month, total and plan [DOC-14, CHI-9.1-4 to 9.1-13]', () => {
  const [first] = tables(monthReport(january));
  const items = first?.rows.map((row) => said(row[0])).filter((item) => item !== '');
  assert.deepEqual(items, ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩']);
  const visits = first?.rows.find((row) => said(row[1]) === '見守り訪問(自宅)');
  // 30 + 33 + … + 54 in nine months, 40 in January, and one more that May had reported too few.
  assert.deepEqual(visits?.slice(2).map(said), ['40', '419', '700', '59%']);
});

test('a month without a survey says so instead of leaving item 10 out [AMB-42]', () => {
  const report = toldMonth('2026-04' as YearMonth);
  const paper = monthReport({ report, earlier: [], digest, on: date('2026-05-08') });
  assert.equal(said(tables(paper)[0]?.rows.at(-1)?.[2]), '実施なし');
});

test('in the months side by side every total is the sum of its row with its correction [CHI-9.2-1]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), (count) => {
      const paper = monthReport({ ...january, earlier: toldMonths(count) });
      const table = tables(paper).find(({ columns }) => columns.at(-1)?.head === '計');
      assert.ok(table);
      for (const row of table.rows) {
        if (said(row.at(-1)) === '―') continue;
        const numbers = row.slice(1, -1).map(amount);
        assert.equal(
          amount(row.at(-1)),
          numbers.reduce((sum, number) => sum + number, 0),
        );
      }
    }),
    { numRuns: 11 },
  );
});

test('workbooks of month and year hold the numbers of the papers and sums that come out [DOC-14, DOC-15]', async () => {
  const months = toldMonths(12);
  const year = { report: toldYear(months), months, digest, on: date('2027-03-31') };
  for (const book of [monthWorkbook(january), yearWorkbook(year)]) {
    const [items, byMonth] = readWorkbook(await renderWorkbook(book, true));
    assert.ok(items && byMonth);
    assert.equal(items.name, '報告10項目');
    const sums = [...byMonth.cells.values()].filter(({ formula }) => formula !== undefined);
    assert.equal(sums.length, REPORT_NUMBERS.filter(({ standing }) => !standing).length);
    for (const { formula = '', value } of sums) assert.equal(reckon(byMonth, formula), Number(value));
  }
  const [items] = readWorkbook(await renderWorkbook(monthWorkbook(january), true));
  REPORT_NUMBERS.forEach((number, at) => {
    assert.equal(items?.cells.get(`C${at + 3}`)?.value, String(numberOf(january.report.items, number)));
  });
  assert.match(JSON.stringify(yearReport(year).blocks), /2027年3月|令和9年3月/);
});

test('the results table counts its rows, prints no erased name and no page without consent [DOC-14, AMB-12]', async () => {
  const [attempts, pages] = tables(resultsTable(resultsTold));
  assert.ok(attempts && pages);
  const done = attempts.rows.filter((row) => said(row.at(-1)) === '実施').length;
  assert.match(said(attempts.totals?.[0]?.[1]), new RegExp(`^34人\\(うち消去済み 1人\\) 実施 ${done}件`));
  assert.equal(attempts.rows.filter((row) => said(row[2]) === '消去済み').length, 1);
  assert.equal(pages.rows.length, resultsTold.women.filter(({ page }) => page !== null).length);
  const [sheet] = readWorkbook(await renderWorkbook(resultsWorkbook(resultsTold), true));
  assert.ok(sheet);
  const sums = [...sheet.cells.values()].flatMap(({ formula, value }) =>
    formula === undefined ? [] : [{ formula, value: Number(value) }],
  );
  for (const { formula, value } of sums) assert.equal(reckon(sheet, formula), value);
  assert.equal((sums[0]?.value ?? 0) + (sums[1]?.value ?? 0), done);
});

test('the application report adds up what came in by each way and agrees with the monthly report [DOC-13, CHI-8.2-4]', () => {
  const late = { month: '2026-05' as YearMonth, from: 29, to: 31, reason: 'recorded-late' };
  const corrections = [
    { ...late, item: 'applications.received.phone' },
    { ...late, item: 'applications.confirmed' },
  ];
  const months = [...toldMonths(3), { ...toldMonth('2026-07' as YearMonth), corrections }];
  const [table] = tables(applicationReport({ months, digest, on: date('2026-08-07') }));
  const [corrected, totals] = table?.totals ?? [];
  assert.ok(table && corrected && totals);
  assert.deepEqual(corrected.slice(1).map(said), ['0', '2', '0', '2', '2', '0', '0', '0', '―']);
  const inReport = ['申込みの受付', 'うち電話', '確定'].map((label) => {
    const number = REPORT_NUMBERS.find((one) => one.label === label);
    return number && numberOver(months, number);
  });
  assert.deepEqual([totals[4], totals[2], totals[5]].map(amount), inReport);
  for (const column of [1, 2, 3, 4, 5, 6, 7, 8]) {
    assert.equal(
      amount(totals[column]),
      table.rows.reduce((sum, row) => sum + amount(row[column]), amount(corrected[column])),
    );
  }
  for (const row of table.rows)
    assert.equal(amount(row[4]), amount(row[1]) + amount(row[2]) + amount(row[3]));
});

test('a correction of a month is added to the total once [CHI-9.1-2]', () => {
  const visits = REPORT_NUMBERS.find(({ label }) => label === '見守り訪問(自宅)');
  assert.ok(visits);
  const plain = toldMonth('2027-01' as YearMonth);
  assert.equal(numberOver([correctedMonth('2027-01' as YearMonth)], visits) - numberOver([plain], visits), 1);
});
