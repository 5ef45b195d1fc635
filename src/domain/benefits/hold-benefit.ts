import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { isReceived, onItsWay } from './package-state.ts';

/** Why a package that is earned does not leave yet: she is abroad (CHI-8.8-8), or the ward asked to wait. */
export type HoldBenefit = { readonly case: CaseId; readonly reason: 'overseas' | 'ward' | 'address-unclear' };

export type HoldBenefitRefusal =
  | RefusalOf<'nothing-owed', { case: CaseId }>
  | RefusalOf<'package-on-its-way', { case: CaseId }>
  | RefusalOf<'already-held', { reason: string }>;

/** Stops the ten-day clock of a package that is owed. What was posted is followed by its piece, not by a hold. */
export function holdBenefit(
  state: { readonly case: CaseState },
  { case: id, reason }: HoldBenefit,
  _context: Context,
): Decision | HoldBenefitRefusal {
  const { benefit, mail } = state.case;
  if (benefit.entitlement?.to !== 'granted' || benefit.expired || isReceived(mail)) {
    return { refused: 'nothing-owed', case: id };
  }
  if (onItsWay(mail)) return { refused: 'package-on-its-way', case: id };
  if (benefit.heldFor) return { refused: 'already-held', reason: benefit.heldFor };
  return { facts: [{ type: 'benefit.held', case: id, reason }] };
}
