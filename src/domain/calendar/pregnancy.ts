import { addDays, daysBetween, type CivilDate } from '../basics/civil-date.ts';
import { addMonths, firstDay, monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { DateRange } from './date-range.ts';

/** Completed weeks of pregnancy; `to` means up to its sixth day (31 is up to 31w6d). */
export type WeekRange = { readonly from: number; readonly to: number };

/** Where the months and the term lie, in weeks. A municipality may mean other weeks by the same words (AMB-02). */
export type PregnancyWeeks = {
  readonly month7: WeekRange;
  readonly month8: WeekRange;
  readonly term: WeekRange;
};

/** The reading taken (AMB-02): month n is the weeks 4(n-1) to 4n-1; term is 正期産. */
export const STANDARD_WEEKS: PregnancyWeeks = {
  month7: { from: 24, to: 27 },
  month8: { from: 28, to: 31 },
  term: { from: 37, to: 41 },
};

/** Completed weeks (満) and days 0 to 6, and the ordinal month (かぞえ): 28w0d is in month 8. */
export type GestationalAge = { readonly weeks: number; readonly days: number; readonly month: number };

const DAYS_TO_DUE_DATE = 280;
const DAYS_IN_MONTH = 28;

/** Day 0w0d: 280 days before the due date. */
export function lmp(due: CivilDate): CivilDate {
  return addDays(due, -DAYS_TO_DUE_DATE);
}

/** The days of a range of weeks: from its first day to its last week's sixth day. */
export function daysOfWeeks(due: CivilDate, weeks: WeekRange): DateRange {
  const start = lmp(due);
  return { from: addDays(start, weeks.from * 7), to: addDays(start, weeks.to * 7 + 6) };
}

/** Month n of four weeks, counted from 1 (domain.md 1.1). For the months with a setting use `daysOfWeeks`. */
export function pregnancyMonth(due: CivilDate, month: number): DateRange {
  const from = addDays(due, -DAYS_IN_MONTH * (11 - month));
  return { from, to: addDays(from, DAYS_IN_MONTH - 1) };
}

/** How far she is on a day; nothing before 0w0d. Counts on after the due date (42w0d is month 11). */
export function gestationalAge(due: CivilDate, on: CivilDate): GestationalAge | undefined {
  const days = daysBetween(lmp(due), on);
  if (days < 0) return undefined;
  return { weeks: Math.floor(days / 7), days: days % 7, month: Math.floor(days / DAYS_IN_MONTH) + 1 };
}

/** The day on which she reaches the 8th month, which every window of the programme asks for (CHI-4.1-2, 4.2-2, 4.3-2). */
export function reachesMonth8(due: CivilDate, weeks: PregnancyWeeks): CivilDate {
  return daysOfWeeks(due, weeks.month8).from;
}

/** The due dates of those who reach the 8th month within a range: the same range, later by one shift. */
export function dueDatesReachingMonth8(reached: DateRange, weeks: PregnancyWeeks): DateRange {
  const shift = DAYS_TO_DUE_DATE - weeks.month8.from * 7;
  return { from: addDays(reached.from, shift), to: addDays(reached.to, shift) };
}

/** The month in which the ward makes the list with her: the one before she reaches the 8th month (CHI-8.1-1). */
export function listMonth(due: CivilDate, weeks: PregnancyWeeks): YearMonth {
  return addMonths(monthContaining(reachesMonth8(due, weeks)), -1);
}

/** The day whose residence counts: the 1st of the calendar month in which she reaches the 7th month (CHI-4.1-1). */
export function residenceReferenceDay(due: CivilDate, weeks: PregnancyWeeks): CivilDate {
  return firstDay(monthContaining(daysOfWeeks(due, weeks.month7).from));
}

/**
 * Whether the residence day comes only after her list was made. So it is for those who reach the 8th month on
 * the last days of a calendar month. The ward's list decides; the row is flagged and asked again (AMB-03).
 */
export function referenceDayAfterList(due: CivilDate, weeks: PregnancyWeeks): boolean {
  return monthContaining(residenceReferenceDay(due, weeks)) > listMonth(due, weeks);
}
