import { parseCivilDate, type CivilDate } from '../../domain/basics/civil-date.ts';
import { dateIn } from '../../programmes/words/date-words.ts';

/** 2026年9月1日(火). What is no day is shown as it is. */
export function dayWords(day: CivilDate | string): string {
  const read = parseCivilDate(day);
  return read.ok ? dateIn('ja', read.value) : day;
}
