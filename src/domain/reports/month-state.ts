import type { CivilDate } from '../basics/civil-date.ts';
import { dayOfInstant, type Instant } from '../basics/instant.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { evolveInvoices, noInvoices, type Invoices } from '../billing/invoices.ts';
import type { LineProof, Period } from '../facts/closing.ts';
import type { RecordedFact } from '../facts.ts';

/** One closing of a month. Everything in the journal up to the place `upTo` was counted. */
export type Closing = {
  readonly month: YearMonth;
  readonly edition: number;
  readonly digest: string;
  readonly upTo: number;
  readonly at: Instant;
  readonly tabulated: Readonly<Record<string, number>>;
  readonly lines: readonly LineProof[];
  readonly linesDigest: string;
};

/** One edition of a report on its way: issued to the ward, then returned with a reason or accepted (検査). */
export type IssuedReport = {
  readonly edition: number;
  readonly digest: string;
  readonly status: 'issued' | 'returned' | 'accepted';
  /** Day of its last step. */
  readonly on: CivilDate;
  readonly ref?: string;
};

/** A month (or the year as a whole) with its closings, reports and invoices, each oldest first. */
export type MonthState = {
  readonly closings: readonly Closing[];
  readonly reports: readonly IssuedReport[];
  readonly invoices: Invoices;
};

export const noMonth: MonthState = { closings: [], reports: [], invoices: noInvoices };

export function evolveMonth(state: MonthState, fact: RecordedFact): MonthState {
  switch (fact.type) {
    case 'month.closed':
      return { ...state, closings: [...state.closings, closingOf(fact)] };
    case 'report.issued':
    case 'report.returned':
    case 'report.accepted': {
      const { edition, digest, ref } = fact;
      const others = state.reports.filter((one) => one.edition !== edition);
      const status =
        fact.type === 'report.issued' ? 'issued' : fact.type === 'report.returned' ? 'returned' : 'accepted';
      const now = { edition, digest, status, on: dayOfInstant(fact.at), ...(ref ? { ref } : {}) } as const;
      return { ...state, reports: [...others, now] };
    }
    case 'invoice.issued':
    case 'invoice.received':
    case 'invoice.paid':
      return { ...state, invoices: evolveInvoices(state.invoices, fact) };
    default:
      return state;
  }
}

/** A closing as its fact tells of it. */
export function closingOf(fact: Extract<RecordedFact, { type: 'month.closed' }>): Closing {
  const { month, edition, digest, upTo, at, tabulated, lines, linesDigest } = fact;
  return { month, edition, digest, upTo, at, tabulated, lines, linesDigest };
}

/** The stream of a year as a whole: its annual report and its lump sum. */
export function yearPeriod(year: number): Period {
  return `${year}`;
}
