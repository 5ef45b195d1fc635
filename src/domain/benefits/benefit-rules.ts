import type { OneYearRule } from '../calendar/one-year.ts';
import type { ProgrammeCalendar } from '../calendar/programme-days.ts';
import type { Yen } from '../basics/yen.ts';

/** What is given after an interview, and within which limits. Values stand with the programme. */
export type BenefitRules = {
  /** Worth of one package (CHI-8.4-1), and how many voucher sets make one. */
  readonly worth: Yen;
  readonly setsPerPackage: number;
  /** Sent within so many days of this calendar after the visit, the day after counting as the first (CHI-8.4-3, AMB-14). */
  readonly dispatchDays: number;
  readonly calendar: ProgrammeCalendar;
  /** Packages leave about every so many days; waiting longer is a warning (CHI-8.4-4). */
  readonly rhythmDays: number;
  /** Automatic re-dispatches of a returned package (CHI-8.4-7). */
  readonly resendCap: number;
  /** Last day of "within 1 year of the interview" (CHI-8.4-8, 8.8-10, AMB-15). */
  readonly oneYear: OneYearRule;
  /** From this request on, the responsible manager confirms address and way (AMB-16). */
  readonly managerFromRequest: number;
  /** AMB-06: born before the due date, but every date lies on or after it. */
  readonly earlyBirthUnclear: 'grant' | 'hold' | 'withhold';
  /** AMB-17: the April-May cohort visited after birth. */
  readonly cohortAfterBirth: 'grant' | 'hold' | 'withhold';
  /** Vouchers with fewer months left are not sent: a late request comes up to a year afterwards (domain.md 8). */
  readonly minMonthsLeft: number;
  /** Days before the one-year limit on which an overseas hold is reminded of (CHI-8.8-10). */
  readonly remindBeforeLimitDays: readonly number[];
};
