import type { CivilDate } from '../basics/civil-date.ts';
import { addMonths, monthContaining, type YearMonth } from '../basics/year-month.ts';
import { programmeDayBefore } from '../calendar/programme-days.ts';
import { dispatchDates } from '../calendar/reporting.ts';
import type { IntakeRules } from './intake-rules.ts';

/** The next monthly list of the ward: for whom, by when it is needed, and the dispatch that waits for it. */
export type ExpectedList = {
  readonly month: YearMonth;
  readonly by: CivilDate;
  readonly dispatch: CivilDate;
};

/**
 * The ward hands over every month who reaches the 8th month in the next one (CHI-8.1-1): the list after the latest one,
 * so many programme days before the dispatch of the month before, that a refused row can still be asked about.
 */
export function expectedList(
  listed: readonly YearMonth[],
  today: CivilDate,
  { calendar, dispatch, answerDaysBeforeBatch }: IntakeRules,
): ExpectedList {
  const last = listed.toSorted().at(-1) ?? monthContaining(today);
  const month = addMonths(last, 1);
  const { target } = dispatchDates(addMonths(month, -1), dispatch, calendar);
  return { month, by: programmeDayBefore(target, answerDaysBeforeBatch, calendar), dispatch: target };
}
