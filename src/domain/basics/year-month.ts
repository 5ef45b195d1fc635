import { civilDateFrom, type CivilDate } from './civil-date.ts';
import { err, ok, type Result } from './result.ts';

/** A calendar month, written YYYY-MM. */
export type YearMonth = string & { readonly __brand: 'YearMonth' };

export type NotAMonth = { readonly type: 'not-a-month'; readonly found: string };

export function parseYearMonth(text: string): Result<YearMonth, NotAMonth> {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  const first = match ? civilDateFrom(Number(match[1]), Number(match[2]), 1) : undefined;
  return first?.ok ? ok(text as YearMonth) : err({ type: 'not-a-month', found: text });
}

/** The month in which a day lies. */
export function monthContaining(day: CivilDate): YearMonth {
  return day.slice(0, 7) as YearMonth;
}

export function firstDay(month: YearMonth): CivilDate {
  return `${month}-01` as CivilDate;
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: YearMonth, count: number): YearMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}` as YearMonth;
}
