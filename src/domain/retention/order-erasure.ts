import type { ErasureId, ListId, PersonId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListState } from '../intake/list.ts';
import type { ErasureState } from './erasure.ts';

/** The order to erase persons in every copy. */
export type OrderErasure = {
  readonly erasure: ErasureId;
  readonly persons: readonly PersonId[];
  /** The ward's written consent (PII-12-2). */
  readonly ref: string;
  /** Who of the ward attended, or the code of the waiver (PII-12-3). */
  readonly witnesses: readonly string[];
  /** Every list whose key still lives: its rows may hold one of the persons. */
  readonly lists: readonly ListId[];
  /** A restore cannot wait for a person: it discards unsettled lists, and the ward hands them in again. */
  readonly unsettled?: 'discard';
};

export type OrderErasureRefusal =
  | RefusalOf<'erasure-exists', { erasure: ErasureId }>
  | RefusalOf<'list-unsettled', { lists: readonly ListId[] }>;

/**
 * PII-12-1 to 12-4: deletes the persons' values, keys and links, and the keys of settled lists at once. A list that
 * nobody has committed or discarded yet would bring a person back, and nobody can look into it for her: it comes first.
 */
export function orderErasure(
  state: { readonly erasure: ErasureState; readonly lists: ReadonlyMap<ListId, ListState> },
  command: OrderErasure,
  context: Context,
): Decision | OrderErasureRefusal {
  const { erasure, persons, lists } = command;
  if (state.erasure.order) return { refused: 'erasure-exists', erasure };
  const unsettled = lists.filter((list) => {
    const known = state.lists.get(list);
    return known?.received && !known.committed && !known.discarded;
  });
  if (unsettled.length > 0 && command.unsettled !== 'discard')
    return { refused: 'list-unsettled', lists: unsettled };
  const erased = [...new Set(persons)];
  return {
    facts: [
      {
        type: 'erasure.ordered',
        erasure,
        persons: erased.length,
        ref: command.ref,
        witnesses: [...command.witnesses, ...(context.second ? [context.second] : [])],
        erased,
      },
      ...unsettled.map((list) => ({ type: 'list.discarded', list, reason: 'erasure' }) as const),
      ...lists
        .filter((list) => state.lists.get(list)?.received)
        .map((list) => ({ type: 'list.keys-destroyed', list }) as const),
    ],
    forget: erased,
    unseal: lists,
  };
}
