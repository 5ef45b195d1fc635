import type { CivilDate } from '../basics/civil-date.ts';
import type { RequestId } from '../basics/ids.ts';
import { dayOfInstant } from '../basics/instant.ts';
import type { Actor } from '../facts/fact.ts';
import type { RoleName, Side } from '../facts/governance.ts';
import type { RecordedFact } from '../facts.ts';
import { evolveSignIn, noSignIn, type SignInState } from './sign-in-state.ts';
import { evolveSavedFilters, noSavedFilters, type SavedFilters } from './saved-filters.ts';
import { evolveVisitor, noVisitor, type Visitor } from '../visits/visitor.ts';

export type AccessRequest = {
  readonly request: RequestId;
  readonly role: RoleName;
  readonly purpose: string;
  readonly until: CivilDate;
  readonly status: 'requested' | 'approved' | 'rejected' | 'granted';
  readonly applicant: Actor;
  readonly requestedOn: CivilDate;
  readonly approvedBy?: Actor;
};

/** A line of the ID register: issue, change, abolition, with who did it (SEC-4-7). */
export type RegisterLine = {
  readonly on: CivilDate;
  readonly what: 'registered' | 'opened' | 'granted' | 'withdrawn' | 'disabled' | 'replaced' | 'left';
  readonly role?: RoleName;
  readonly until?: CivilDate;
  readonly reason?: string;
  readonly by: Actor;
};

/** One person's ID from the register of workers to leaving: what was asked for, what is granted until when (SEC-4, SEC-6). */
export type AccountState = {
  readonly registered?: {
    readonly holder: string;
    readonly side: Side;
    readonly function?: string;
    readonly ref?: string;
  };
  readonly notified?: { readonly submittedOn: CivilDate; readonly effectiveFrom: CivilDate };
  /** When each topic was last taught. */
  readonly trainedOn: Readonly<Record<string, CivilDate>>;
  readonly visitor: Visitor;
  readonly signIn: SignInState;
  readonly savedFilters: SavedFilters;
  readonly pledge: {
    readonly signedOn?: CivilDate;
    readonly copyConsentOn?: CivilDate;
    readonly copySubmittedOn?: CivilDate;
  };
  readonly open: boolean;
  readonly openedOn?: CivilDate;
  readonly disabled: boolean;
  readonly leftOn?: CivilDate;
  readonly requests: readonly AccessRequest[];
  readonly grants: readonly { readonly role: RoleName; readonly until: CivilDate }[];
  readonly register: readonly RegisterLine[];
};

export const noAccount: AccountState = {
  trainedOn: {},
  visitor: noVisitor,
  signIn: noSignIn,
  savedFilters: noSavedFilters,
  pledge: {},
  open: false,
  disabled: false,
  requests: [],
  grants: [],
  register: [],
};

export function evolveAccount(state: AccountState, fact: RecordedFact): AccountState {
  return {
    ...evolveRights(state, fact),
    visitor: evolveVisitor(state.visitor, fact),
    signIn: evolveSignIn(state.signIn, fact),
    savedFilters: evolveSavedFilters(state.savedFilters, fact),
  };
}

function evolveRights(state: AccountState, fact: RecordedFact): AccountState {
  const on = dayOfInstant(fact.at);
  const by = fact.actor;
  switch (fact.type) {
    case 'worker.registered': {
      const { holder, side, function: task, ref } = fact;
      const registered = { holder, side, ...(task ? { function: task } : {}), ...(ref ? { ref } : {}) };
      return write({ ...state, registered }, { on, by, what: 'registered' });
    }
    case 'worker.notified': {
      const { submittedOn, effectiveFrom } = fact;
      return { ...state, notified: { submittedOn, effectiveFrom } };
    }
    case 'training.recorded': {
      const last = state.trainedOn[fact.topic];
      const on = last && last > fact.on ? last : fact.on;
      return { ...state, trainedOn: { ...state.trainedOn, [fact.topic]: on } };
    }
    case 'pledge.signed': {
      const { signedOn, copyConsentOn, copySubmittedOn } = fact;
      const told = {
        signedOn,
        ...(copyConsentOn ? { copyConsentOn } : {}),
        ...(copySubmittedOn ? { copySubmittedOn } : {}),
      };
      return { ...state, pledge: { ...state.pledge, ...told } };
    }
    case 'account.opened':
      return write({ ...state, open: true, openedOn: on }, { on, by, what: 'opened' });
    case 'account.disabled':
      return write(
        { ...state, disabled: true, grants: [] },
        { on, by, what: 'disabled', reason: fact.reason },
      );
    case 'worker.replaced':
      return write(state, { on, by, what: 'replaced', reason: fact.ref });
    case 'account.left':
      return write({ ...state, leftOn: fact.on }, { on, by, what: 'left' });
    case 'access.requested': {
      const { request, role, purpose, until } = fact;
      const asked = { request, role, purpose, until, status: 'requested', applicant: by } as const;
      return { ...state, requests: [...state.requests, { ...asked, requestedOn: on }] };
    }
    case 'access.approved':
      return judge(state, fact.request, { status: 'approved', approvedBy: fact.by });
    case 'access.rejected':
      return judge(state, fact.request, { status: 'rejected' });
    case 'access.granted': {
      const { role, until } = fact;
      const grants = [...state.grants.filter((grant) => grant.role !== role), { role, until }];
      const granted = { ...judge(state, fact.request, { status: 'granted' }), grants };
      return write(granted, { on, by, what: 'granted', role, until });
    }
    case 'access.withdrawn': {
      const grants = state.grants.filter((grant) => grant.role !== fact.role);
      const { role, reason } = fact;
      return write({ ...state, grants }, { on, by, what: 'withdrawn', role, reason });
    }
    default:
      return state;
  }
}

function write(state: AccountState, line: RegisterLine): AccountState {
  return { ...state, register: [...state.register, line] };
}

function judge(state: AccountState, request: RequestId, to: Partial<AccessRequest>): AccountState {
  return {
    ...state,
    requests: state.requests.map((asked) => (asked.request === request ? { ...asked, ...to } : asked)),
  };
}
