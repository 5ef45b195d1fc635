import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { heldBy } from './held-by.ts';

export type CancelBooking = {
  readonly case: CaseId;
  /** A code such as `her-wish` or `closure`, or one of `STOPPED_FOR`. */
  readonly reason: string;
};

/** Why a date is given up when a stop takes it: nobody is told of such a cancelling by mail (AMB-38). */
export const STOPPED_FOR = ['withdrawn', 'loss', 'died', 'born', 'moved-out'] as const;

export type CancelBookingRefusal = RefusalOf<'no-booking'>;

/** Gives a date up, by whomever and up to the last moment; the seat is free at once. The date stays in her history. */
export function cancelBooking(
  state: { readonly case: CaseState },
  command: CancelBooking,
  context: Context,
): Decision | CancelBookingRefusal {
  const { active } = state.case.bookings;
  if (!active) return { refused: 'no-booking' };
  const { booking, slot, date } = active;
  return {
    facts: [{ type: 'booking.cancelled', case: command.case, booking, slot, date, reason: command.reason }],
    ...heldBy(command.case, state.case, context.rules),
  };
}
