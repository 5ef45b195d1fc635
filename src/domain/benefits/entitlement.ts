import type { CivilDate } from '../basics/civil-date.ts';
import { earlyBirth } from '../visits/early-birth.ts';
import type { BenefitRules } from './benefit-rules.ts';

/** What decides whether an interview earns a package: all of it is known when the visit is written down. */
export type Interview = {
  readonly date: CivilDate;
  readonly pregnant: boolean;
  readonly born?: CivilDate | undefined;
  readonly due: CivilDate;
  /** Every date ever booked, kept or not (CHI-8.14-1). */
  readonly bookedDates: readonly CivilDate[];
  /** Of the April-May 2026 cohort (CHI-8.5-2). */
  readonly cohort: boolean;
};

export type Entitlement = {
  readonly to: 'granted' | 'held' | 'withheld';
  /** Code of the line of the rule table that decided. */
  readonly reason:
    | 'pregnant-at-visit'
    | 'early-birth-covered'
    | 'early-birth-unclear'
    | 'cohort-after-birth'
    | 'after-birth';
};

/**
 * The rule table of CHI-4.2-8, 4.2-9 and 8.5-2, for a completed interview with the woman herself (CHI-8.4-5, 8.4-11):
 * pregnant → granted; born early and a visit or booked date before the due date → granted; born early without such a
 * date → as AMB-06 says; of the cohort → as AMB-17 says; otherwise after birth there is none.
 */
export function entitlement(interview: Interview, rules: BenefitRules): Entitlement {
  const { pregnant, born, due, date, bookedDates, cohort } = interview;
  if (pregnant || !born) return { to: 'granted', reason: 'pregnant-at-visit' };
  const early = earlyBirth(born, due, [date, ...bookedDates]);
  if (early === 'covered') return { to: 'granted', reason: 'early-birth-covered' };
  if (cohort) return { to: outcome(rules.cohortAfterBirth), reason: 'cohort-after-birth' };
  if (early === 'ask-ward') return { to: outcome(rules.earlyBirthUnclear), reason: 'early-birth-unclear' };
  return { to: 'withheld', reason: 'after-birth' };
}

function outcome(setting: 'grant' | 'hold' | 'withhold'): Entitlement['to'] {
  return setting === 'grant' ? 'granted' : setting === 'hold' ? 'held' : 'withheld';
}
