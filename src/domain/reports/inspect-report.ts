import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Period } from '../facts/closing.ts';
import type { NewFact } from '../facts.ts';
import type { IssuedReport, MonthState } from './month-state.ts';

/** `digest` of an annual report, which has no closing of its own; of a month it is that of the closing. */
export type IssueReport = {
  readonly month: Period;
  readonly year?:
    | { readonly edition: number; readonly digest: string; readonly complete: boolean }
    | undefined;
};
export type ReturnReport = {
  readonly month: Period;
  readonly reason: string;
  readonly ref?: string | undefined;
};
export type AcceptReport = { readonly month: Period; readonly ref?: string | undefined };

export type InspectReportRefusal =
  | RefusalOf<'month-not-closed'>
  | RefusalOf<'year-not-complete'>
  | RefusalOf<'report-issued-already', { edition: number }>
  | RefusalOf<'report-not-issued'>
  | RefusalOf<'report-accepted-already', { edition: number }>
  | RefusalOf<'report-returned-already', { edition: number }>;

type Seen = { readonly month: MonthState };

/** The report of the newest closing goes to the ward (CHI-9.1-2); the annual report when all its months are closed. */
export function issueReport(
  { month: state }: Seen,
  { month, year }: IssueReport,
  _context: Context,
): Decision | InspectReportRefusal {
  if (year && !year.complete) return { refused: 'year-not-complete' };
  const closed = year ?? state.closings.at(-1);
  if (!closed) return { refused: 'month-not-closed' };
  const { edition, digest } = closed;
  if (state.reports.some((report) => report.edition === edition)) {
    return { refused: 'report-issued-already', edition };
  }
  return { facts: [{ type: 'report.issued', month, edition, digest }] };
}

/** The ward sends the report back with a code of why; it is closed again as a new edition. */
export function returnReport(
  seen: Seen,
  { month, reason, ref }: ReturnReport,
  _context: Context,
): Decision | InspectReportRefusal {
  return inspected(seen, ({ edition, digest }) => ({
    type: 'report.returned',
    month,
    edition,
    digest,
    reason,
    ...(ref ? { ref } : {}),
  }));
}

/** The ward has inspected the report and accepts it (検査): only then is there an invoice (CHI-10-1). */
export function acceptReport(
  seen: Seen,
  { month, ref }: AcceptReport,
  _context: Context,
): Decision | InspectReportRefusal {
  return inspected(seen, ({ edition, digest }) => ({
    type: 'report.accepted',
    month,
    edition,
    digest,
    ...(ref ? { ref } : {}),
  }));
}

function inspected(
  { month: { reports } }: Seen,
  fact: (report: IssuedReport) => NewFact,
): Decision | InspectReportRefusal {
  const report = reports.toSorted((a, b) => a.edition - b.edition).at(-1);
  if (!report) return { refused: 'report-not-issued' };
  const { status, edition } = report;
  if (status === 'accepted') return { refused: 'report-accepted-already', edition };
  if (status === 'returned') return { refused: 'report-returned-already', edition };
  return { facts: [fact(report)] };
}
