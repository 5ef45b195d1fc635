import type { ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListState } from '../intake/list.ts';
import { subjectOf } from '../rules-of.ts';
import type { Draw } from './draw.ts';

export type BeginDraw = { readonly list: ListId; readonly persons: number };

export type BeginDrawRefusal =
  | RefusalOf<'draw-list-not-committed', { list: ListId }>
  | RefusalOf<'groups-drawn-already', { list: ListId }>;

/**
 * Orders the groups of a list to be drawn: once, before any result is known, with a seed that nobody chose. Everything
 * after it follows from what stands still, so that an interrupted draw goes on as it began.
 */
export function beginDraw(
  state: { readonly list: ListState; readonly draw: Draw },
  { list, persons }: BeginDraw,
  { ids, rules }: Context,
): Decision | BeginDrawRefusal {
  if (!state.list.committed || state.list.received?.kind !== 'targets') {
    return { refused: 'draw-list-not-committed', list };
  }
  if (state.draw.drawn) return { refused: 'groups-drawn-already', list };
  const { version } = subjectOf(rules, 'members').groups;
  const job = ids.fresh('job');
  const seed = ids.fresh('entry');
  return {
    facts: [{ type: 'groups.drawn', list, version, seed, persons, job }],
    start: [{ job, kind: 'groups', input: list, total: persons }],
  };
}

export type CloseDraw = { readonly list: ListId; readonly grouped: number; readonly refused: number };

export type CloseDrawRefusal = RefusalOf<'groups-not-drawn', { list: ListId }>;

/** The closing fact of the draw: grouped and refused together are the persons of the list. */
export function closeDraw(
  state: { readonly draw: Draw },
  { list, grouped, refused }: CloseDraw,
): Decision | CloseDrawRefusal {
  if (!state.draw.drawn || state.draw.closed) return { refused: 'groups-not-drawn', list };
  return { facts: [{ type: 'groups.closed', list, grouped, refused }] };
}
