import type { AccountId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RoleName } from '../facts/governance.ts';
import type { AccountState } from './account.ts';
import { relieve, type LastManager } from './managers.ts';
import type { OfficeState } from './office.ts';

export type WithdrawAccess = {
  readonly account: AccountId;
  readonly role: RoleName;
  readonly reason: string;
};

export type WithdrawAccessRefusal = LastManager | RefusalOf<'right-not-held', { role: RoleName }>;

/** Acts at once: the next command reads the rights anew. The last responsible manager stays (CHI-6.1-1). */
export function withdrawAccess(
  state: { readonly account: AccountState; readonly office: OfficeState },
  { account, role, reason }: WithdrawAccess,
  { today }: Context,
): Decision | WithdrawAccessRefusal {
  if (!state.account.grants.some((grant) => grant.role === role)) return { refused: 'right-not-held', role };
  const office = role === 'responsible-manager' ? relieve(state.office.managers, account, today) : [];
  if (isRefusal(office)) return office;
  return { facts: [{ type: 'access.withdrawn', account, role, reason }, ...office] };
}
