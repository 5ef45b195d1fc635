import { addDays, parseCivilDate, yearOf, type CivilDate } from '../basics/civil-date.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { DateRange } from './date-range.ts';
import { eraOf } from './era.ts';
import { hasHolidayLaw, holidayName, HOLIDAY_YEARS } from './holidays.ts';
import { formatEraDate } from './japanese-date.ts';
import { oneYearLimit, type OneYearRule } from './one-year.ts';
import { daysOfWeeks, gestationalAge, lmp, type GestationalAge, type PregnancyWeeks } from './pregnancy.ts';
import { isProgrammeDay, programmeDayAfter, type ProgrammeCalendar } from './programme-days.ts';
import { parseWardDate, type WardDateError } from './ward-date.ts';

/** What `mimamori calendar pregnancy|programme-day|holiday|one-year|era` prints (design.md, "Shapes of the JSON"). */
export type PregnancyAnswer = {
  readonly due: CivilDate;
  readonly lmp: CivilDate;
  readonly month7: DateRange;
  readonly month8: DateRange;
  readonly term: DateRange;
  readonly on?: { readonly date: CivilDate } & GestationalAge;
};
export type ProgrammeDayAnswer = { readonly date: CivilDate };
export type HolidayAnswer = {
  readonly date: CivilDate;
  readonly holiday: string | null;
  readonly programmeDay: boolean;
};
export type OneYearAnswer = { readonly last: CivilDate };
export type EraAnswer = { readonly date: CivilDate; readonly era: string };

/** Why there is no answer. */
export type CalendarError =
  | WardDateError
  /** A day of the answer lies outside 1868 to 2199. */
  | { readonly type: 'outside-calendar' }
  /** The holidays of these years are not known. */
  | { readonly type: 'no-holiday-law'; readonly from: number; readonly to: number }
  /** `days` is a whole number from 1 to `most`. */
  | { readonly type: 'days-out-of-range'; readonly most: number }
  /** The day asked about lies before the pregnancy. */
  | { readonly type: 'before-pregnancy'; readonly lmp: CivilDate }
  /** Before 1873 months were lunar. */
  | { readonly type: 'before-eras'; readonly date: CivilDate };

type Answer<T> = Result<T, CalendarError>;

/** The windows of a pregnancy, and how far she is on a day if one is asked for (B-01, AMB-02). */
export function pregnancyAnswer(
  asked: { readonly due: CivilDate; readonly on?: CivilDate | undefined },
  weeks: PregnancyWeeks,
): Answer<PregnancyAnswer> {
  const { due, on } = asked;
  const windows = {
    due,
    lmp: lmp(due),
    month7: daysOfWeeks(due, weeks.month7),
    month8: daysOfWeeks(due, weeks.month8),
    term: daysOfWeeks(due, weeks.term),
  };
  if (!inCalendar(windows.lmp) || !inCalendar(windows.term.to)) return err({ type: 'outside-calendar' });
  if (on === undefined) return ok(windows);
  const age = gestationalAge(due, on);
  if (!age) return err({ type: 'before-pregnancy', lmp: windows.lmp });
  return ok({ ...windows, on: { date: on, ...age } });
}

const MOST_DAYS = 3000;

/** The n-th programme day after a day, the day after counting as the first (CHI-8.4-3, AMB-14). */
export function programmeDayAnswer(
  asked: { readonly after: CivilDate; readonly days: number },
  calendar: ProgrammeCalendar,
): Answer<ProgrammeDayAnswer> {
  const { after, days } = asked;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    return err({ type: 'days-out-of-range', most: MOST_DAYS });
  }
  // Two days a programme day and a month more are enough room in every year, so that the count never leaves the law.
  if (!hasHolidayLaw(addDays(after, 1)) || !hasHolidayLaw(addDays(after, days * 2 + 31)))
    return noHolidayLaw();
  return ok({ date: programmeDayAfter(after, days, calendar) });
}

/** Whether a day is a 休日 of the law, under which name, and whether it is worked (CHI-8.6-1 to 8.6-3). */
export function holidayAnswer(day: CivilDate, calendar: ProgrammeCalendar): Answer<HolidayAnswer> {
  if (!hasHolidayLaw(day)) return noHolidayLaw();
  const holiday = holidayName(day, calendar.holidays) ?? null;
  return ok({ date: day, holiday, programmeDay: isProgrammeDay(day, calendar) });
}

/** The last day of "within 1 year" (AMB-15). */
export function oneYearAnswer(from: CivilDate, rule: OneYearRule): Answer<OneYearAnswer> {
  if (yearOf(addDays(from, 366)) > 2199) return err({ type: 'outside-calendar' });
  return ok({ last: oneYearLimit(from, rule) });
}

/** A date in any form a ward writes, read and written in both calendars. */
export function eraAnswer(text: string): Answer<EraAnswer> {
  const day = parseWardDate(text);
  if (!day.ok) return day;
  if (!eraOf(day.value)) return err({ type: 'before-eras', date: day.value });
  return ok({ date: day.value, era: formatEraDate(day.value) });
}

function inCalendar(day: CivilDate): boolean {
  return parseCivilDate(day).ok;
}

function noHolidayLaw(): Answer<never> {
  return err({ type: 'no-holiday-law', ...HOLIDAY_YEARS });
}
