import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { ConditionPage, ResultLine } from '../../domain/reports/report-line.ts';
import type { AnnualReport, MonthReport, ReportSupplement } from '../../domain/reports/report.ts';
import type { By } from '../../gate/gate.ts';
import { renderWorkbook } from '../../print/render-workbook.ts';
import type { ProgrammePapers, WomanTold } from '../../programmes/programme-papers.ts';
import type { Paper } from '../../programmes/paper.ts';
import type { Workbook } from '../../programmes/workbook.ts';
import { paperFiles, type NoPaper, type OfficeDoor, type PaperFile } from './paper-files.ts';

/** Which report: of a month in its last or a named edition, or of the year as a whole. */
export type WhichReport =
  | { readonly month: YearMonth; readonly edition?: number; readonly without?: 'names' }
  | { readonly year: number; readonly edition?: number };

type Named = readonly [name: string, paper: Paper];

type Row = {
  readonly period: string;
  readonly edition: number;
  readonly closedAt: Instant | null;
  readonly digest: string;
};
type Shown = {
  readonly report: MonthReport | ReportSupplement | AnnualReport;
  readonly digest: string;
  readonly proven: boolean;
};

/** Reports that were read before, by digest: a year's papers need every month many times. */
export type ReportsRead = Map<string, Shown>;

/**
 * The papers of a closed month (DOC-13, DOC-14) or of the year (DOC-15): PDF and workbook, and of a month the results
 * table with names, for which the reading is recorded by `report.lines`. They are dated with the closing, not with the
 * day on which they are printed: a closed month gives the same bytes for ever (CHI-9.1-2), until somebody is erased.
 * `without: 'names'` leaves the results table out, for the auditor, who sees no names.
 */
export async function reportPapers(
  door: OfficeDoor,
  which: WhichReport,
  by: By,
  read: ReportsRead = new Map(),
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const { papers, id } = door.programme;
  if (!papers) return err({ type: 'no-papers', programme: id });
  const listed = await door.ask('report.months', {}, by);
  if (!listed.ok) return err({ type: 'refused', refusal: listed.error });
  const reader: Reader = { door, by, read, rows: listed.value as readonly Row[] };
  return 'year' in which ? yearPapers(reader, papers, which) : monthPapers(reader, papers, which);
}

type Reader = {
  readonly door: OfficeDoor;
  readonly by: By;
  readonly read: ReportsRead;
  readonly rows: readonly Row[];
};

async function monthPapers(
  reader: Reader,
  papers: ProgrammePapers,
  { month, edition, without }: Extract<WhichReport, { readonly month: YearMonth }>,
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const row = reader.rows.findLast(
    (one) => one.period === month && (edition === undefined || one.edition === edition),
  );
  if (!row?.closedAt) return err({ type: 'not-found', id: month });
  const on = dayOfInstant(row.closedAt);
  const shown = await showReport(reader, row);
  if (!shown.ok) return shown;
  const { report, digest } = shown.value;
  const women = without ? ok(undefined) : await womenTold(reader, row);
  if (!women.ok) return women;
  const results =
    women.value === undefined ? [] : [{ month, edition: row.edition, digest, on, women: women.value }];
  if ('supplement' in report) {
    const name = `report-${month}-supplement-${report.supplement}`;
    // A table without a line would read as if nobody had been visited in that month.
    const changed = results.flatMap((one) =>
      one.women.length === 0 ? [] : [{ ...one, supplement: report.supplement }],
    );
    return withBooks(
      reader,
      await paperFiles(reader.door, [
        [name, papers.supplement({ supplement: report, digest })],
        ...changed.map((one): Named => [`${name}-results`, papers.results(one)]),
      ]),
      changed.map((one) => [`${name}-results`, papers.resultsBook(one)]),
    );
  }
  const earlier = await monthsBefore(reader, month);
  if (!earlier.ok) return earlier;
  const own = report as MonthReport;
  const told = { report: own, earlier: earlier.value, digest, on };
  return withBooks(
    reader,
    await paperFiles(reader.door, [
      [`report-${month}`, papers.month(told)],
      [`applications-${month}`, papers.applications({ months: [...earlier.value, own], digest, on })],
      ...results.map((one): Named => [`results-${month}`, papers.results(one)]),
    ]),
    [
      [`report-${month}`, papers.monthBook(told)],
      ...results.map((one): readonly [string, Workbook] => [`results-${month}`, papers.resultsBook(one)]),
    ],
  );
}

