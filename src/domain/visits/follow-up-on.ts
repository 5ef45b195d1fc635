import type { CivilDate } from '../basics/civil-date.ts';
import type { Standing } from '../standing/standing.ts';

/** Whether she needs follow-up, as the ward had accepted it on a day (AMB-46). */
export function followUpOn({ followUp, followUpSince, opened }: Standing, day: CivilDate): boolean {
  return followUpSince === undefined || followUpSince <= day ? followUp : (opened?.followUp ?? false);
}
