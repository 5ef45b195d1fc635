import type { CivilDate } from '../basics/civil-date.ts';
import { dayOfInstant } from '../basics/instant.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import type { CaseState } from '../case.ts';
import { dueRecallMail } from '../mailings/recall-mail.ts';
import type { SentMessage } from '../messages/messages.ts';
import { planMessages } from '../messages/plan-messages.ts';
import type { Rules } from '../rules.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import type { Duty, MakeDuty } from './duty.ts';

/**
 * What people do about messages: find out about a mail that was handed over and of which nobody knows whether it left
 * (design.md 3), call her whose mail came back or failed, and her who took no date after the last mail (AMB-49).
 */
export function messageDuties(state: CaseState, make: MakeDuty, rules: Rules): readonly Duty[] {
  const { messages } = state;
  const soon = (from: CivilDate) => ({ from, due: programmeDayAfter(from, 1, rules.mailing.calendar) });
  const unknown = messages.sent.filter(
    ({ status, handedOver, accepted }) => status === 'sent' && handedOver && !accepted,
  );
  const gone = messages.sent.filter((one) => callsFor(state, one));
  const recall = callForBooking(state, rules);
  return [
    ...unknown.map(({ message, handedOver, at }) =>
      make('settle-message', message, soon(dayOfInstant(handedOver ?? at)), 'operator'),
    ),
    ...gone.map((one) => make('call-instead', one.message, soon(callableFrom(state, one)), 'operator')),
    ...(recall ? [make('call-instead', 'no-booking', soon(recall), 'operator')] : []),
  ];
}

/** A mail that did not reach her, of which she has not been told by telephone since, if calls may be made. */
function callsFor({ messages, standing }: CaseState, one: SentMessage): boolean {
  if (one.status !== 'bounced' && one.status !== 'failed') return false;
  if (messages.calls.some((call) => call.about === one.about && call.at >= one.at)) return false;
  return mayGoOut(standing, 'calls', callableFrom({ standing }, one)).goes;
}

/** The day on which we learned of the failure, or the first on which nothing forbids to call her any more. */
function callableFrom(
  { standing }: Pick<CaseState, 'standing'>,
  { at, failedAt = at }: SentMessage,
): CivilDate {
  return notBefore(dayOfInstant(failedAt), standing);
}

/** A day, or the end of what kept us from calling her, if that came later. */
function notBefore(day: CivilDate, { paused, freedOn }: CaseState['standing']): CivilDate {
  return [paused?.until, freedOn].reduce<CivilDate>((last, one) => (one && one > last ? one : last), day);
}

/** From which day a call about taking a date is somebody's task: on the first day on which nothing forbids it. */
function callForBooking(state: CaseState, rules: Rules): CivilDate | undefined {
  const planned = planMessages(state, rules).find(({ about }) => about === 'no-booking');
  if (!planned) return undefined;
  const from = notBefore(dayOfInstant(planned.from), state.standing);
  const due = dueRecallMail(state, from, rules).due;
  const reachable = state.registration.email !== undefined && state.messages.bouncedOn === undefined;
  const calls = due === 'call' || (due === 'mail' && !reachable);
  return calls && mayGoOut(state.standing, ['calls', 'recalls'], from).goes ? from : undefined;
}
