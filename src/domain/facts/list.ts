import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, JobId, ListId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { YearMonth } from '../basics/year-month.ts';

export type ListKind = 'targets' | 'follow-up' | 'changes' | 'attendance' | 'no-change' | 'designations';

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
      /** A statement of no change: who of the ward said so (function), under which reference, and when we called back. */
      readonly by?: string;
      readonly ref?: string;
      readonly calledBackAt?: Instant;
    }
  | {
      /** Checked and matched; its rows wait under the list key. Nothing of it has touched the ledger. */
      readonly type: 'list.staged';
      readonly list: ListId;
      readonly accepted: number;
      readonly refused: number;
      /** Accepted lines that say the same as an earlier line of the file. */
      readonly repeated: number;
      readonly same: number;
      readonly changed: number;
      readonly missing: number;
    }
  | {
      readonly type: 'list.question-raised';
      readonly list: ListId;
      /** Line of the file; 0 when the question is about the list as a whole or about a case that is not on it. */
      readonly line: number;
      readonly code: string;
      /** Code of the column (`domain/intake/columns.ts`). */
      readonly column?: string;
      readonly case?: CaseId;
      /** When the ward's answer is due (照会票). */
      readonly due?: CivilDate;
    }
  | {
      readonly type: 'list.question-answered';
      readonly list: ListId;
      readonly line: number;
      readonly code: string;
      readonly column?: string;
      readonly answer: string;
      readonly by: string;
      readonly ref: string;
    }
  | {
      /** A person has let the list into the ledger; the job carries it out. */
      readonly type: 'list.approved';
      readonly list: ListId;
      readonly job: JobId;
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