async function yearPapers(
  reader: Reader,
  papers: ProgrammePapers,
  { year, edition }: { readonly year: number; readonly edition?: number },
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const asked = { month: `${year}`, ...(edition === undefined ? {} : { edition }) };
  const answer = await reader.door.ask('report.show', asked, reader.by);
  if (!answer.ok) return err({ type: 'refused', refusal: answer.error });
  const shown = answer.value as Shown | null;
  if (!shown) return err({ type: 'not-found', id: `${year}` });
  if (!shown.proven) return err({ type: 'not-proven', id: `${year}` });
  const report = shown.report as AnnualReport;
  const months = await monthsOf(
    reader,
    report.months.flatMap(
      (of) => reader.rows.find((row) => row.period === of.month && row.edition === of.edition) ?? [],
    ),
  );
  if (!months.ok) return months;
  // The annual report is due, and dated, on the last day of the contract (CHI-9.2-1).
  const on: CivilDate = reader.door.programme.rules.contract.to;
  const told = { report, months: months.value, digest: shown.digest, on };
  const name = `report-${year}`;
  return withBooks(reader, await paperFiles(reader.door, [[name, papers.year(told)]]), [
    [name, papers.yearBook(told)],
  ]);
}

/** The closed months before one, each in its last edition. */
async function monthsBefore(
  reader: Reader,
  month: YearMonth,
): Promise<Result<readonly MonthReport[], NoPaper>> {
  const before = reader.rows.filter(({ period, closedAt }) => closedAt !== null && period < month);
  return monthsOf(
    reader,
    before.filter((row, at) => before[at + 1]?.period !== row.period),
  );
}

/**
 * Reports in the order of their rows, of each month the last edition: one that the ward sent back was replaced. What
 * supplements tell is added to the corrections of their month.
 */
async function monthsOf(
  reader: Reader,
  rows: readonly Row[],
): Promise<Result<readonly MonthReport[], NoPaper>> {
  const months: MonthReport[] = [];
  for (const row of rows) {
    const shown = await showReport(reader, row);
    if (!shown.ok) return shown;
    const report = shown.value.report as MonthReport | ReportSupplement;
    const last = months.at(-1);
    if (!('supplement' in report)) {
      if (last?.month === report.month) months.pop();
      months.push(report);
    } else if (last) {
      months[months.length - 1] = { ...last, corrections: [...last.corrections, ...report.corrections] };
    }
  }
  return ok(months);
}

async function showReport(
  { door, by, read }: Reader,
  { period, edition, digest }: Row,
): Promise<Result<Shown, NoPaper>> {
  const known = read.get(digest);
  if (known) return ok(known);
  const answer = await door.ask('report.show', { month: period, edition }, by);
  if (!answer.ok) return err({ type: 'refused', refusal: answer.error });
  const shown = answer.value as Shown | null;
  if (!shown) return err({ type: 'not-found', id: period });
  if (!shown.proven) return err({ type: 'not-proven', id: period });
  read.set(digest, shown);
  return ok(shown);
}

type ShownLine = {
  readonly case: string;
  readonly state: 'proven' | 'differs' | 'erased';
  readonly row?: ResultLine;
  readonly page?: ConditionPage | null;
};

async function womenTold(
  { door, by }: Reader,
  { period, edition }: Row,
): Promise<Result<readonly WomanTold[], NoPaper>> {
  const answer = await door.ask('report.lines', { month: period, edition }, by);
  if (!answer.ok) return err({ type: 'refused', refusal: answer.error });
  const lines = answer.value as readonly ShownLine[];
  if (lines.some(({ state }) => state === 'differs')) return err({ type: 'not-proven', id: period });
  return ok(
    lines.map(({ case: id, row, page }) => ({
      token: id.slice('case_'.length).slice(0, 12),
      line: row ?? null,
      page: page ?? null,
    })),
  );
}

async function withBooks(
  { door }: Reader,
  papers: Result<readonly PaperFile[], NoPaper>,
  books: readonly (readonly [name: string, book: Workbook])[],
): Promise<Result<readonly PaperFile[], NoPaper>> {
  if (!papers.ok) return papers;
  const files = [...papers.value];
  for (const [name, book] of books) {
    files.push({ name: `${name}.xlsx`, bytes: await renderWorkbook(book, door.tryout ?? true) });
  }
  return ok(files);
}
