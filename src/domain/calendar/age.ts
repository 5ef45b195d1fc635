import {
  addDays,
  civilDateFrom,
  date,
  dayOf,
  monthOf,
  yearOf,
  type CivilDate,
} from '../basics/civil-date.ts';
import { fiscalYearDays, fiscalYearOf } from './fiscal-year.ts';

/**
 * When a year of age is full (AMB-26).
 * - `law`: at the end of the day before the birthday (年齢計算ニ関スル法律 with 民法143条). Rules on "the end of the
 *   fiscal year in which she reaches …" need it: who is born on 1 April reaches it on 31 March.
 * - `birthday`: on the birthday, as people say it.
 */
export type AgeRule = 'law' | 'birthday';

/** The day on which an age of 1 or more is reached. Born on 29 February, the birthday of a common year is 1 March. */
export function ageReachedOn(birth: CivilDate, age: number, rule: AgeRule): CivilDate {
  const year = yearOf(birth) + age;
  const birthday = civilDateFrom(year, monthOf(birth), dayOf(birth));
  const answering = birthday.ok ? birthday.value : date(`${year}-03-01`);
  return rule === 'birthday' ? answering : addDays(answering, -1);
}

/** Completed years at the end of a day; nothing before the birth. */
export function completedAge(birth: CivilDate, on: CivilDate, rule: AgeRule): number | undefined {
  if (on < birth) return undefined;
  const years = yearOf(on) - yearOf(birth);
  // Born on 1 January, the law's day of reaching lies in the year before: one candidate above the plain difference.
  return (
    [years + 1, years].find((age) => age >= 1 && ageReachedOn(birth, age, rule) <= on) ??
    Math.max(0, years - 1)
  );
}

/** The last day of the fiscal year in which an age is reached (BAB-A-2). */
export function fiscalYearEndOfAge(birth: CivilDate, age: number, rule: AgeRule): CivilDate {
  return fiscalYearDays(fiscalYearOf(ageReachedOn(birth, age, rule))).to;
}
