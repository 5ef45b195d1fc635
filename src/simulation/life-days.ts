import { addDays, date, type CivilDate } from '../domain/basics/civil-date.ts';
import { addMonths, firstDay, type YearMonth } from '../domain/basics/year-month.ts';
import type { DateRange } from '../domain/calendar/date-range.ts';
import { daysOfWeeks, residenceReferenceDay, STANDARD_WEEKS } from '../domain/calendar/pregnancy.ts';
import {
  PROGRAMME_CALENDAR,
  programmeDayAfter,
  programmeDayNotBefore,
} from '../domain/calendar/programme-days.ts';
import { DISPATCH_DAYS, dispatchDates } from '../domain/calendar/reporting.ts';

/** The days on which a life hangs, before anything is done: what the ward and a punctual office would do when. */
export type LifeDays = {
  /** The day on which the ward hands over the list that carries her. */
  readonly listed: CivilDate;
  /** The day on which a punctual office posts her notice. */
  readonly posted: CivilDate;
  /** When a letter posted then is usually there. */
  readonly arrives: CivilDate;
  readonly month8: DateRange;
  readonly due: CivilDate;
  /** The day whose residence counts (CHI-4.1-1). */
  readonly residence: CivilDate;
};

/** Lists begin with the contract: the catch-up list carries April and May (AMB-58). */
export const CATCH_UP_MONTHS = ['2026-04', '2026-05'] as readonly string[] as readonly YearMonth[];

/** The last cohort gets a notice only; it belongs to the next contract (CHI-4.1-3). */
export const LAST_MONTH = '2027-04' as YearMonth;

export function fileOf(month: YearMonth): 'catch-up' | 'monthly' {
  return CATCH_UP_MONTHS.includes(month) ? 'catch-up' : 'monthly';
}

/** The month in which the list with a cohort is made. */
export function monthOfList(month: YearMonth): YearMonth {
  return fileOf(month) === 'catch-up' ? ('2026-04' as YearMonth) : addMonths(month, -1);
}

/** The day on which the ward hands a cohort's list over. */
export function listDay(month: YearMonth): CivilDate {
  return programmeDayNotBefore(addDays(firstDay(monthOfList(month)), 4), PROGRAMME_CALENDAR);
}

/** The day on which rows of that list come again, set right. */
export function correctionDay(month: YearMonth): CivilDate {
  return programmeDayAfter(listDay(month), 3, PROGRAMME_CALENDAR);
}

export function lifeDays(due: CivilDate, month: YearMonth): LifeDays {
  const posted = dispatchDates(monthOfList(month), DISPATCH_DAYS, PROGRAMME_CALENDAR).target;
  return {
    listed: listDay(month),
    posted,
    arrives: addDays(posted, 3),
    month8: daysOfWeeks(due, STANDARD_WEEKS.month8),
    due,
    residence: residenceReferenceDay(due, STANDARD_WEEKS),
  };
}

/** Visits begin with May 2026 (CHI-8.5-1). */
export const FIRST_VISITS = date('2026-05-01');
