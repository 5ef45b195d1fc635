import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, CaseId, SlotId } from '../basics/ids.ts';
import { addMinutes } from '../basics/instant.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { readSlot } from './slot.ts';
import { visitDay, type VisitDayRefusal } from './visit-day.ts';
import { visitGround, type NotVisited } from '../visits/visit-ground.ts';

export type HoldSeat = {
  readonly case: CaseId;
  readonly slot: SlotId;
  /** A new reference; `make-booking` names it as `held`. */
  readonly held: BookingId;
};

export type HoldSeatRefusal =
  | RefusalOf<'no-such-slot'>
  | RefusalOf<'already-booked', { date: CivilDate }>
  | VisitDayRefusal
  | NotVisited;

/** Keeps a seat for a few minutes while a woman answers the other questions. Nothing has happened yet: no fact. */
export function holdSeat(
  state: { readonly case: CaseState },
  command: HoldSeat,
  context: Context,
): Decision | HoldSeatRefusal {
  const slot = readSlot(command.slot);
  const { active } = state.case.bookings;
  if (!slot) return { refused: 'no-such-slot' };
  if (active) return { refused: 'already-booked', date: active.date };
  const closed = visitDay(slot.date, context.rules);
  if (closed) return closed;
  const ground = visitGround(state.case, slot.date, context.rules);
  if (isRefusal(ground)) return ground;
  const until = addMinutes(context.now, context.rules.booking.holdMinutes);
  return { facts: [], seats: [{ act: 'hold', slot: command.slot, ref: command.held, until }] };
}
