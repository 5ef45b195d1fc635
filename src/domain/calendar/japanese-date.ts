import { dayOf, monthOf, weekday, yearOf, type CivilDate } from '../basics/civil-date.ts';
import { eraLabel, eraOf } from './era.ts';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** One letter: 火. */
export function weekdayLabel(day: CivilDate): string {
  return WEEKDAYS[weekday(day)];
}

/** 2026年9月1日(火), as residents read it on screens and in letters. */
export function formatJapaneseDate(day: CivilDate): string {
  return `${yearOf(day)}年${monthAndDay(day)}(${weekdayLabel(day)})`;
}

/** 令和8年9月1日, as on official papers. A day before 1873 has no era here and keeps its western year. */
export function formatEraDate(day: CivilDate): string {
  const era = eraOf(day);
  return `${era ? eraLabel(era) : yearOf(day)}年${monthAndDay(day)}`;
}

function monthAndDay(day: CivilDate): string {
  return `${monthOf(day)}月${dayOf(day)}日`;
}
