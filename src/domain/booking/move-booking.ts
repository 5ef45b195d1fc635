import type { CivilDate } from '../basics/civil-date.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { askedWhen, checkBooking, type BookingWish, type CheckBookingRefusal } from './check-booking.ts';
import { heldBy, takes } from './held-by.ts';
import { changeOnlineRefusal, type ChangeOnlineRefusal } from './change-online.ts';

export type MoveBookingRefusal =
  | CheckBookingRefusal
  | ChangeOnlineRefusal
  | RefusalOf<'no-booking'>
  | RefusalOf<'same-slot', { date: CivilDate }>;

/**
 * Another date in place of the one she holds (CHI-8.14-1). The booking keeps its name, the earlier date stays in her
 * history (CHI-4.2-9), the visitor is to be assigned anew. The old seat is free in the same moment.
 */
export function moveBooking(
  state: { readonly case: CaseState },
  command: BookingWish,
  context: Context,
): Decision | MoveBookingRefusal {
  const { active } = state.case.bookings;
  if (!active) return { refused: 'no-booking' };
  if (active.slot === command.slot) return { refused: 'same-slot', date: active.date };
  const late = changeOnlineRefusal(active, askedWhen(command.askedAt, context), context);
  if (late) return late;
  const booked = checkBooking(state.case, command, context);
  if (isRefusal(booked)) return booked;
  const { release, seats } = heldBy(command.case, state.case, context.rules);
  return {
    facts: [{ type: 'booking.moved', booking: active.booking, ...booked }],
    release: release.filter(({ kind }) => kind !== 'booking'),
    seats: [...seats, takes(command, active.booking, context)],
  };
}
