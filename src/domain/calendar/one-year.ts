import {
  addDays,
  civilDateFrom,
  date,
  dayOf,
  monthOf,
  yearOf,
  type CivilDate,
} from '../basics/civil-date.ts';

/**
 * How "within 1 year" is read (AMB-15, AMB-34).
 * - `anniversary`: the first day is not counted (民法140条), so that the last day is the same day a year later.
 * - `day-before`: the first day is counted, so that the last day is the one before.
 */
export type OneYearRule = 'anniversary' | 'day-before';

/**
 * The last day, until 24:00, of "within 1 year" from a day (民法143条; CHI-8.4-8, 8.8-10). The period ends on the eve
 * of the day that answers to its first counted day; if that year has no such day, on the last day of the month.
 * So 2027-02-28 runs to 2028-02-29, and 2028-02-28 as well as 2028-02-29 run to 2029-02-28.
 */
export function oneYearLimit(from: CivilDate, rule: OneYearRule): CivilDate {
  const firstCounted = rule === 'anniversary' ? addDays(from, 1) : from;
  const year = yearOf(firstCounted) + 1;
  const answering = civilDateFrom(year, monthOf(firstCounted), dayOf(firstCounted));
  if (answering.ok) return addDays(answering.value, -1);
  return date(`${year}-02-28`);
}
