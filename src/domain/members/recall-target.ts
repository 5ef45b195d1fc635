import type { CivilDate } from '../basics/civil-date.ts';
import { completedAge } from '../calendar/age.ts';
import { fiscalYearDays, type FiscalYear } from '../calendar/fiscal-year.ts';
import type { Screening } from '../facts/case.ts';

/** What the ward's list says of a member's attendance in this fiscal year. */
export type Attended = { readonly checkUp: boolean; readonly cancer: boolean };

export type RecallTarget =
  | { readonly recalled: true; readonly to: Screening; readonly age: number }
  | { readonly recalled: false; readonly why: 'too-young' | 'attended' | 'birth-date-ahead' };

/**
 * To what a member is recalled (SCR-A-2, SCR-A-3): who had no check-up to the check-up, who had it and no cancer
 * screening to that; the two never meet. The age is that of the end of the fiscal year (AMB-28), reached by the law
 * on counting ages: who turns 40 on 1 April is 40 on 31 March.
 */
export function recallTarget(
  birth: CivilDate,
  { checkUp, cancer }: Attended,
  year: FiscalYear,
  leastAge: number,
): RecallTarget {
  const age = completedAge(birth, fiscalYearDays(year).to, 'law');
  if (age === undefined) return { recalled: false, why: 'birth-date-ahead' };
  if (age < leastAge) return { recalled: false, why: 'too-young' };
  if (!checkUp) return { recalled: true, to: 'check-up', age };
  return cancer ? { recalled: false, why: 'attended' } : { recalled: true, to: 'cancer', age };
}
