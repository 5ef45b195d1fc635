import type { CivilDate } from '../basics/civil-date.ts';

/**
 * What an earlier birth means for her right (CHI-4.2-8, 4.2-9, 8.2-3, AMB-06):
 * - `covered`: born before the due date, and a visit or any booked date lies strictly before the due date, also when
 *   it was booked after the birth;
 * - `ask-ward`: born before the due date, but every date lies on or after it;
 * - `not-covered`: born on the due date or later.
 */
export type EarlyBirth = 'covered' | 'ask-ward' | 'not-covered';

/** `dates` = the visit's date and every date ever booked, kept or not. */
export function earlyBirth(born: CivilDate, due: CivilDate, dates: readonly CivilDate[]): EarlyBirth {
  if (born >= due) return 'not-covered';
  return dates.some((day) => day < due) ? 'covered' : 'ask-ward';
}
