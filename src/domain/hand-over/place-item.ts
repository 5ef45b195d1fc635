import type { MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import { outstanding, type HandOverState } from './hand-over.ts';

export type PlaceItemRefusal =
  | RefusalOf<'no-such-handover', { matter: MatterId }>
  | RefusalOf<'handover-not-held', { matter: MatterId }>;

/** Says in which locked cabinet or room a received medium or paper lies (PII-9-1). */
export function placeItem(
  state: { readonly handover: HandOverState },
  { matter, place }: { readonly matter: MatterId; readonly place: string },
): Decision | PlaceItemRefusal {
  const { recorded } = state.handover;
  if (!recorded) return { refused: 'no-such-handover', matter };
  if (recorded.movement !== 'receipt' || outstanding(state.handover) === 0) {
    return { refused: 'handover-not-held', matter };
  }
  return { facts: [{ type: 'handover.placed', matter, place }] };
}
