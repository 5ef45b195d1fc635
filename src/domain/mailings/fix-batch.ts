import type { BatchId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { membersOf, type BatchWithCases } from './batch-members.ts';
import { tooOld, type FreshWordRefusal } from './fresh-word.ts';

export type BatchIs = { readonly batch: BatchId };

export type FixBatchRefusal =
  | RefusalOf<'batch-not-open', { batch: BatchId }>
  | RefusalOf<'batch-undecided', { planned: number; decided: number }>
  | FreshWordRefusal;

/** Closes the planning of a batch: every case that was named is decided, and the ward's word is still fresh today. */
export function fixBatch(
  state: BatchWithCases,
  { batch }: BatchIs,
  { today, rules }: Context,
): Decision | FixBatchRefusal {
  const { begun, word, fixed } = state.batch;
  if (!begun || !word || fixed) return { refused: 'batch-not-open', batch };
  const old = tooOld(word, today, rules);
  if (old) return old;
  const { pieces, dropped } = membersOf(state, batch);
  const decided = pieces.length + dropped;
  if (decided !== begun.planned) return { refused: 'batch-undecided', planned: begun.planned, decided };
  const { kind } = begun;
  return { facts: [{ type: 'batch.fixed', batch, kind, pieces: pieces.length, dropped, ...word }] };
}
