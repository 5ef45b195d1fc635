import type { BookingId, CaseId, SlotId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Claim, OutsideSeat, SeatAct } from '../decision.ts';
import type { Rules } from '../rules.ts';
import { visitorTime } from '../visits/visitor-time.ts';

/** What a booking holds beside its facts: her one booking, the visitor's time, and the seat. */
export type Held = { readonly release: readonly Claim[]; readonly seats: readonly SeatAct[] };

/** Everything that the booking she holds now gives back when it ends before its time: cancelled, moved, stopped. */
export function heldBy(id: CaseId, { bookings }: CaseState, rules: Rules): Held {
  const { active } = bookings;
  if (!active) return { release: [], seats: [] };
  return {
    release: [
      { kind: 'booking', key: id },
      ...(active.visitor ? visitorTime(active.visitor, active, rules) : []),
    ],
    seats: [{ act: 'free', slot: active.slot, ref: active.booking }],
  };
}

/** Takes the seat of a booking: one of the inside, or the one that she herself took outside. */
export function takes(
  { slot, outside }: { readonly slot: SlotId; readonly outside?: OutsideSeat | undefined },
  ref: BookingId,
  { actor }: Pick<Context, 'actor'>,
): SeatAct {
  return { act: 'take', slot, ref, ...(outside && actor === 'resident' ? { outside } : {}) };
}
