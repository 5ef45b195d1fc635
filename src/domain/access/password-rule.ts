import { daysBetween, type CivilDate } from '../basics/civil-date.ts';
import { isCommonPassword } from './guessed-password.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** What is wrong with a new password. `listed` and `used-before` are found out where lists and hashes are. */
export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'too-few-classes'
  | 'common'
  | 'own-word'
  | 'listed'
  | 'used-before';

/**
 * SEC-5-2: length and classes (upper, lower, digit, anything else); nothing that everybody tries first, nothing built on
 * the person's ID or a word of the house. It is taken exactly as it was typed.
 */
export function passwordFaults(
  password: string,
  ownWords: readonly string[],
  rules: SignInRules['password'],
): readonly PasswordFault[] {
  const signs = Array.from(password);
  const faults: PasswordFault[] = [];
  if (signs.length < rules.least) faults.push('too-short');
  if (signs.length > rules.most) faults.push('too-long');
  if (classesIn(signs) < rules.classes) faults.push('too-few-classes');
  // The comparison below grows with the length; what is too long is refused anyway.
  if (signs.length > rules.most) return faults;
  if (isCommonPassword(password)) faults.push('common');
  const small = password.toLowerCase();
  const words = [...rules.houseWords, ...ownWords].map((word) => word.toLowerCase());
  if (words.some((word) => word.length >= 4 && small.includes(word))) faults.push('own-word');
  return faults;
}

function classesIn(signs: readonly string[]): number {
  return new Set(
    signs.map((sign) => {
      if (/^[A-Z]$/.test(sign)) return 'upper';
      if (/^[a-z]$/.test(sign)) return 'lower';
      return /^\d$/.test(sign) ? 'digit' : 'other';
    }),
  ).size;
}

/** How a password stands on a day: `remind` with the last day on which it opens (SEC-5-3), `expired` after it. */
export function passwordAge(
  setOn: CivilDate,
  today: CivilDate,
  { validDays, remindFrom }: SignInRules['password'],
): 'good' | 'remind' | 'expired' {
  const age = daysBetween(setOn, today);
  if (age > validDays) return 'expired';
  return age >= remindFrom ? 'remind' : 'good';
}
