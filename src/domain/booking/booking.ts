import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BookingId, SlotId } from '../basics/ids.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { RecordedFact } from '../facts.ts';

/** The date she holds now, if any, and every date ever booked: the early-birth rule asks for them (CHI-4.2-9, 8.14-1). */
export type Bookings = {
  readonly active?: {
    readonly booking: BookingId;
    readonly slot: SlotId;
    readonly date: CivilDate;
    readonly mode: VisitMode;
    readonly attempt: number;
    readonly visitor?: AccountId;
  };
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
        },
        bookedDates: [...state.bookedDates, fact.date],
      };
    case 'visit.assigned':
      return state.active?.booking === fact.booking
        ? { ...state, active: { ...state.active, visitor: fact.visitor } }
        : state;
    case 'booking.cancelled':
      return { ...withoutActive(state), cancelled: state.cancelled + 1 };
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
