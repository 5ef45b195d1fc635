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

/**
 * What a paper to the ward is about: a month (`2026-05`), or a fiscal year as a whole (`2026`: the annual report of
 * CHI-9.2-1 and the lump sum of CHI-10.1-2).
 */
export type Period = YearMonth | `${number}`;

/** What the papers of one woman are proven by after she was erased: a digest over her salted line. */
export type LineProof = { readonly case: CaseId; readonly digest: string };

/** Months and reports: each edition is frozen, what comes later is a difference (CHI-9). */
export type ClosingFact =
  | {
      readonly type: 'month.closed';
      readonly month: YearMonth;
      /** 1; more after the ward returned the report, and for the supplements of the last month (AMB-22, AMB-39). */
      readonly edition: number;
      /** SHA-256 of the frozen JSON. */
      readonly digest: string;
      /** The last place in the journal that was counted. What is recorded behind it counts with a later closing. */
      readonly upTo: number;
      /** Counts of items ④ to ⑦ that came from the vault, by `month/item.path`: of this month, or too late for theirs. */
      readonly tabulated: Readonly<Record<string, number>>;
      /** The pages with names of this edition, one a woman, and one digest over all of them. */
      readonly lines: readonly LineProof[];
      readonly linesDigest: string;
    }
  | {
      readonly type: 'report.issued' | 'report.returned' | 'report.accepted';
      readonly month: Period;
      readonly edition: number;
      readonly digest: string;
      readonly amount?: Yen;
      readonly adjusts?: YearMonth;
      /** The ward's reference, or a code of why it was returned. */
      readonly ref?: string;
      readonly reason?: string;
    };
