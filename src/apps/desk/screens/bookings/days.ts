import { addDays, parseCivilDate, weekday, type CivilDate } from '../../../../domain/basics/civil-date.ts';
import type { Asking, Given } from '../../asking.ts';
import { NotHere } from '../../not-here.ts';

/** A day out of an address; without one the day given. What is no day is no page of ours. */
export function dayIn({ query }: Pick<Asking, 'query'>, name: string, otherwise: CivilDate): CivilDate {
  const value = query.get(name);
  if (value === null) return otherwise;
  const read = parseCivilDate(value);
  if (!read.ok) throw new NotHere();
  return read.value;
}

/** So many days from a day on, it included. */
export function daysFrom(from: CivilDate, count: number): readonly CivilDate[] {
  return Array.from({ length: count }, (_, nr) => addDays(from, nr));
}

/** A day among the ids that an act was given. */
export function givenDay(given: Given, name: string): CivilDate {
  const read = parseCivilDate(given[name] ?? '');
  if (!read.ok) throw new NotHere();
  return read.value;
}

/** The Monday of the week of a day. */
export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, -((weekday(day) + 6) % 7));
}
