import type { CivilDate } from '../basics/civil-date.ts';
import type { RequestId } from '../basics/ids.ts';
import type { RoleName } from '../facts/governance.ts';
import type { RecordedFact } from '../facts.ts';

export type AccessRequest = {
  readonly request: RequestId;
  readonly role: RoleName;
  readonly until: CivilDate;
  readonly status: 'requested' | 'approved' | 'rejected' | 'granted';
  readonly approvedBy?: string;
};

/** One person's ID: open or disabled, what was asked for, what is granted until when (SEC-4, SEC-6). */
export type AccountState = {
  readonly open: boolean;
  readonly disabled: boolean;
  readonly requests: readonly AccessRequest[];
  readonly grants: readonly { readonly role: RoleName; readonly until: CivilDate }[];
};

export const noAccount: AccountState = { open: false, disabled: false, requests: [], grants: [] };

export function evolveAccount(state: AccountState, fact: RecordedFact): AccountState {
  switch (fact.type) {
    case 'account.opened':
      return { ...state, open: true };
    case 'account.disabled':
      return { ...state, disabled: true, grants: [] };
    case 'access.requested':
      return {
        ...state,
        requests: [
          ...state.requests,
          { request: fact.request, role: fact.role, until: fact.until, status: 'requested' },
        ],
      };
    case 'access.approved':
      return decide(state, fact.request, { status: 'approved', approvedBy: fact.by });
    case 'access.rejected':
      return decide(state, fact.request, { status: 'rejected' });
    case 'access.granted':
      return {
        ...decide(state, fact.request, { status: 'granted' }),
        grants: [
          ...state.grants.filter((grant) => grant.role !== fact.role),
          { role: fact.role, until: fact.until },
        ],
      };
    case 'access.withdrawn':
      return { ...state, grants: state.grants.filter((grant) => grant.role !== fact.role) };
    default:
      return state;
  }
}

function decide(state: AccountState, request: RequestId, to: Partial<AccessRequest>): AccountState {
  return {
    ...state,
    requests: state.requests.map((asked) => (asked.request === request ? { ...asked, ...to } : asked)),
  };
}
