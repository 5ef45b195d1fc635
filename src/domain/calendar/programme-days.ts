import { addDays, weekday, type CivilDate } from '../basics/civil-date.ts';
import type { DateRange } from './date-range.ts';
import { ANNOUNCED_HOLIDAYS, holidayName, type HolidayTable } from './holidays.ts';

/** 月曜日から土曜日, as visits are made, or 月曜日から金曜日, as offices work (AMB-14). */
export type ProgrammeWeek = 'mon-sat' | 'mon-fri';

/** Which days are worked: days of the week, less the 休日 of the law, less the days around New Year. */
export type ProgrammeCalendar = {
  readonly week: ProgrammeWeek;
  /** Closed every year from one MM-DD to the other, both included, over the New Year (CHI-8.6-3). */
  readonly yearEnd: { readonly from: string; readonly to: string };
  readonly holidays: HolidayTable;
};

/** Days of visits, telephone and dispatch (CHI-8.6-1 to 8.6-3, 8.14-4). */
export const PROGRAMME_CALENDAR: ProgrammeCalendar = {
  week: 'mon-sat',
  yearEnd: { from: '12-29', to: '01-03' },
  holidays: ANNOUNCED_HOLIDAYS,
};

/** Days on which the ward's office is open (AMB-43). */
export const OFFICE_CALENDAR: ProgrammeCalendar = { ...PROGRAMME_CALENDAR, week: 'mon-fri' };

/** Whether a day is worked. Like all below, throws for years whose holidays are not known (`HOLIDAY_YEARS`). */
export function isProgrammeDay(day: CivilDate, calendar: ProgrammeCalendar): boolean {
  const name = weekday(day);
  if (name === 0 || (name === 6 && calendar.week === 'mon-fri')) return false;
  const monthAndDay = day.slice(5);
  if (monthAndDay >= calendar.yearEnd.from || monthAndDay <= calendar.yearEnd.to) return false;
  return holidayName(day, calendar.holidays) === undefined;
}

/** The day itself when worked, else the first worked day after it. */
export function programmeDayNotBefore(day: CivilDate, calendar: ProgrammeCalendar): CivilDate {
  return isProgrammeDay(day, calendar) ? day : nextProgrammeDay(day, calendar);
}

/** The day itself when worked, else the last worked day before it. */
export function programmeDayNotAfter(day: CivilDate, calendar: ProgrammeCalendar): CivilDate {
  return isProgrammeDay(day, calendar) ? day : previousProgrammeDay(day, calendar);
}

/** The first worked day after a day, never the day itself. */
export function nextProgrammeDay(day: CivilDate, calendar: ProgrammeCalendar): CivilDate {
  return programmeDayAfter(day, 1, calendar);
}

/** The last worked day before a day, never the day itself. */
export function previousProgrammeDay(day: CivilDate, calendar: ProgrammeCalendar): CivilDate {
  return programmeDayBefore(day, 1, calendar);
}

/** The n-th worked day after a day, which itself is not counted (民法140条, AMB-14, CHI-8.4-3). n is 1 or more. */
export function programmeDayAfter(day: CivilDate, n: number, calendar: ProgrammeCalendar): CivilDate {
  return step(day, n, 1, calendar);
}

/** The n-th worked day before a day, which itself is not counted. n is 1 or more. */
export function programmeDayBefore(day: CivilDate, n: number, calendar: ProgrammeCalendar): CivilDate {
  return step(day, n, -1, calendar);
}

/** The worked days of a range, in order. */
export function programmeDaysIn(range: DateRange, calendar: ProgrammeCalendar): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    if (isProgrammeDay(day, calendar)) days.push(day);
  }
  return days;
}

/** How many worked days have passed at the end of `to` since `from`, the day after `from` counting as the first. */
export function programmeDaysSince(from: CivilDate, to: CivilDate, calendar: ProgrammeCalendar): number {
  return programmeDaysIn({ from: addDays(from, 1), to }, calendar).length;
}

function step(day: CivilDate, n: number, direction: 1 | -1, calendar: ProgrammeCalendar): CivilDate {
  if (!Number.isInteger(n) || n < 1) throw new Error('Programme days are counted from 1');
  let found = day;
  for (let left = n; left > 0;) {
    found = addDays(found, direction);
    if (isProgrammeDay(found, calendar)) left -= 1;
  }
  return found;
}
