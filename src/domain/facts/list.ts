import type { CivilDate } from '../basics/civil-date.ts';
import type { ListId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';

export type ListKind = 'targets' | 'follow-up' | 'changes' | 'no-change' | 'designations';

/** The ward's list on its way into the ledger (CHI-8.1-1 to 8.1-3). */
export type ListFact =
  | {
      readonly type: 'list.received';
      readonly list: ListId;
      readonly kind: ListKind;
      /** The month(s) in which the 8th month is reached; several on a catch-up list (AMB-58). */
      readonly month: readonly YearMonth[];
      readonly asOf: CivilDate;
      readonly sha256: string;
      /** How it was handed over: `in-person` or `courier` (CHI-8.1-2), `telephone` for a statement of no change. */
      readonly method: string;
      readonly medium: string;
      readonly rows: number;
    }
  | {
      readonly type: 'list.question-raised';
      readonly list: ListId;
      readonly line: number;
      readonly code: string;
    }
  | {
      readonly type: 'list.question-answered';
      readonly list: ListId;
      readonly line: number;
      readonly code: string;
      readonly answer: string;
      readonly by: string;
      readonly ref: string;
    }
  | {
      readonly type: 'list.committed';
      readonly list: ListId;
      readonly opened: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly refused: number;
      readonly missing: number;
    }
  | { readonly type: 'list.discarded'; readonly list: ListId; readonly reason: string }
  | { readonly type: 'list.keys-destroyed'; readonly list: ListId };
