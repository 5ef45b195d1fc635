import { dayOfInstant, type Instant } from '../basics/instant.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { FactorId, RequestId } from '../basics/ids.ts';
import type { Actor } from '../facts/fact.ts';
import type { FactorKind, ResetKind } from '../facts/sign-in.ts';
import type { RecordedFact } from '../facts.ts';

/** A reset that the approver has said yes to. */
export type ApprovedReset = {
  readonly reset: RequestId;
  readonly what: ResetKind;
  readonly by: Actor;
  readonly at: Instant;
  readonly done: boolean;
};

/** How somebody signs in, as the facts tell: no secret is here. */
export type SignInState = {
  /** Grows with whatever ends the sessions of this person: a session of an older stamp is over. */
  readonly stamp: number;
  /** `temporary`: the one-time password of a reset; `used` once. */
  readonly password?: {
    readonly setOn: CivilDate;
    readonly at: Instant;
    readonly temporary: boolean;
    readonly used: boolean;
  };
  readonly factors: readonly {
    readonly factor: FactorId;
    readonly kind: FactorKind;
    readonly addedOn: CivilDate;
  }[];
  readonly lockedAt?: Instant;
  /** Failures count from 0 in each round; unlocking begins the next. */
  readonly round: number;
  readonly resets: readonly ApprovedReset[];
};

export const noSignIn: SignInState = { stamp: 0, factors: [], round: 0, resets: [] };

export function evolveSignIn(state: SignInState, fact: RecordedFact): SignInState {
  const { at } = fact;
  switch (fact.type) {
    case 'account.password-set':
      return ended({ ...state, password: { setOn: dayOfInstant(at), at, temporary: false, used: false } });
    case 'account.temporary-used':
      return state.password ? { ...state, password: { ...state.password, used: true } } : state;
    case 'account.factor-added': {
      const { factor, kind } = fact;
      return ended({ ...state, factors: [...state.factors, { factor, kind, addedOn: dayOfInstant(at) }] });
    }
    case 'account.factor-removed':
      return ended({ ...state, factors: state.factors.filter(({ factor }) => factor !== fact.factor) });
    case 'account.sign-in-locked':
      return { ...state, lockedAt: at };
    case 'account.sign-in-unlocked':
      return unlocked(state);
    case 'account.reset-approved': {
      const { reset, what, actor: by } = fact;
      return { ...state, resets: [...state.resets, { reset, what, by, at, done: false }] };
    }
    case 'account.reset-done':
      return ended({
        ...unlocked(state),
        password: { setOn: dayOfInstant(at), at, temporary: true, used: false },
        factors: fact.what === 'all' ? [] : state.factors,
        resets: state.resets.map((one) => (one.reset === fact.reset ? { ...one, done: true } : one)),
      });
    case 'account.sessions-ended':
    case 'account.disabled':
    case 'account.left':
    case 'access.withdrawn':
      return ended(state);
    default:
      return state;
  }
}

function ended(state: SignInState): SignInState {
  return { ...state, stamp: state.stamp + 1 };
}

function unlocked({ lockedAt: _lockedAt, ...rest }: SignInState): SignInState {
  return { ...rest, round: rest.round + 1 };
}
