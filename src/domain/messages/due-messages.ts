import { dayOfInstant, instantAt, type Instant } from '../basics/instant.ts';
import { addDays } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import { dueRecallMail } from '../mailings/recall-mail.ts';
import type { Rules } from '../rules.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import type { MessageRules } from './message-rules.ts';
import { planMessages, type PlannedMessage } from './plan-messages.ts';

/** What may go out now, and how: by mail, or by a call where there is no address that works. */
export type DueMessage = PlannedMessage & { readonly way: 'mail' | 'call' };

/**
 * Which messages are due at a moment, every rule asked anew: the plan may be old, her standing is now. Quiet hours are
 * not looked at: they only put off. A confirmation needs no call: it was said on the telephone.
 */
export function dueMessages(state: CaseState, now: Instant, rules: Rules): readonly DueMessage[] {
  const today = dayOfInstant(now);
  const reachable = state.registration.email !== undefined && state.messages.bouncedOn === undefined;
  return planMessages(state, rules).flatMap((planned) => {
    if (now < planned.from || now >= planned.until) return [];
    const recall = planned.about === 'no-booking' ? dueRecallMail(state, today, rules).due : 'mail';
    if (recall === 'none') return [];
    const way = recall === 'call' || !reachable ? 'call' : 'mail';
    if (way === 'call' && planned.about === 'booking') return [];
    const ways = [
      way === 'call' ? 'calls' : 'mail',
      planned.about === 'no-booking' ? 'recalls' : 'bookings',
    ] as const;
    return mayGoOut(state.standing, ways, today).goes ? [{ ...planned, way }] : [];
  });
}

/** When the quiet hours in which a moment lies are over; nothing when it may be sent now. */
export function quietUntil(now: Instant, { quiet }: MessageRules): Instant | undefined {
  const day = dayOfInstant(now);
  if (now < instantAt(day, quiet.to)) return instantAt(day, quiet.to);
  return now >= instantAt(day, quiet.from) ? instantAt(addDays(day, 1), quiet.to) : undefined;
}
