import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import { whyNoTarget } from './why-no-target.ts';

/** What a woman is owed who left her contact and took no date: a mail, a call, or nothing (yet). */
export type RecallMail =
  | { readonly due: 'mail' | 'call'; readonly from: CivilDate }
  | { readonly due: 'none' };

/**
 * CHI-8.9-3: registered and no date taken: recalled by e-mail, never by card. First 14 days after registration, at
 * most two mails, each as long after the last; then a call is somebody's task (AMB-19, AMB-49). Up to the due date.
 */
export function dueRecallMail(state: CaseState, on: CivilDate, rules: Rules): RecallMail {
  const { standing, mail, registration, bookings } = state;
  const { registeredOn } = registration;
  if (!registeredOn || !standing.due || bookings.bookedDates.length > 0) return { due: 'none' };
  const { recallMailDays, recallMails } = rules.mailing.waiting;
  const from = addDays(mail.recallMails.at(-1)?.on ?? registeredOn, recallMailDays);
  if (on < from || on >= standing.due) return { due: 'none' };
  const way = mail.recallMails.length < recallMails ? 'mail' : 'call';
  if (!mayGoOut(standing, [way === 'mail' ? 'mail' : 'calls', 'recalls'], on).goes) return { due: 'none' };
  if (whyNoTarget(state, 'recall', on, rules)) return { due: 'none' };
  return { due: way, from };
}
