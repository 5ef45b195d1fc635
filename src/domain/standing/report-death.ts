import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { carryOutStop, freeBooking, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { dayNotYet, type DayNotYet } from './day-not-yet.ts';

export type ReportDeath = { readonly case: CaseId; readonly on: CivilDate; readonly source: Channel };

export type ReportDeathRefusal = NotOpen | DayNotYet;

/** The woman has died: everything stops, and nothing goes on without the ward (design.md section 4). */
export function reportDeath(
  seen: CaseSeen,
  command: ReportDeath,
  context: Context,
): Decision | ReportDeathRefusal {
  const { case: id, on, source } = command;
  const refused = notOpen(seen, id) ?? dayNotYet(on, context);
  if (refused) return refused;
  const { womanDied } = seen.case.standing;
  if (womanDied?.on === on) return KNOWN_ALREADY;
  const fact: NewFact = { type: 'case.died', case: id, who: 'woman', on, source };
  if (womanDied) return { facts: [fact] };
  return joined(
    { facts: [fact], send: [{ queue: 'ward-notice', ref: id, case: id }] },
    freeBooking(seen, 'died', id, context),
    carryOutStop(seen, 'woman-died', id),
  );
}
