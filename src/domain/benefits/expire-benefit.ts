import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type ExpireBenefit = { readonly case: CaseId };

export type ExpireBenefitRefusal = RefusalOf<'not-to-expire', { case: CaseId }>;

/** The right of a woman abroad who did not report ends the day after the limit (CHI-8.8-10). Given by the clock. */
export function expireBenefit(
  { case: { benefit } }: { readonly case: CaseState },
  { case: id }: ExpireBenefit,
  { today, rules }: Context,
): Decision | ExpireBenefitRefusal {
  const { entitlement, heldFor, interviewOn, expired } = benefit;
  const over =
    entitlement?.to === 'granted' &&
    heldFor === 'overseas' &&
    !expired &&
    interviewOn !== undefined &&
    today > oneYearLimit(interviewOn, rules.benefits.oneYear);
  return over ? { facts: [{ type: 'benefit.expired', case: id }] } : { refused: 'not-to-expire', case: id };
}
