import { civilDateFrom, date, yearOf, type CivilDate, type NotADate } from '../basics/civil-date.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { isWithin } from './date-range.ts';

/** A Japanese era (元号). `code` is the figure that office systems write before YYMMDD. */
export type EraName = '明治' | '大正' | '昭和' | '平成' | '令和';
export type Era = {
  readonly name: EraName;
  readonly letter: 'M' | 'T' | 'S' | 'H' | 'R';
  readonly code: 1 | 2 | 3 | 4 | 5;
  readonly from: CivilDate;
  /** Last day. The day on which 大正 and 昭和 were proclaimed belongs to both eras; registers write either. */
  readonly to: CivilDate;
  /** Western year of the era's year 0, so that year 8 of 令和 is 2018 + 8. */
  readonly zero: number;
};

/** A year of an era; year 1 is written 元. */
export type EraYear = { readonly era: EraName; readonly year: number };

/**
 * Oldest first. 明治 begins here with the solar calendar (明治6年): before it
 * months were lunar and a date cannot be given by counting.
 */
export const ERAS: readonly Era[] = [
  { name: '明治', letter: 'M', code: 1, from: date('1873-01-01'), to: date('1912-07-30'), zero: 1867 },
  { name: '大正', letter: 'T', code: 2, from: date('1912-07-30'), to: date('1926-12-25'), zero: 1911 },
  { name: '昭和', letter: 'S', code: 3, from: date('1926-12-25'), to: date('1989-01-07'), zero: 1925 },
  { name: '平成', letter: 'H', code: 4, from: date('1989-01-08'), to: date('2019-04-30'), zero: 1988 },
  { name: '令和', letter: 'R', code: 5, from: date('2019-05-01'), to: date('2199-12-31'), zero: 2018 },
];

export type NotInEra =
  | NotADate
  /** The year 0 of an era. */
  | { readonly type: 'no-such-era-year'; readonly era: EraName; readonly year: number }
  /** Before the era began or after it ended, such as 平成31年5月1日; `meant` is the day by plain counting. */
  | { readonly type: 'outside-era'; readonly era: EraName; readonly meant: CivilDate };

/** The era and year in which a day lies, the younger era on a day of two; nothing before 1873. */
export function eraOf(day: CivilDate): EraYear | undefined {
  const era = ERAS.findLast(({ from }) => from <= day);
  return era && { era: era.name, year: yearOf(day) - era.zero };
}

/** 令和8, 令和元. */
export function eraLabel({ era, year }: EraYear): string {
  return `${era}${year === 1 ? '元' : year}`;
}

/** The day meant by an era's year, month and day. A day outside its era is an error, never silently another era's. */
export function dayInEra(era: Era, year: number, month: number, day: number): Result<CivilDate, NotInEra> {
  if (year < 1) return err({ type: 'no-such-era-year', era: era.name, year });
  const meant = civilDateFrom(era.zero + year, month, day);
  if (!meant.ok) return meant;
  if (!isWithin(meant.value, era)) return err({ type: 'outside-era', era: era.name, meant: meant.value });
  return ok(meant.value);
}
