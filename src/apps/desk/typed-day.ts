import { civilDateFrom, daysBetween, type CivilDate } from '../../domain/basics/civil-date.ts';
import { monthContaining, parseYearMonth, type YearMonth } from '../../domain/basics/year-month.ts';
import { parseWardDate } from '../../domain/calendar/ward-date.ts';
import type { Asking } from './asking.ts';

/** What somebody typed where a day or a month is asked for; with a `problem`, `value` is what counts without it. */
export type Typed<Value> = {
  /** As it stands in the field again. */
  readonly text: string;
  readonly value: Value;
  readonly problem?: { readonly field: string; readonly text: string };
};

/**
 * A day above a list, in any of the forms of a ward, and 9/1 for the nearest such day: it is only looked at, and the list
 * says its year. Where a day is recorded (`values.ts`) no year is guessed.
 */
export function typedDay(
  { query, today }: Pick<Asking, 'query' | 'today'>,
  name: string,
  label: string,
  otherwise: CivilDate,
): Typed<CivilDate> {
  const text = (query.get(name) ?? '').trim();
  if (text === '') return { text: otherwise, value: otherwise };
  const day = readDay(text) ?? nearestDay(text, today);
  if (day) return { text: day, value: day };
  const problem = `${label}を日付として読めません。2026-09-01、9/1、R8.9.1 のように入力してください。`;
  return { text, value: otherwise, problem: { field: name, text: problem } };
}

/** A month above a list: 2026-09, 2026年9月, R8.9, 令和8年9月; none when nothing was typed. */
export function typedMonth(
  { query }: Pick<Asking, 'query'>,
  name: string,
  label: string,
): Typed<YearMonth | undefined> {
  const text = (query.get(name) ?? '').trim();
  const month = readMonth(text);
  if (month || text === '') return { text: month ?? '', value: month };
  const problem = `${label}を月として読めません。2026-09、R8.9 のように入力してください。`;
  return { text, value: undefined, problem: { field: name, text: problem } };
}

/** A day as it may be recorded: with its year. */
export function readDay(text: string): CivilDate | undefined {
  const day = parseWardDate(text.normalize('NFKC'));
  return day.ok ? day.value : undefined;
}

export function readMonth(text: string): YearMonth | undefined {
  const narrow = text.normalize('NFKC');
  const [, year = '', number = ''] = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(narrow) ?? [];
  const month = parseYearMonth(`${year}-${number.padStart(2, '0')}`);
  if (month.ok) return month.value;
  // In an era a month is the one of its first day.
  if (!/^\D/.test(narrow)) return undefined;
  const first = readDay(narrow.endsWith('月') ? `${narrow}1日` : `${narrow}.1`);
  return first && monthContaining(first);
}

function nearestDay(text: string, today: CivilDate): CivilDate | undefined {
  const [, month, day] = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC')) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const thisYear = Number(today.slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1]
    .flatMap((year) => {
      const found = civilDateFrom(year, Number(month), Number(day));
      return found.ok ? [found.value] : [];
    })
    .toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}
