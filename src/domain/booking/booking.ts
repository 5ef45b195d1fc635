import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BookingId, SlotId } from '../basics/ids.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { Instant } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';

/** The date she holds now. */
export type Booking = {
  readonly booking: BookingId;
  readonly slot: SlotId;
  readonly date: CivilDate;
  readonly mode: VisitMode;
  readonly attempt: number;
  readonly reason?: string;
  readonly visitor?: AccountId;
  /** When she took this date. */
  readonly since: Instant;
};

/** The date she holds now, if any, and every date ever booked: the early-birth rule asks for them (CHI-4.2-9, 8.14-1). */
export type Bookings = {
  readonly active?: Booking;
  /** The last one that was cancelled, when and why: a talk that had taken place before can still be written down. */
  readonly ended?: Booking & { readonly endedAt: Instant; readonly endedFor: string };
  readonly bookedDates: readonly CivilDate[];
  readonly cancelled: number;
};

export const noBookings: Bookings = { bookedDates: [], cancelled: 0 };

export function evolveBookings(state: Bookings, fact: RecordedFact): Bookings {
  switch (fact.type) {
    case 'booking.made':
    case 'booking.moved':
      return {
        ...state,
        active: {
          booking: fact.booking,
          slot: fact.slot,
          date: fact.date,
          mode: fact.mode,
          attempt: fact.attempt,
          since: fact.at,
          ...(fact.reason ? { reason: fact.reason } : {}),
        },
        bookedDates: [...state.bookedDates, fact.date],
      };
    case 'visit.assigned':
      return state.active?.booking === fact.booking
        ? { ...state, active: { ...state.active, visitor: fact.visitor } }
        : state;
    case 'booking.cancelled':
      return {
        ...withoutActive(state),
        cancelled: state.cancelled + 1,
        ...(state.active ? { ended: { ...state.active, endedAt: fact.at, endedFor: fact.reason } } : {}),
      };
    case 'visit.completed':
    case 'visit.missed':
      return withoutActive(state);
    default:
      return state;
  }
}

function withoutActive({ active: _past, ...rest }: Bookings): Bookings {
  return rest;
}
