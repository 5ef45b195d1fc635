import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type ReceiveReferral = { readonly case: CaseId; readonly referral: string };

export type ReceiveReferralRefusal = RefusalOf<'no-open-referral'>;

/** The ward received a referral (CHI-8.3-10). */
export function receiveReferral(
  state: { readonly case: CaseState },
  command: ReceiveReferral,
  _context: Context,
): Decision | ReceiveReferralRefusal {
  const open = state.case.visits.referrals.find(
    (one) => one.referral === command.referral && one.receivedOn === undefined,
  );
  if (!open) return { refused: 'no-open-referral' };
  return {
    facts: [{ type: 'referral.received', case: command.case, referral: open.referral, target: open.target }],
  };
}
