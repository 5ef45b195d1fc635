import { addMinutes, dayOfInstant, type Instant } from '../basics/instant.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import { passwordAge } from './password-rule.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** What a session is by itself: when it began, the last step, the last proof, whether both factors were given. */
export type SessionFacts = {
  readonly stamp: number;
  readonly began: Instant;
  readonly seen: Instant;
  readonly proved: Instant;
  readonly second: boolean;
  readonly locked: boolean;
  /** The class of the network it was begun in. */
  readonly network: string;
};

/** What holds now of the person, the device and the network behind it. */
export type Behind = {
  readonly stamp: number;
  readonly isOpen: boolean;
  readonly isDeviceRegistered: boolean;
  readonly network: string | undefined;
  readonly factors: number;
  readonly passwordSetOn: CivilDate | undefined;
  readonly temporary: boolean;
};

export type EndReason = 'changed' | 'device-withdrawn' | 'network-changed' | 'over';

/** What the person must do before anything else is shown to her. */
export type Need = 'second-factor' | 'password' | 'new-password' | 'first-factor';

/** `fresh`: the password was given just now, a dangerous act may follow. `remind`: it is to be changed soon. */
export type SessionStanding =
  | { readonly is: 'ended'; readonly why: EndReason }
  | { readonly is: 'waiting'; readonly needs: Need; readonly fresh: boolean }
  | { readonly is: 'open'; readonly fresh: boolean; readonly remind: boolean };

/**
 * SEC-4-6, SEC-4-8, SEC-5-3: what was changed for the person ends it at once, time ends it, a pause locks it. Whoever
 * has a second factor gives it before she may change anything, also after a reset.
 */
export function sessionStanding(
  session: SessionFacts,
  behind: Behind,
  now: Instant,
  { session: limits, password }: SignInRules,
): SessionStanding {
  const over = session.second ? limits.allHours * 60 : limits.halfMinutes;
  const isFirstTime = behind.factors === 0;
  if (!behind.isOpen || session.stamp !== behind.stamp) return { is: 'ended', why: 'changed' };
  if (!behind.isDeviceRegistered) return { is: 'ended', why: 'device-withdrawn' };
  if (behind.network !== session.network) return { is: 'ended', why: 'network-changed' };
  if (now >= addMinutes(session.began, over)) return { is: 'ended', why: 'over' };
  const fresh = now < addMinutes(session.proved, limits.freshMinutes);
  const wait = (needs: Need) => ({ is: 'waiting', needs, fresh }) as const;
  if (!session.second && !isFirstTime) return wait('second-factor');
  if (isLocked(session, now, limits)) return wait('password');
  const { passwordSetOn: setOn, temporary } = behind;
  const age = setOn && !temporary ? passwordAge(setOn, dayOfInstant(now), password) : 'expired';
  if (age === 'expired') return wait('new-password');
  if (isFirstTime || !session.second) return wait('first-factor');
  return { is: 'open', fresh, remind: age === 'remind' };
}

function isLocked(session: SessionFacts, now: Instant, { idleMinutes }: SignInRules['session']): boolean {
  return session.locked || now >= addMinutes(session.seen, idleMinutes);
}
