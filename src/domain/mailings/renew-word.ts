import type { BatchId, ListId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListState } from '../intake/list.ts';
import type { BatchState } from './batch.ts';
import { givenWord, type WordlessReason } from './begin-batch.ts';
import type { FreshWordRefusal } from './fresh-word.ts';

export type RenewWord = { readonly batch: BatchId } & (
  | { readonly against: ListId }
  | { readonly reason: WordlessReason }
);

export type RenewWordRefusal = RefusalOf<'batch-not-fixed', { batch: BatchId }> | FreshWordRefusal;

/** A batch that did not leave within 2 programme days asks the ward again, or the manager says why not (design 4). */
export function renewWord(
  state: { readonly batch: BatchState; readonly list?: ListState },
  command: RenewWord,
  context: Context,
): Decision | RenewWordRefusal {
  const { batch } = command;
  if (!state.batch.fixed) return { refused: 'batch-not-fixed', batch };
  const word = givenWord(state.list, command, context);
  if (isRefusal(word)) return word;
  return { facts: [{ type: 'batch.renewed', batch, ...word }] };
}
