import type { BatchId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { BatchState } from './batch.ts';
import type { BatchIs } from './fix-batch.ts';

export type ReleaseBatchRefusal =
  | RefusalOf<'batch-not-fixed', { batch: BatchId }>
  | RefusalOf<'batch-not-sampled', { batch: BatchId }>
  | RefusalOf<'batch-released', { batch: BatchId }>
  | RefusalOf<'needs-two-people', { batch: BatchId }>;

/** Two different people let a batch go to enclosing after a sampling that found everything right. */
export function releaseBatch(
  { batch: state }: { readonly batch: BatchState },
  { batch }: BatchIs,
  { actor, second }: Context,
): Decision | ReleaseBatchRefusal {
  if (!state.fixed) return { refused: 'batch-not-fixed', batch };
  if (state.releasedOn) return { refused: 'batch-released', batch };
  if (!state.clean) return { refused: 'batch-not-sampled', batch };
  if (!second || second === actor) return { refused: 'needs-two-people', batch };
  return { facts: [{ type: 'batch.released', batch, witnesses: [actor, second] }] };
}
