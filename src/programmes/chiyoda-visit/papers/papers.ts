import type { ProgrammePapers } from '../../programme-papers.ts';
import { applicationReport } from './application-report.ts';
import { invoiceWords } from './invoice-words.ts';
import { monthReport, reportSupplement } from './month-report.ts';
import { chiyodaOffice } from './office.ts';
import { monthWorkbook, yearWorkbook } from './report-workbook.ts';
import { resultsTable } from './results-table.ts';
import { resultsWorkbook } from './results-workbook.ts';
import { yearReport } from './year-report.ts';

/** The papers that 千代田区 gets (CHI-9, CHI-10). */
export const chiyodaPapers: ProgrammePapers = {
  office: chiyodaOffice,
  invoiceWords,
  month: monthReport,
  supplement: reportSupplement,
  year: yearReport,
  applications: applicationReport,
  results: resultsTable,
  monthBook: monthWorkbook,
  yearBook: yearWorkbook,
  resultsBook: resultsWorkbook,
};
