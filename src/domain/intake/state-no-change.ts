import type { CivilDate } from '../basics/civil-date.ts';
import type { ListId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListState } from './list.ts';

export type StateNoChange = {
  readonly list: ListId;
  readonly month: readonly YearMonth[];
  readonly asOf: CivilDate;
  /** Who of the ward said so, by function (CHI-15.2-1), and where it is written down. */
  readonly by: string;
  readonly ref: string;
  readonly method: 'telephone' | 'in-person' | 'courier';
  /** When we rang the ward's known number back. */
  readonly calledBackAt?: Instant | undefined;
};

export type StateNoChangeRefusal =
  | RefusalOf<'list-received-already', { list: ListId }>
  | RefusalOf<'call-back-needed'>
  | RefusalOf<'word-from-the-future', { asOf: CivilDate }>;

/** The ward's statement that nothing changed: as good as an empty list, by telephone only with call-back (design 4). */
export function stateNoChange(
  state: { readonly list: ListState },
  { list, month, asOf, by, ref, method, calledBackAt }: StateNoChange,
  { now, today }: Context,
): Decision | StateNoChangeRefusal {
  if (state.list.received) return { refused: 'list-received-already', list };
  if (asOf > today) return { refused: 'word-from-the-future', asOf };
  if (method === 'telephone' && (calledBackAt === undefined || calledBackAt > now)) {
    return { refused: 'call-back-needed' };
  }
  return {
    facts: [
      {
        type: 'list.received',
        list,
        kind: 'no-change',
        month,
        asOf,
        sha256: '',
        method,
        medium: 'none',
        rows: 0,
        by,
        ref,
        ...(calledBackAt === undefined ? {} : { calledBackAt }),
      },
    ],
  };
}
