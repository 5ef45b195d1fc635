import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { dayOfInstant } from '../basics/instant.ts';
import { onlineUntil } from '../booking/visit-time.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { linkEndsOn } from './link-ends.ts';
import { openInvites } from './open-invites.ts';

/**
 * The days on which her part changes though nothing happens: a pause ends, a date or the time to move it passes, a move
 * begins, a right or the link ends. On such a day the courier looks at her case again.
 */
export function partChangesOn(state: CaseState, rules: Rules): readonly CivilDate[] {
  if (openInvites(state.mail).length === 0) return [];
  const { standing, bookings, benefit } = state;
  const { active } = bookings;
  const { interviewOn } = benefit;
  const days = [
    standing.paused?.until,
    standing.movedOut?.on,
    active && addDays(active.date, 1),
    active && addDays(dayOfInstant(onlineUntil(active.date, rules)), 1),
    interviewOn && addDays(oneYearLimit(interviewOn, rules.benefits.oneYear), 1),
    rules.contract.to,
    addDays(linkEndsOn(state, rules), 1),
  ];
  return [...new Set(days.flatMap((day) => day ?? []))].toSorted();
}
