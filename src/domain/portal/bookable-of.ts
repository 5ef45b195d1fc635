import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { daysOfWeeks } from '../calendar/pregnancy.ts';
import type { CaseState } from '../case.ts';
import { labelOf } from '../eligibility/window.ts';
import type { Rules } from '../rules.ts';
import { attempts } from '../visits/attempts.ts';
import { earlyBirth } from '../visits/early-birth.ts';
import { isCohort, visitGround } from '../visits/visit-ground.ts';
import { visitMinutes } from '../visits/visitor-time.ts';
import type { InsidePart } from './inside-part.ts';

export type Bookable = Pick<InsidePart, 'bookable' | 'notBookable'>;

/**
 * Whether times are offered to her, or why not. Each wish is judged anew when it comes in: what only a person can settle
 * (a move to come, a birth that the clause leaves open) is for the telephone.
 */
export function bookableOf(
  state: CaseState,
  { today, rules }: { readonly today: CivilDate; readonly rules: Rules },
): Bookable {
  const { standing, visits } = state;
  const { due, birth } = standing;
  if (visits.completed) return { notBookable: { why: 'visited' } };
  // The one whom this contract only tells: from when on she can book (CHI-4.1-3).
  if (labelOf(standing, rules) === 'notice-only-next-contract') {
    return { notBookable: { why: 'not-yet', from: rules.portal.nextContractFrom } };
  }
  if (attempts(visits, rules.visits).usedUp) return { notBookable: { why: 'attempts-used' } };
  const first = later(addDays(today, 1), rules.booking.firstDay);
  if (first > rules.contract.to) return { notBookable: { why: 'stopped' } };
  const ground = visitGround(state, first, rules);
  if ('refused' in ground) {
    if (ground.refused === 'visit-stopped') return { notBookable: { why: 'stopped' } };
    return { notBookable: { why: ground.refused === 'after-birth' ? 'after-birth' : 'call' } };
  }
  const leaves = standing.movedOut !== undefined;
  if (!due || leaves || isOpenBirth(state, rules)) return { notBookable: { why: 'call' } };
  return {
    bookable: {
      due,
      month8: daysOfWeeks(due, rules.booking.weeks.month8),
      cohort: isCohort(standing, rules),
      born: birth !== undefined,
      talk: visitMinutes(standing.followUp, rules).talk,
    },
  };
}

/** Born early and no date before the due date yet: a later one would be for the ward to allow (AMB-06). */
function isOpenBirth({ standing, bookings }: CaseState, rules: Rules): boolean {
  const { birth, due } = standing;
  if (!birth || !due || isCohort(standing, rules)) return false;
  return earlyBirth(birth.on, due, bookings.bookedDates) !== 'covered';
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}
