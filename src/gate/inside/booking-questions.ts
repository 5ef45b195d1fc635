import { z } from 'zod';
import { slotOffers } from '../../domain/booking/slot-offer.ts';
import { visitMinutes } from '../../domain/visits/visitor-time.ts';
import { assigned, roles } from '../../security/access.ts';
import {
  bookingsOfDay,
  bookingsOfVisitor,
  bookingsToRebook,
  daysOfVisitor,
} from '../../store/questions/bookings.ts';
import { findSlots } from '../../store/questions/slots.ts';
import { visitOfCase } from '../../store/questions/visits.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { withoutPlace } from './without-place.ts';

const OFFICE = roles('operator', 'responsible-manager');

/** `booking.slots`: the free times for one woman, her 8th month first (CHI-4.2-4). */
export const offerSlots = question({
  name: 'booking.slots',
  says: 'Show the free times for a woman, those in her 8th month first',
  schema: z.strictObject({ case: inputs.id('case'), returnsOn: inputs.date.optional() }),
  who: { allowed: [...OFFICE, { resident: true }] },
  reading: 'opened',
  opens: [],
  purpose: 'booking',
  find: async ({ reader, today, now, rules }, input) => {
    const visits = await visitOfCase(reader, input.case);
    const open = visits.filter((visit) => visit.stage === 'open');
    const slots = open.length > 0 ? await findSlots(reader, { from: today, to: rules.contract.to }, now) : [];
    return visits.map((visit) => ({ ...visit, slots }));
  },
  show: (rows, _fields, input, { now, actor, rules }) =>
    rows.map(({ slots, ...visit }) => ({
      ...visit,
      offers: slotOffers(
        slots.filter((slot) => slot.free > 0),
        { ...visit, talk: visitMinutes(visit.followUp, rules).talk, returnsOn: input.returnsOn },
        { now, online: actor === 'resident' },
        rules,
      ).map(({ slot, date, start, when, online }) => ({ slot, date, start, when, online })),
    })),
});

/** `booking.day`: everybody who is booked on a day, for the office. */
export const showBookingDay = question({
  name: 'booking.day',
  says: 'Show all bookings of a day',
  schema: z.strictObject({ date: inputs.date }),
  who: { allowed: OFFICE },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana', 'contact.phone'],
  purpose: 'booking',
  find: ({ reader }, input) => bookingsOfDay(reader, input.date),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/**
 * `visit.sheet`: the visits of the asking visitor, with what she needs at the door (DOC-07, CHI-8.3-4): of today and of
 * her next day, no other one. What is not carried about cannot be lost.
 */
export const showVisitSheet = question({
  name: 'visit.sheet',
  says: 'Show the asking visitor her own visits of today or of her next day',
  schema: z.strictObject({ date: inputs.date }),
  who: { allowed: assigned('visitor') },
  reading: 'opened',
  opens: [
    'identity.name',
    'identity.kana',
    'identity.birthDate',
    'address.postcode',
    'address.address',
    'address.building',
    'contact.phone',
    'language.written',
    'background.firstBirth',
    'background.confidants',
    'background.children',
    'answers.considerations',
  ],
  purpose: 'visit',
  find: async ({ reader, actor, today }, input) => {
    const [next] = (await daysOfVisitor(reader, actor, today)).filter(({ date }) => date > today);
    return input.date === today || input.date === next?.date
      ? bookingsOfVisitor(reader, input.date, actor)
      : [];
  },
  show: (rows, fields) =>
    rows.map((row) => ({ ...row, fields: row.protected ? withoutPlace(fields(row)) : fields(row) })),
});

/** `booking.rebook`: dates that cannot stay as they are; somebody calls each of these women. */
export const listRebookings = question({
  name: 'booking.rebook',
  says: 'List bookings whose day fell out or that are no longer allowed',
  schema: z.strictObject({}),
  who: { allowed: OFFICE },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana', 'contact.phone'],
  purpose: 'booking',
  find: ({ reader, today }) => bookingsToRebook(reader, today),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/** `booking.reserve`: how full the times are, with a warning where no reserve is left (CHI-6.2-2). */
export const showReserve = question({
  name: 'booking.reserve',
  says: 'Show how full the visit times are and where no reserve is left',
  schema: z.strictObject({ from: inputs.date, to: inputs.date }),
  who: { allowed: roles('responsible-manager', 'operator', 'work-supervisor') },
  reading: 'none',
  opens: [],
  purpose: 'planning',
  find: async ({ reader, now }, input) => {
    const slots = await findSlots(reader, input, now);
    return slots.map((slot) => ({ occupancy: slot }));
  },
  show: (rows, _fields, _input, { rules }) =>
    rows.map(({ occupancy }) => {
      const left = occupancy.seats - occupancy.taken;
      const warning: 'full' | 'no-reserve' | undefined =
        left <= 0 ? 'full' : left <= rules.booking.reserve ? 'no-reserve' : undefined;
      return occupancy.closed || warning === undefined ? occupancy : { ...occupancy, warning };
    }),
});

export const bookingQuestions: readonly Question[] = [
  offerSlots,
  showBookingDay,
  showVisitSheet,
  listRebookings,
  showReserve,
];
