import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { AccountId, RequestId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RoleName, Side } from '../facts/governance.ts';
import type { AccountState } from './account.ts';
import { ROLES_OF_SIDE } from './never-together.ts';

/** Who, which role, for what, until when (SEC-6-2). The programme is the place itself (B-16). */
export type RequestAccess = {
  readonly account: AccountId;
  readonly request: RequestId;
  readonly role: RoleName;
  readonly purpose: string;
  readonly until: CivilDate;
};

export type AccountNotOpen = RefusalOf<'account-not-open', { account: AccountId }>;
export type RequestAccessRefusal =
  | AccountNotOpen
  | RefusalOf<'request-exists', { request: RequestId }>
  | RefusalOf<'not-of-your-side', { side: Side }>
  | RefusalOf<'role-of-other-side', { role: RoleName; side: Side }>
  | RefusalOf<'right-without-future', { until: CivilDate }>
  | RefusalOf<'right-too-long', { until: CivilDate; latest: CivilDate }>;

/** A right is asked for, never taken. It has an end, a year away at most, also an auditor's (CHI-15.4-1). */
export function requestAccess(
  state: { readonly account: AccountState },
  { account, request, role, purpose, until }: RequestAccess,
  { today, rules }: Context,
  sides: readonly Side[],
): Decision | RequestAccessRefusal {
  const { registered, open, disabled, requests } = state.account;
  if (!open || disabled || !registered) return { refused: 'account-not-open', account };
  const { side } = registered;
  if (!sides.includes(side)) return { refused: 'not-of-your-side', side };
  if (requests.some((asked) => asked.request === request)) return { refused: 'request-exists', request };
  if (!ROLES_OF_SIDE[side].includes(role)) return { refused: 'role-of-other-side', role, side };
  if (until < today) return { refused: 'right-without-future', until };
  const latest = addDays(today, rules.access.longestGrantDays);
  if (until > latest) return { refused: 'right-too-long', until, latest };
  return { facts: [{ type: 'access.requested', account, request, role, purpose, until }] };
}
