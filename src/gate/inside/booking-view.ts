import { z } from 'zod';
import { bookingPreview } from '../../domain/booking/booking-preview.ts';
import { readSlot } from '../../domain/booking/slot.ts';
import { roles } from '../../security/access.ts';
import { bookingsBetween } from '../../store/questions/bookings.ts';
import { casesNow } from '../../store/questions/portal.ts';
import { findSlots } from '../../store/questions/slots.ts';
import { freeVisitors } from '../../store/questions/visits.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const OFFICE = roles('operator', 'responsible-manager');

/** `booking.week`: everybody who is booked in some days, for the calendar of the office (CHI-6.2-2). */
export const showBookingWeek = question({
  name: 'booking.week',
  says: 'Show all bookings of some days, with who visits',
  schema: z.strictObject({ from: inputs.date, to: inputs.date }),
  who: { allowed: OFFICE },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana'],
  purpose: 'booking',
  find: ({ reader }, input) => bookingsBetween(reader, input),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/**
 * `booking.preview`: what a time given on the telephone would meet and bring about, before it is given. `full` and
 * `closed` are the slot book's word; `sameVisitorFree` whether her visitor could come at the new time as well.
 */
export const previewBooking = question({
  name: 'booking.preview',
  says: 'Show what booking a time, or moving a booking to it, would meet and bring about',
  schema: z.strictObject({ case: inputs.id('case'), slot: inputs.id('slot') }),
  who: { allowed: OFFICE },
  reading: 'opened',
  opens: ['identity.name', 'identity.kana'],
  purpose: 'booking',
  find: async ({ reader, now, actor, rules }, input) => {
    const to = readSlot(input.slot);
    const [occupied] = to
      ? (await findSlots(reader, { from: to.date, to: to.date }, now)).filter(
          ({ slot }) => slot === input.slot,
        )
      : [];
    const cases = await casesNow(reader, [input.case]);
    const free = to ? await freeVisitors(reader, to.date, to.start) : [];
    return cases.map(({ case: id, version, state }) => {
      const { active } = state.bookings;
      const context = { now, rules, actor: actor as `account_${string}` };
      return {
        case: id,
        subject: id,
        version,
        to,
        from: active && { date: active.date, start: readSlot(active.slot)?.start ?? '' },
        booking: active?.booking,
        mode: active?.mode,
        reason: active?.reason,
        visitor: active?.visitor,
        sameVisitorFree: free.some(({ visitor }) => visitor === active?.visitor),
        place: placeOf(occupied),
        ...bookingPreview(state, input, context),
      };
    });
  },
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

function placeOf(
  slot: { readonly closed: boolean; readonly free: number } | undefined,
): 'free' | 'full' | 'closed' | 'unknown' {
  if (!slot) return 'unknown';
  if (slot.closed) return 'closed';
  return slot.free > 0 ? 'free' : 'full';
}

export const bookingViewQuestions: readonly Question[] = [showBookingWeek, previewBooking];
