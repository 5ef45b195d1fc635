import type { CivilDate } from '../basics/civil-date.ts';
import { date } from '../basics/civil-date.ts';
import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { SurveyRules } from './survey-rules.ts';

/** The yearly survey as a duty: by when, and whether it is done or late on a day (CHI-8.17-1). */
export type SurveyDuty = { readonly due: CivilDate; readonly state: 'held' | 'open' | 'late' };

/** `openedOn`: the days on which surveys were opened. One in the fiscal year of `today` is enough. */
export function surveyDuty(
  openedOn: readonly CivilDate[],
  today: CivilDate,
  { heldBy }: SurveyRules,
): SurveyDuty {
  const year = fiscalYearOf(today);
  const due = date(`${heldBy < '04-01' ? year + 1 : year}-${heldBy}`);
  if (openedOn.some((day) => fiscalYearOf(day) === year)) return { due, state: 'held' };
  return { due, state: today > due ? 'late' : 'open' };
}
