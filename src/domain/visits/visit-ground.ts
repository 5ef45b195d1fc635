import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { isWithin } from '../calendar/date-range.ts';
import { reachesMonth8 } from '../calendar/pregnancy.ts';
import type { CaseState } from '../case.ts';
import type { Condition } from '../eligibility/condition.ts';
import { visitTarget } from '../eligibility/visit-target.ts';
import type { Rules } from '../rules.ts';
import type { Standing } from '../standing/standing.ts';
import { mayGoOut, type StopWord } from '../standing/what-stops-what.ts';

export type NotVisited =
  | RefusalOf<'visit-stopped', { why: StopWord }>
  | RefusalOf<'not-a-visit-target'>
  | RefusalOf<'after-birth', { due?: CivilDate }>;

export type VisitGround = {
  /** Why she may be visited: `cohort` and `born-early` also after the birth. */
  readonly ground: 'pregnant' | 'cohort' | 'born-early';
  /** Whether it is known that the notice reached her, where that matters (CHI-4.2-5). */
  readonly noticeKnown: boolean;
};

/**
 * Whether she may be visited on a day as things are known now, for booking, the day before and the day itself
 * (CHI-4.2-1): what `visitTarget` judges one by one, and what stops visits, put into one answer. The days on which
 * visits are made at all are the matter of `visit-day.ts`.
 */
export function visitGround(state: CaseState, day: CivilDate, rules: Rules): VisitGround | NotVisited {
  const { standing } = state;
  const out = mayGoOut(standing, 'bookings', day);
  if (!out.goes) return { refused: 'visit-stopped', why: out.stoppedBy };
  const { conditions } = visitTarget(state, day, rules);
  const find = (code: Condition['code']) => conditions.find((one) => one.code === code);
  const passes = (code: Condition['code']) => isPassed(find(code));
  if (!passes('residence') || !passes('month-8-window')) return { refused: 'not-a-visit-target' };
  if (!passes('pregnant')) {
    return { refused: 'after-birth', ...(standing.due ? { due: standing.due } : {}) };
  }
  const why = find('pregnant')?.why;
  return {
    ground: why === 'born-but-cohort' ? 'cohort' : why === 'born-early' ? 'born-early' : 'pregnant',
    noticeKnown: passes('notice-arrived'),
  };
}

/** Of the April-May 2026 cohort (CHI-8.5-2, AMB-17). */
export function isCohort({ due }: Standing, { booking }: Rules): boolean {
  return due !== undefined && isWithin(reachesMonth8(due, booking.weeks), booking.cohort.reached);
}

function isPassed(found: Condition | undefined): boolean {
  return found?.result === 'met' || found?.result === 'waived';
}
