import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

/** The ward's word on an entitlement that was held for it (AMB-06, AMB-17). `ref` is the register number of that word. */
export type DecideEntitlement = {
  readonly case: CaseId;
  readonly to: 'grant' | 'withhold';
  readonly ref: string;
};

export type DecideEntitlementRefusal = RefusalOf<'entitlement-not-held', { case: CaseId }>;

/** A granted package is due ten programme days after the day the hold ended, which is today (design 5). */
export function decideEntitlement(
  { case: { benefit } }: { readonly case: CaseState },
  { case: id, to, ref }: DecideEntitlement,
  { today, rules }: Context,
): Decision | DecideEntitlementRefusal {
  if (benefit.entitlement || !benefit.heldFor) return { refused: 'entitlement-not-held', case: id };
  const reason = `ward:${ref}`;
  if (to === 'withhold') return { facts: [{ type: 'benefit.withheld', case: id, reason }] };
  const dueBy = programmeDayAfter(today, rules.benefits.dispatchDays, rules.benefits.calendar);
  return { facts: [{ type: 'benefit.granted', case: id, reason, dueBy }] };
}
