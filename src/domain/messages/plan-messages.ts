import { addDays } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { CaseState } from '../case.ts';
import { hasSubject } from '../rules-of.ts';
import type { Rules } from '../rules.ts';
import { isAboutDate, planBookingMessages } from './plan-booking-messages.ts';
import type { PlannedMessage } from './planned-message.ts';

/**
 * What is to be sent by what has happened, computed back from the date of her visit (lessons.md 7). It is a plan and no
 * permission: `dueMessages` asks every rule again at the moment of sending.
 */
export function planMessages(state: CaseState, rules: Rules): readonly PlannedMessage[] {
  if (!hasSubject(rules, 'messages')) return [];
  return [
    ...planBookingMessages(state, rules),
    ...aboutCallBacks(state),
    ...aboutNoBooking(state, rules),
    ...aboutOverseas(state, rules),
    ...aboutNotCarriedOut(state, rules),
  ].filter((planned) => !alreadySent(state, planned));
}

/** Registered and no date taken (CHI-8.9-3): when the next recall is due is `mailings/recall-mail.ts`'s to say. */
function aboutNoBooking(state: CaseState, { mailing, messages }: Rules): readonly PlannedMessage[] {
  const { registration, bookings, mail, standing } = state;
  const last = mail.recallMails.at(-1)?.on ?? registration.registeredOn;
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

/**
 * Her package waits for her return: how to report, when it began and again before the limit, which each mail names
 * (CHI-8.8-8, 8.8-10, DOC-20).
 */
function aboutOverseas({ benefit }: CaseState, { benefits, messages }: Rules): readonly PlannedMessage[] {
  const { interviewOn, heldFor, heldOn, expired } = benefit;
  if (heldFor !== 'overseas' || !heldOn || !interviewOn || expired) return [];
  const limit = oneYearLimit(interviewOn, benefits.oneYear);
  const over = instantAt(addDays(limit, 1), '00:00');
  const steps = [
    { about: 'overseas-hold' as const, day: heldOn },
    ...benefits.remindBeforeLimitDays
      .map((days) => ({ about: `overseas-${days}` as const, day: addDays(limit, -days) }))
      .filter(({ day }) => day > heldOn),
  ];
  return steps.map(({ about, day }, index) => {
    const next = steps[index + 1]?.day;
    return {
      about,
      ref: `limit@${limit}`,
      from: instantAt(day, messages.quiet.to),
      until: next ? instantAt(next, messages.quiet.to) : over,
    };
  });
}

/** The visit could not be made: where she can turn from here on (CHI-8.7-3). */
function aboutNotCarriedOut({ standing }: CaseState, { messages }: Rules): readonly PlannedMessage[] {
  if (standing.closed !== 'not-carried-out' || !standing.closedOn) return [];
  const { closedOn } = standing;
  return [
    {
      about: 'not-carried-out',
      from: instantAt(closedOn, messages.quiet.to),
      until: instantAt(addDays(closedOn, 14), '00:00'),
    },
  ];
}

/** She asked by her link to be called: it is told once that we will, while nobody has called yet (design.md 2). */
function aboutCallBacks({ callBacks }: CaseState): readonly PlannedMessage[] {
  return callBacks.all
    .filter(({ channel, closed }) => channel === 'web' && !closed)
    .map(({ callBack, requestedAt, dueBy }) => ({
      about: 'call-back',
      ref: callBack,
      from: requestedAt,
      until: dueBy,
    }));
}

/**
 * Recalls are counted by their own rule. A date can be taken, given up and taken again: of each time it is told once.
 * Everything else is sent once for what it is about.
 */
function alreadySent({ messages }: CaseState, { about, ref, from }: PlannedMessage): boolean {
  if (about === 'no-booking') return messages.calls.some((call) => call.about === about && call.at >= from);
  if (isAboutDate(about)) {
    return messages.sent.some((one) => one.about === about && one.ref === ref && one.at >= from);
  }
  return (
    messages.sent.some((one) => one.about === about && one.ref === ref) ||
    messages.calls.some((call) => call.about === about && call.ref === ref)
  );
}
