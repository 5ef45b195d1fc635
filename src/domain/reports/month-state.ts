import type { CivilDate } from '../basics/civil-date.ts';
import type { Yen } from '../basics/yen.ts';
import { dayOfInstant, type Instant } from '../basics/instant.ts';
import type { YearMonth } from '../basics/year-month.ts';
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

export type IssuedInvoice = {
  readonly edition: number;
  readonly digest: string;
  readonly status: 'issued' | 'received' | 'paid';
  readonly on: CivilDate;
  /** The day of each step that was taken. */
  readonly steps: { readonly issued?: CivilDate; readonly received?: CivilDate; readonly paid?: CivilDate };
  readonly amount?: Yen;
  readonly adjusts?: YearMonth;
  readonly ref?: string;
};

/** A month (or the year as a whole) with its closings, reports and invoices, each oldest first. */
export type MonthState = {
  readonly closings: readonly Closing[];
  readonly reports: readonly IssuedReport[];
  readonly invoices: readonly IssuedInvoice[];
};

export const noMonth: MonthState = { closings: [], reports: [], invoices: [] };

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
    case 'invoice.paid': {
      const { edition, digest, ref, amount, adjusts } = fact;
      const before = state.invoices.find((one) => one.edition === edition);
      const others = state.invoices.filter((one) => one.edition !== edition);
      const status =
        fact.type === 'invoice.issued' ? 'issued' : fact.type === 'invoice.received' ? 'received' : 'paid';
      const on = dayOfInstant(fact.at);
      const now: IssuedInvoice = {
        ...before,
        edition,
        digest,
        status,
        on,
        steps: { ...before?.steps, [status]: on },
        ...(amount === undefined ? {} : { amount }),
        ...(adjusts ? { adjusts } : {}),
        ...(ref ? { ref } : {}),
      };
      return { ...state, invoices: [...others, now] };
    }
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
