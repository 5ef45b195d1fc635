import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import type { ConditionPage, ResultLine } from '../domain/reports/report-line.ts';
import type { AnnualReport, MonthReport, ReportSupplement } from '../domain/reports/report.ts';
import type { Paper } from './paper.ts';
import type { InvoiceTold } from './papers/invoice.ts';
import type { Office } from './papers/office.ts';
import type { Workbook } from './workbook.ts';

/** A closed month, with the earlier months of the contract year in their last editions, oldest first. */
export type MonthReportTold = {
  readonly report: MonthReport;
  readonly earlier: readonly MonthReport[];
  /** Of the frozen JSON. */
  readonly digest: string;
  readonly on: CivilDate;
};

/** The annual report with the closed months it is made of, oldest first. */
export type YearReportTold = {
  readonly report: AnnualReport;
  readonly months: readonly MonthReport[];
  readonly digest: string;
  readonly on: CivilDate;
};

/** One woman as her line was frozen at the closing; `null` = erased since. Her page only with her consent (AMB-12). */
export type WomanTold = {
  /** Short number of ours, printed beside an erased line so that the count can be followed. */
  readonly token: string;
  readonly line: ResultLine | null;
  readonly page: ConditionPage | null;
};

export type ResultsTold = {
  readonly month: YearMonth;
  readonly edition: number;
  /** Lines of a supplement: only of women whose line changed after the closing (AMB-22). */
  readonly supplement?: number;
  /** Over all lines, as the closing holds it: it also proves lines that were erased since. */
  readonly digest: string;
  readonly on: CivilDate;
  readonly women: readonly WomanTold[];
};

/** What a programme's office gives its ward: who writes, its words, and its reports (DOC-13 to 15). */
export type ProgrammePapers = {
  readonly office: Office;
  readonly invoiceWords: InvoiceTold['words'];
  readonly month: (told: MonthReportTold) => Paper;
  readonly supplement: (told: { readonly supplement: ReportSupplement; readonly digest: string }) => Paper;
  readonly year: (told: YearReportTold) => Paper;
  readonly applications: (told: {
    readonly months: readonly MonthReport[];
    readonly digest: string;
    readonly on: CivilDate;
  }) => Paper;
  readonly results: (told: ResultsTold) => Paper;
  readonly monthBook: (told: MonthReportTold) => Workbook;
  readonly yearBook: (told: YearReportTold) => Workbook;
  readonly resultsBook: (told: ResultsTold) => Workbook;
};
