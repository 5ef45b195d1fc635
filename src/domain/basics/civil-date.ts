import { err, ok, type Result } from './result.ts';

/** A calendar day in Japan, written YYYY-MM-DD, proleptic Gregorian, years 1868 to 2199. It has no time and no zone. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** Days since 1970-01-01 (which is 0). The arithmetic of every rule is done on these integers. */
export type DayNumber = number & { readonly __brand: 'DayNumber' };

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type NotADate = { readonly type: 'not-a-date'; readonly found: string };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1868;
const LAST_YEAR = 2199;

/** Reads the one form in which dates are stored. Any other text, and a day that does not exist, is an error. */
export function parseCivilDate(text: string): Result<CivilDate, NotADate> {
  const match = SHAPE.exec(text);
  if (!match) return err({ type: 'not-a-date', found: text });
  return civilDateFrom(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A date from its numbers; 2026-02-29 and month 13 are errors, never silently the next day. */
export function civilDateFrom(year: number, month: number, day: number): Result<CivilDate, NotADate> {
  const found = `${year}-${pad(month)}-${pad(day)}`;
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  if (!inRange || !Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) {
    return err({ type: 'not-a-date', found });
  }
  if (day < 1 || day > daysInMonth(year, month)) return err({ type: 'not-a-date', found });
  return ok(found as CivilDate);
}

/** A date written in the source of the program. Throws on a wrong one: that is a mistake of ours, not of a user. */
export function date(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new Error(`Not a date in the program text: ${text}`);
  return parsed.value;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(day: CivilDate): number {
  return Number(day.slice(5, 7));
}

/** 1 to 31. */
export function dayOf(day: CivilDate): number {
  return Number(day.slice(8, 10));
}

/** Day count of Howard Hinnant's `days_from_civil`, exact for every date of the type. */
export function dayNumber(day: CivilDate): DayNumber {
  const month = monthOf(day);
  const year = month <= 2 ? yearOf(day) - 1 : yearOf(day);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(day) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as DayNumber;
}

/** The inverse of `dayNumber`. */
export function civilDate(count: number): CivilDate {
  const shifted = count + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as CivilDate;
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return civilDate(dayNumber(day) + days);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(day: CivilDate): Weekday {
  return ((((dayNumber(day) + 4) % 7) + 7) % 7) as Weekday;
}

/** Order of two dates for sorting. The text form sorts like the calendar. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
