import { addDays } from '../basics/civil-date.ts';
import type { BookingId } from '../basics/ids.ts';
import { addMinutes, instantAt } from '../basics/instant.ts';
import type { Booking, Bookings } from '../booking/booking.ts';
import { STOPPED_FOR } from '../booking/cancel-booking.ts';
import { readSlot, startOf } from '../booking/slot.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import type { Messages, SentMessage } from './messages.ts';
import type { PlannedMessage } from './planned-message.ts';

const ABOUT_DATE = ['booking', 'booking-moved', 'booking-cancelled'];

/** How long after a cancelling it is still told, in minutes. */
const CANCELLED_IS_NEWS = 24 * 60;

/** Whether a message says which date she holds: after each of them she knows it. */
export function isAboutDate(about: string): boolean {
  return ABOUT_DATE.includes(about);
}

/**
 * What she is told of her date (CHI-8.2-2, 8.14-1): that she has it, or that it took the place of another one she knew
 * of; reminders before it, each until the next takes its place and none from before she was told; or that the date she
 * knew of is given up. What she knows is the last mail that left, not what was ordered.
 */
export function planBookingMessages(
  { bookings: { active, ended }, messages }: CaseState,
  rules: Rules,
): readonly PlannedMessage[] {
  if (active) return ofDate(active, messages, rules);
  return ended ? ofCancelled(ended, messages) : [];
}

function ofDate(active: Booking, messages: Messages, rules: Rules): readonly PlannedMessage[] {
  const slot = readSlot(active.slot);
  if (!slot) return [];
  const ref = `${active.booking}@${active.slot}`;
  const start = startOf(slot);
  const known = lastTold(messages, active.booking);
  const knows = known?.ref === ref;
  const confirmed = knows
    ? known
    : messages.sent.findLast((one) => isAboutDate(one.about) && one.ref === ref && one.at >= active.since);
  const reminders = rules.messages.reminders
    .map(({ days, time }) => ({ days, from: instantAt(addDays(slot.date, -days), time) }))
    .toSorted((a, b) => b.days - a.days);
  return [
    ...(knows
      ? []
      : [{ about: known ? 'booking-moved' : 'booking', ref, from: active.since, until: start } as const]),
    ...reminders.flatMap(({ days, from }, index) => {
      if (!confirmed || confirmed.at >= from) return [];
      return [{ about: `reminder-${days}` as const, ref, from, until: reminders[index + 1]?.from ?? start }];
    }),
  ];
}

/**
 * By her link or by an operator, not by a stop: of that nothing goes. The mail names the date she knew of, and tells her,
 * too, when somebody else with her letter has cancelled (design.md 2, "The partner in the room").
 */
function ofCancelled(ended: NonNullable<Bookings['ended']>, messages: Messages): readonly PlannedMessage[] {
  const known = lastTold(messages, ended.booking);
  const byStop: readonly string[] = STOPPED_FOR;
  if (!known?.ref || byStop.includes(ended.endedFor)) return [];
  const { endedAt } = ended;
  return [
    {
      about: 'booking-cancelled',
      ref: known.ref,
      from: endedAt,
      until: addMinutes(endedAt, CANCELLED_IS_NEWS),
    },
  ];
}

/** The last date of a booking that she was told of: the mail has left, perhaps, and has not come back. */
function lastTold({ sent }: Messages, booking: BookingId): SentMessage | undefined {
  return sent.findLast(
    ({ about, ref, handedOver, status }) =>
      (about === 'booking' || about === 'booking-moved') &&
      ref?.startsWith(`${booking}@`) === true &&
      handedOver !== undefined &&
      status === 'sent',
  );
}
