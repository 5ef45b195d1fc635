import type { CivilDate } from '../basics/civil-date.ts';

/** Days from `from` to `to`, both included. */
export type DateRange = { readonly from: CivilDate; readonly to: CivilDate };

export function isWithin(day: CivilDate, range: DateRange): boolean {
  return range.from <= day && day <= range.to;
}
