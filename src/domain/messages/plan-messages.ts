import { addDays } from '../basics/civil-date.ts';
import { instantAt, type Instant } from '../basics/instant.ts';
import { readSlot, startOf } from '../booking/slot.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';

export type MessageAbout = 'booking' | `reminder-${number}` | 'no-booking';

/** Something she is to be told, and between which moments. `ref` is the booking and its time. */
export type PlannedMessage = {
  readonly about: MessageAbout;
  readonly ref?: string;
  readonly from: Instant;
  /** No longer wanted from this moment on. */
  readonly until: Instant;
};

/**
 * What is to be sent by what has happened, computed back from the date of her visit (lessons.md 7). It is a plan and no
 * permission: `dueMessages` asks every rule again at the moment of sending.
 */
export function planMessages(state: CaseState, rules: Rules): readonly PlannedMessage[] {
  return [...aboutBooking(state, rules), ...aboutNoBooking(state, rules)].filter(
    (planned) => !alreadySent(state, planned),
  );
}

/** A confirmation, and reminders before the visit: each until the next takes its place, none from before she booked. */
function aboutBooking({ bookings, messages }: CaseState, rules: Rules): readonly PlannedMessage[] {
  const { active } = bookings;
  const slot = active && readSlot(active.slot);
  if (!active || !slot) return [];
  const ref = `${active.booking}@${active.slot}`;
  const start = startOf(slot);
  const confirmed = messages.sent.findLast((one) => one.about === 'booking' && one.ref === ref);
  const reminders = rules.messages.reminders
    .map(({ days, time }) => ({ days, from: instantAt(addDays(slot.date, -days), time) }))
    .toSorted((a, b) => b.days - a.days);
  return [
    { about: 'booking', ref, from: instantAt(rules.contract.from, '00:00'), until: start },
    ...reminders.flatMap(({ days, from }, index) => {
      if (!confirmed || confirmed.at >= from) return [];
      return [{ about: `reminder-${days}` as const, ref, from, until: reminders[index + 1]?.from ?? start }];
    }),
  ];
}

/** Registered and no date taken (CHI-8.9-3): when the next recall is due is `mailings/recall-mail.ts`'s to say. */
function aboutNoBooking(state: CaseState, { mailing, messages }: Rules): readonly PlannedMessage[] {
  const { registration, bookings, mail, standing } = state;
  const last = mail.recallMails.at(-1) ?? registration.registeredOn;
  if (!last || !standing.due || bookings.bookedDates.length > 0) return [];
  const from = addDays(last, mailing.waiting.recallMailDays);
  return [
    {
      about: 'no-booking',
      from: instantAt(from, messages.quiet.to),
      until: instantAt(standing.due, '00:00'),
    },
  ];
}

/** Recalls are counted by their own rule; everything else is sent once for each booking and its time. */
function alreadySent({ messages }: CaseState, { about, ref, from }: PlannedMessage): boolean {
  if (about === 'no-booking') return messages.calls.some((call) => call.about === about && call.at >= from);
  return messages.sent.some((one) => one.about === about && one.ref === ref);
}
