import { z } from 'zod';
import { cancelBooking } from '../../domain/booking/cancel-booking.ts';
import { closeDay } from '../../domain/booking/close-day.ts';
import { holdSeat } from '../../domain/booking/hold-seat.ts';
import { makeBooking } from '../../domain/booking/make-booking.ts';
import { moveBooking } from '../../domain/booking/move-booking.ts';
import { openDay } from '../../domain/booking/open-day.ts';
import { caseStream, dayStream } from '../../domain/streams.ts';
import { roles, type Who } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

/** By telephone through an operator, or by herself through the portal. */
const BOOKERS: Who = { allowed: [...roles('operator', 'responsible-manager'), { resident: true }] };
const MANAGER: Who = { allowed: roles('responsible-manager') };

const wish = {
  case: inputs.id('case'),
  slot: inputs.id('slot'),
  mode: z.enum(['visit', 'online', 'phone']),
  reason: z.enum(['satogaeri', 'hospital', 'unavoidable']).optional(),
  returnsOn: inputs.date.optional(),
  cannotBeVisited: z.boolean().optional(),
  place: z.enum(['registered', 'elsewhere']).optional(),
  requestedBy: z.enum(['herself', 'staff', 'ward']).optional(),
  channel: z.enum(['phone', 'mail', 'in-person', 'ward']).optional(),
  stillPregnant: z.boolean().optional(),
  outside: z.strictObject({ seat: z.int().min(1), ref: inputs.code }).optional(),
  askedAt: inputs.instant.optional(),
};

/** `booking.make`: a date and its seat for a woman who has none (CHI-8.2-2). */
export const makeBookingCommand = command({
  name: 'booking.make',
  says: 'Book a visit or interview for a woman who has no date yet',
  schema: z.strictObject({
    ...wish,
    held: inputs.id('booking').optional(),
    considerations: inputs.words.optional(),
    where: z.string().max(200).optional(),
  }),
  who: BOOKERS,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: makeBooking,
  remembers: 'booking',
});

/** `booking.move`: another date in place of the one she holds (CHI-8.14-1). */
export const moveBookingCommand = command({
  name: 'booking.move',
  says: 'Move a booking to another time; the earlier date stays in the history',
  schema: z.strictObject(wish),
  who: BOOKERS,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: moveBooking,
  remembers: 'booking',
});

/** `booking.cancel`: gives the date up; the seat is free at once. */
export const cancelBookingCommand = command({
  name: 'booking.cancel',
  says: 'Cancel a booking and free its seat',
  schema: z.strictObject({ case: inputs.id('case'), reason: inputs.code }),
  who: BOOKERS,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: cancelBooking,
  remembers: 'booking',
});

/** `booking.hold`: keeps a seat for some minutes while the other questions are asked. */
export const holdSeatCommand = command({
  name: 'booking.hold',
  says: 'Keep a seat for a woman for a few minutes',
  schema: z.strictObject({
    case: inputs.id('case'),
    slot: inputs.id('slot'),
    held: inputs.id('booking'),
  }),
  who: BOOKERS,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: holdSeat,
  remembers: 'booking',
});

/** `booking.open-day`: the times of a day with as many seats as visitors are on duty (CHI-8.16-7). */
export const openDayCommand = command({
  name: 'booking.open-day',
  says: 'Open the visit times of a day for so many visitors',
  schema: z.strictObject({
    date: inputs.date,
    visitors: z.int().min(0).max(99),
    outside: z.int().min(0).max(99).optional(),
    starts: z.array(inputs.time).max(48).optional(),
  }),
  who: MANAGER,
  streams: (input) => ({ day: dayStream(input.date) }),
  decide: openDay,
  remembers: 'planning',
});

/** `booking.close-day`: a day falls out; whoever is booked on it stands in `booking.rebook`. */
export const closeDayCommand = command({
  name: 'booking.close-day',
  says: 'Close a day that falls out and list its bookings for booking anew',
  schema: z.strictObject({ date: inputs.date, reason: inputs.code }),
  who: MANAGER,
  streams: (input) => ({ day: dayStream(input.date) }),
  decide: closeDay,
  remembers: 'planning',
});

export const bookingCommands: readonly Command[] = [
  makeBookingCommand,
  moveBookingCommand,
  cancelBookingCommand,
  holdSeatCommand,
  openDayCommand,
  closeDayCommand,
];
