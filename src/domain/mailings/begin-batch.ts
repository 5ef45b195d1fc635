import type { BatchId, ListId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import { monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { ListState } from '../intake/list.ts';
import type { BatchState, Word } from './batch.ts';
import { wordOfList, type FreshWordRefusal } from './fresh-word.ts';

/** Why a manager lets letters go without the ward's fresh word; the ward gets to see it (design 4). */
export type WordlessReason = 'ward-closed' | 'ward-not-reached' | 'system-failure' | 'agreed-with-ward';

export type BeginBatch = {
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly month: YearMonth;
  /** How many cases will be decided, chunk by chunk, before the batch can be fixed. */
  readonly planned: number;
} & ({ readonly against: ListId } | { readonly reason: WordlessReason });

export type BeginBatchRefusal =
  | RefusalOf<'batch-exists', { batch: BatchId }>
  | RefusalOf<'batch-too-early', { month: YearMonth }>
  | RefusalOf<'batch-too-large', { planned: number; most: number }>
  | FreshWordRefusal;

/** Begins a batch on the ward's fresh word, or on the manager's reason for going without. */
export function beginBatch(
  state: { readonly batch: BatchState; readonly list?: ListState },
  command: BeginBatch,
  { today, rules }: Context,
): Decision | BeginBatchRefusal {
  const { batch, kind, month, planned } = command;
  if (state.batch.begun) return { refused: 'batch-exists', batch };
  if (month > monthContaining(today)) return { refused: 'batch-too-early', month };
  const most = rules.mailing.maxPieces;
  if (planned > most) return { refused: 'batch-too-large', planned, most };
  const word = givenWord(state.list, command, { today, rules });
  if (isRefusal(word)) return word;
  return { facts: [{ type: 'batch.begun', batch, kind, month, planned, ...word }] };
}

/** The word that a command names: a list, checked, or a reason. */
export function givenWord(
  list: ListState | undefined,
  command: { readonly against: ListId } | { readonly reason: WordlessReason },
  { today, rules }: Pick<Context, 'today' | 'rules'>,
): Word | FreshWordRefusal {
  if ('reason' in command) return { against: 'none', reason: command.reason };
  if (!list) throw new Error('The list that a batch stands on was not read');
  return wordOfList(list, command.against, today, rules);
}
