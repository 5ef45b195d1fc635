import { date } from '../../src/domain/basics/civil-date.ts';
import type { Recorded } from '../../src/domain/facts/fact.ts';
import type { BookingFact } from '../../src/domain/facts/booking.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import type { MakeBooking } from '../../src/domain/booking/make-booking.ts';
import type { CompleteVisit } from '../../src/domain/visits/visit-record.ts';
import { GOOD_CHECKLIST } from './checklist.ts';
import { CASE, on } from './given.ts';

type Booked = Extract<BookingFact, { type: 'booking.made' }>;

/** `booking.made`, entered on a day, for another day at 10:00; say only what differs. */
export function booked(day: string, visitDay: string, changes: Partial<Booked> = {}): Recorded<Booked> {
  return on(day, {
    type: 'booking.made',
    case: CASE,
    booking: 'booking_1',
    slot: slotId(date(visitDay), '10:00'),
    date: date(visitDay),
    mode: 'visit',
    attempt: 1,
    requestedBy: 'herself',
    outsideMonth8: false,
    ...changes,
  });
}

/** The wish for a visit at home on a day at 10:00. */
export function wish(day: string, changes: Partial<MakeBooking> = {}): MakeBooking {
  return {
    case: CASE,
    slot: slotId(date(day), '10:00'),
    mode: 'visit',
    requestedBy: 'herself',
    ...changes,
  };
}

/** A complete record of an ordinary visit from 10:00 to 10:13, of a woman who is pregnant and has given consent before. */
export function visitRecord(day: string, changes: Partial<CompleteVisit> = {}): CompleteVisit {
  return {
    case: CASE,
    booking: 'booking_1',
    date: date(day),
    from: '10:00',
    to: '10:13',
    met: 'woman',
    pregnant: true,
    checklist: 'visit-checklist/1',
    consent: 'given',
    stamped: true,
    considerate: true,
    answers: GOOD_CHECKLIST,
    ...changes,
  };
}
