import { epochOf, instantFromEpoch, type Instant } from '../basics/instant.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** Tries that failed in a row, and until when nobody is let in; `round` as in `SignInState`. */
export type Tries = { readonly failures: number; readonly round: number; readonly notBefore?: Instant };

/** A try is counted before it is looked at, so that many at once are as many. `last`: when it fails, it locks. */
export type Taken =
  | { readonly say: 'go'; readonly next: Tries; readonly last: boolean }
  | { readonly say: 'wait'; readonly until: Instant }
  | { readonly say: 'locked' };

/** SEC-11-1: each failure in a row makes the next try wait longer; one more than there are waits locks. */
export function takeTry(
  before: Tries | undefined,
  round: number,
  now: Instant,
  { waits }: SignInRules['failures'],
): Taken {
  const tries = before && before.round === round ? before : { failures: 0, round };
  if (tries.failures > waits.length) return { say: 'locked' };
  if (tries.notBefore && now < tries.notBefore) return { say: 'wait', until: tries.notBefore };
  const seconds = waits[tries.failures] ?? 0;
  const notBefore = instantFromEpoch(epochOf(now) + seconds * 1000);
  return {
    say: 'go',
    next: { failures: tries.failures + 1, round, ...(seconds > 0 ? { notBefore } : {}) },
    last: tries.failures === waits.length,
  };
}
