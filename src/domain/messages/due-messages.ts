import { dayOfInstant, instantAt, type Instant } from '../basics/instant.ts';
import { addDays } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import { dueRecallMail } from '../mailings/recall-mail.ts';
import type { Rules } from '../rules.ts';
import { mayGoOut, type Outgoing } from '../standing/what-stops-what.ts';
import type { MessageRules } from './message-rules.ts';
import type { SentMessage } from './messages.ts';
import { isAboutDate } from './plan-booking-messages.ts';
import { planMessages } from './plan-messages.ts';
import type { PlannedMessage } from './planned-message.ts';

/** What may go out now, and how: by mail, or by a call where there is no address that works. */
export type DueMessage = PlannedMessage & { readonly way: 'mail' | 'call' };

/**
 * Which messages are due at a moment, every rule asked anew: the plan may be old, her standing is now. Quiet hours are
 * not looked at: they only put off. What she has just done herself, or heard on the telephone, needs no call.
 */
export function dueMessages(state: CaseState, now: Instant, rules: Rules): readonly DueMessage[] {
  const today = dayOfInstant(now);
  const reachable = state.registration.email !== undefined && state.messages.bouncedOn === undefined;
  return planMessages(state, rules).flatMap((planned) => {
    if (now < planned.from || now >= planned.until) return [];
    const recall = planned.about === 'no-booking' ? dueRecallMail(state, today, rules).due : 'mail';
    if (recall === 'none') return [];
    const way = recall === 'call' || !reachable ? 'call' : 'mail';
    if (way === 'call' && (isAboutDate(planned.about) || planned.about === 'call-back')) return [];
    const ways = [way === 'call' ? 'calls' : 'mail', ...aim(planned.about)] as const;
    return mayGoOut(state.standing, ways, today).goes ? [{ ...planned, way }] : [];
  });
}

/** Whether a stop, and nothing else, keeps a planned message from going: that is written down once. */
export function isStopped({ standing }: CaseState, about: string, now: Instant): boolean {
  return !mayGoOut(standing, ['mail', ...aim(about)], dayOfInstant(now)).goes;
}

/** What a message is for: a stop of that stops the message, too. */
function aim(about: string): readonly Outgoing[] {
  if (about === 'no-booking') return ['recalls'];
  if (about === 'survey') return ['surveys'];
  if (about === 'not-carried-out') return [];
  if (about === 'call-back') return ['calls'];
  return about.startsWith('overseas-') ? ['parcels'] : ['bookings'];
}

/**
 * Whether an ordered mail is still to go: the rule is asked again at the moment it is handed over, as if it had not been
 * ordered (design.md 3, "Sending and stopping").
 */
export function stillDue(state: CaseState, message: SentMessage, now: Instant, rules: Rules): boolean {
  const { about, ref } = message;
  if (about === 'survey') {
    const reachable = state.registration.email !== undefined && state.messages.bouncedOn === undefined;
    return reachable && mayGoOut(state.standing, ['mail', ...aim(about)], dayOfInstant(now)).goes;
  }
  const before: CaseState = {
    ...state,
    messages: { ...state.messages, sent: state.messages.sent.filter((one) => one !== message) },
    mail: {
      ...state.mail,
      recallMails: state.mail.recallMails.filter((one) => one.message !== message.message),
    },
  };
  return dueMessages(before, now, rules).some(
    (due) => due.about === about && due.ref === ref && due.way === 'mail',
  );
}

/** When the quiet hours in which a moment lies are over; nothing when it may be sent now. */
export function quietUntil(now: Instant, { quiet }: MessageRules): Instant | undefined {
  const day = dayOfInstant(now);
  if (now < instantAt(day, quiet.to)) return instantAt(day, quiet.to);
  return now >= instantAt(day, quiet.from) ? instantAt(addDays(day, 1), quiet.to) : undefined;
}
