import type { CaseId, FactId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Yen } from '../basics/yen.ts';

export type CorrectionFact = {
  readonly type: 'fact.corrected';
  readonly of: FactId;
  readonly case: CaseId;
  readonly field: string;
  readonly to: string;
  readonly reason: string;
};

/** Months, reports and invoices: each edition is frozen, what comes later is a difference (CHI-9, CHI-10). */
export type ClosingFact =
  | {
      readonly type: 'month.closed';
      readonly month: YearMonth;
      readonly edition: number;
      readonly digest: string;
      readonly tabulated: Readonly<Record<string, number>>;
    }
  | {
      readonly type:
        | 'report.issued'
        | 'report.returned'
        | 'report.accepted'
        | 'invoice.issued'
        | 'invoice.received'
        | 'invoice.paid';
      readonly month: YearMonth;
      readonly edition: number;
      readonly digest: string;
      readonly amount?: Yen;
      readonly adjusts?: YearMonth;
    };
