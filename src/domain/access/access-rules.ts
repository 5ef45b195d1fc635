import type { ProgrammeCalendar } from '../calendar/programme-days.ts';
import type { OneYearRule } from '../calendar/one-year.ts';
import type { RoleName } from '../facts/governance.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** Hours in which somebody usually works, HH:MM, on the days of the calendar. */
export type UsualHours = { readonly from: string; readonly to: string };

/** Settings of accounts, rights and the check of the log (SEC-4, SEC-6, SEC-17, PII-5). */
export type AccessRules = {
  /** A right ends; it is asked for anew after at most so many days. */
  readonly longestGrantDays: number;
  /** What must have been taught within the last year before an account is opened (PII-5-1, yearly repeat). */
  readonly training: { readonly topics: readonly string[]; readonly repeat: OneYearRule };
  /** A change of staff asks for a review within so many business days (SEC-6-7). */
  readonly reviewWithin: { readonly days: number; readonly calendar: ProgrammeCalendar };
  /** An account not used for so many days stands in the list (SEC-4-8). */
  readonly idleDays: number;
  /** Passwords, failures and sessions (SEC-5, SEC-11, SEC-15-1). */
  readonly signIn: SignInRules;
  /** How the log is checked (SEC-17-2 to 17-5). */
  readonly logReview: {
    /** So many denials in a row by one ID are one finding. */
    readonly denialsInARow: number;
    readonly calendar: ProgrammeCalendar;
    readonly usualHours: UsualHours & { readonly byRole?: Readonly<Partial<Record<RoleName, UsualHours>>> };
    /** So many persons opened within so many minutes by one ID are a finding. */
    readonly bulk: { readonly persons: number; readonly minutes: number };
  };
};
