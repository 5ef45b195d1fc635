import type { CivilDate } from '../basics/civil-date.ts';
import { isWithin, type DateRange } from '../calendar/date-range.ts';
import { reachesMonth8 } from '../calendar/pregnancy.ts';
import type { DesignatedScope } from '../facts/case.ts';
import type { Rules } from '../rules.ts';
import type { Standing } from '../standing/standing.ts';
import type { Judged, TargetLabel } from './condition.ts';

/** Who passes without window and address (CHI-4.4-1: designated by the ward; 4.4-2: carried over from the last contract). */
export function waiverOf(standing: Standing, scope: DesignatedScope): Judged | undefined {
  if (standing.designation?.scope.includes(scope)) return ['waived', 'designated-by-ward'];
  return standing.opened?.origin === 'carried' ? ['waived', 'carried-over'] : undefined;
}

/** Condition ②: the day on which she reaches the 8th month lies in the window (CHI-4.1-2, 4.2-2, 4.3-2). */
export function inWindow(due: CivilDate, window: DateRange, rules: Rules): Judged {
  return isWithin(reachesMonth8(due, rules.booking.weeks), window)
    ? ['met', 'inside-window']
    : ['unmet', 'outside-window'];
}

/** The label of a case: designated, carried over, or of the month that belongs to the next contract (CHI-4.1-3). */
export function labelOf(standing: Standing, rules: Rules): TargetLabel | undefined {
  if (standing.designation) return 'designated-by-ward';
  if (standing.opened?.origin === 'carried') return 'carried-over';
  if (!standing.due) return undefined;
  const reached = reachesMonth8(standing.due, rules.booking.weeks);
  const onlyNotice = reached > rules.booking.reached.to && isWithin(reached, rules.eligibility.sending);
  return onlyNotice ? 'notice-only-next-contract' : undefined;
}
