import type { AccountId } from '../basics/ids.ts';
import { isRefusal } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';
import { relieve, type LastManager } from './managers.ts';
import type { OfficeState } from './office.ts';
import type { AccountNotOpen } from './request-access.ts';
import { openReview } from './reviews.ts';

export type DisableAccount = { readonly account: AccountId; readonly reason: string };

export type DisableAccountRefusal = AccountNotOpen | LastManager;

/**
 * One step, all rights at once (SEC-4-8). The person keeps the one ID (SEC-4-1), so that nobody comes back under another
 * one; only leaving gives it up. A disabled ID is never opened again.
 */
export function disableAccount(
  state: { readonly account: AccountState; readonly office: OfficeState },
  { account, reason }: DisableAccount,
  context: Context,
): Decision | DisableAccountRefusal {
  const { open, disabled } = state.account;
  if (!open || disabled) return { refused: 'account-not-open', account };
  const office = relieve(state.office.managers, account, context.today);
  if (isRefusal(office)) return office;
  return {
    facts: [
      { type: 'account.disabled', account, reason },
      ...office,
      ...openReview(state.office.reviews, { cause: 'disabled', of: account }, context),
    ],
  };
}
