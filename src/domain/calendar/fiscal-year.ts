import { date, monthOf, yearOf, type CivilDate } from '../basics/civil-date.ts';
import type { DateRange } from './date-range.ts';
import { eraLabel, eraOf } from './era.ts';

/** 年度: the year in which it begins. 2026 is 令和8年度, 2026-04-01 to 2027-03-31. */
export type FiscalYear = number;

export function fiscalYearOf(day: CivilDate): FiscalYear {
  return monthOf(day) >= 4 ? yearOf(day) : yearOf(day) - 1;
}

export function fiscalYearDays(year: FiscalYear): DateRange {
  return { from: date(`${year}-04-01`), to: date(`${year + 1}-03-31`) };
}

/**
 * 令和8年度. The year takes the era that is in force on 1 May: the year that began in 平成31年 is 令和元年度
 * as a whole (Cabinet decision of 2019-04-01).
 */
export function fiscalYearLabel(year: FiscalYear): string {
  const named = eraOf(date(`${year}-05-01`));
  return `${named ? eraLabel(named) : year}年度`;
}
