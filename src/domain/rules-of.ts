import type { CommonDutyRules } from './duties/duty-rules.ts';
import type { Rules } from './rules.ts';

/** One part of what a municipality can order: `booking`, `benefits`, `members`, … */
export type RuleSubject = keyof Rules;

/** What every programme has, whatever it is about. */
export type CommonSubject = 'intake' | 'contract' | 'access' | 'handOver' | 'mailing' | 'retention';

/** What a programme that has not every subject gives. Of the duties it needs those that every programme has. */
export type GivenRules = Pick<Rules, CommonSubject> &
  Partial<Omit<Rules, 'duties'>> & { readonly duties: CommonDutyRules };

/**
 * The rules of a programme that has not every subject. The gate offers only rows whose subjects it has; should a
 * decision ask for one that is absent all the same, it stops there and does not go on with nothing.
 */
export function rulesOf(given: GivenRules): Rules {
  return new Proxy(given, {
    get: (own, name) => {
      if (typeof name === 'symbol' || Object.hasOwn(own, name)) return Reflect.get(own, name) as unknown;
      throw new Error(`This programme has no rules of the subject ${name}`);
    },
  }) as Rules;
}

/** Whether a programme has a subject. Asked without reading it. */
export function hasSubject(rules: Rules, subject: RuleSubject): boolean {
  return Object.hasOwn(rules, subject);
}

/** The rules of a subject that only some programmes have. */
export function subjectOf<S extends RuleSubject>(rules: Rules, subject: S): NonNullable<Rules[S]> {
  const found = hasSubject(rules, subject) ? rules[subject] : undefined;
  if (found === undefined || found === null)
    throw new Error(`This programme has no rules of the subject ${subject}`);
  return found;
}
