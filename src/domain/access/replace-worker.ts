import type { AccountId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RoleName } from '../facts/governance.ts';
import type { AccountState } from './account.ts';
import { relieve, type LastManager } from './managers.ts';
import type { OfficeState } from './office.ts';
import type { AccountNotOpen } from './request-access.ts';
import { openReview } from './reviews.ts';

/** The ward demanded that somebody be replaced (CHI-6.3-1). */
export type ReplaceWorker = {
  readonly account: AccountId;
  /** Who takes over. */
  readonly by: AccountId;
  /** The ward's demand. */
  readonly ref: string;
};

export type ReplaceWorkerRefusal =
  | AccountNotOpen
  | LastManager
  | RefusalOf<'replaced-by-oneself'>
  | RefusalOf<'successor-lacks-right', { role: RoleName }>;

/**
 * All rights end the same day. Who follows must hold every role in force that falls free; for the responsible manager
 * her deputy follows at once. The visits still in her name are handed on by the same list of commands
 * (`visit.assign` each); the question `access.visits-left` names those that are not.
 */
export function replaceWorker(
  state: { readonly account: AccountState; readonly successor: AccountState; readonly office: OfficeState },
  { account, by, ref }: ReplaceWorker,
  context: Context,
): Decision | ReplaceWorkerRefusal {
  const { today } = context;
  const { open, disabled, grants } = state.account;
  if (account === by) return { refused: 'replaced-by-oneself' };
  if (!open || disabled) return { refused: 'account-not-open', account };
  const falling = grants.filter((grant) => grant.until >= today).map((grant) => grant.role);
  const missing = falling.find(
    (role) => !state.successor.grants.some((grant) => grant.role === role && grant.until >= today),
  );
  if (missing) return { refused: 'successor-lacks-right', role: missing };
  const office = relieve(state.office.managers, account, today);
  if (isRefusal(office)) return office;
  return {
    facts: [
      { type: 'worker.replaced', account, by, ref },
      { type: 'account.disabled', account, reason: 'replaced' },
      ...office,
      ...openReview(state.office.reviews, { cause: 'replaced', of: account }, context),
    ],
  };
}
