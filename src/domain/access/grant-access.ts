import type { AccountId, RequestId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RoleName } from '../facts/governance.ts';
import type { AccountState } from './account.ts';
import type { NotThatPerson, RequestNotOpen } from './judge-request.ts';
import { appoint } from './managers.ts';
import { forbiddenBeside } from './never-together.ts';
import type { OfficeState } from './office.ts';
import type { AccountNotOpen } from './request-access.ts';

/** What the ID manager sets up, said in full so that it can be compared with what was approved. */
export type GrantAccess = {
  readonly account: AccountId;
  readonly request: RequestId;
  readonly role: RoleName;
  readonly until: CivilDate;
};

export type GrantAccessRefusal =
  | AccountNotOpen
  | RequestNotOpen
  | NotThatPerson
  | RefusalOf<'not-as-approved', { role: RoleName; until: CivilDate }>
  | RefusalOf<'approval-out-of-date', { until: CivilDate }>
  | RefusalOf<'roles-never-together', { role: RoleName; beside: RoleName }>;

/**
 * SEC-6-4: exactly what was approved, by somebody who neither asked nor approved. Administration and use never meet in
 * one person (SEC-4-2): whoever changes sides first loses the old right. Another responsible manager becomes deputy.
 */
export function grantAccess(
  state: { readonly account: AccountState; readonly office: OfficeState },
  { account, request, role, until }: GrantAccess,
  { actor, today }: Context,
): Decision | GrantAccessRefusal {
  const { open, disabled, requests, grants } = state.account;
  if (!open || disabled) return { refused: 'account-not-open', account };
  const asked = requests.find((one) => one.request === request);
  if (asked?.status !== 'approved') {
    return { refused: 'request-not-open', request, status: asked?.status ?? 'unknown' };
  }
  if (actor === asked.applicant || actor === asked.approvedBy || actor === account) {
    return { refused: 'own-request', request };
  }
  if (role !== asked.role || until !== asked.until) {
    return { refused: 'not-as-approved', role: asked.role, until: asked.until };
  }
  if (until < today) return { refused: 'approval-out-of-date', until };
  const inForce = grants.filter((grant) => grant.until >= today).map((grant) => grant.role);
  const beside = forbiddenBeside(role, inForce);
  if (beside) return { refused: 'roles-never-together', role, beside };
  return {
    facts: [
      { type: 'access.granted', account, request, role, until, by: actor as AccountId },
      ...(role === 'responsible-manager' ? appoint(state.office.managers, account, until, today) : []),
    ],
  };
}
