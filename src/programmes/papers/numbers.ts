import { formatEraDate } from '../../domain/calendar/japanese-date.ts';
import { firstDay, type YearMonth } from '../../domain/basics/year-month.ts';
import { yearOf, type CivilDate } from '../../domain/basics/civil-date.ts';

/** How papers of a ward write numbers, days and months: 1,234 and △5, 令和8年5月10日(2026年). */
export const written = { number, yen, percent, day, month, time };

/** A minus is △: it is neither overlooked nor easily added. */
function number(value: number): string {
  const digits = String(Math.abs(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `△${digits}` : digits;
}

function yen(value: number): string {
  return `${number(value)}円`;
}

/** Whole percent, rounded down; 「―」 when there is nothing to compare with. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '―' : `${number(Math.floor((part * 100) / whole))}%`;
}

/** 和暦 first, the western year beside it where a reader may reckon. */
function day(value: CivilDate, western = false): string {
  return western ? `${formatEraDate(value)}(${yearOf(value)}年)` : formatEraDate(value);
}

/** 令和8年5月. */
function month(value: YearMonth): string {
  return formatEraDate(firstDay(value)).replace(/\d+日$/, '');
}

/** A moment as it stands in the register, to the minute: 令和8年5月10日 14時05分. */
function time(at: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(at);
  return match ? `${formatEraDate(match[1] as CivilDate)} ${match[2]}時${match[3]}分` : at;
}
