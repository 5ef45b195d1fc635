import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { visitTarget } from '../eligibility/visit-target.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { carryOutStop, freeBooking, joined, type Consequences } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { dayNotYet, type DayNotYet } from './day-not-yet.ts';

export type ReportBirth = { readonly case: CaseId; readonly on: CivilDate; readonly source: Channel };

export type ReportBirthRefusal = NotOpen | DayNotYet;

/**
 * A birth: letters that invite are pulled, and the date she holds is decided again (CHI-4.2-8, 4.2-9, 8.5-2): it stays
 * for the April-May cohort and after an early birth, is given up when no visit is due any more, and is asked of the ward
 * when the clause leaves it open (AMB-06). Another date of birth corrects the first.
 */
export function reportBirth(
  seen: CaseSeen,
  command: ReportBirth,
  context: Context,
): Decision | ReportBirthRefusal {
  const { case: id, on, source } = command;
  const refused = notOpen(seen, id) ?? dayNotYet(on, context);
  if (refused) return refused;
  const { standing } = seen.case;
  if (standing.birth?.on === on) return KNOWN_ALREADY;
  const fact: NewFact = { type: 'case.birth-reported', case: id, on, source };
  return joined({ facts: [fact] }, bookingAfter(seen, command, context), carryOutStop(seen, 'birth', id));
}

function bookingAfter(seen: CaseSeen, { case: id, on }: ReportBirth, context: Context): Consequences {
  const { standing, bookings } = seen.case;
  if (!bookings.active) return joined();
  // The fact is not written yet and has no id; only the day of the birth is looked at.
  const born = { ...seen.case, standing: { ...standing, birth: { fact: 'fact_new', on } as const } };
  const judged = visitTarget(born, bookings.active.date, context.rules).conditions.find(
    ({ code }) => code === 'pregnant',
  );
  if (judged?.result === 'unmet') return freeBooking(seen, 'born', id, context);
  return judged?.result === 'unknown'
    ? joined({ facts: [], send: [{ queue: 'ward-notice', ref: bookings.active.booking, case: id }] })
    : joined();
}
