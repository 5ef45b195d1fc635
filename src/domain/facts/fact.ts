import type { Instant } from '../basics/instant.ts';
import type { AccountId, FactId } from '../basics/ids.ts';

/** Who acted: a person's account, or one of our own machines by its task. SEC-4-4: a human act never has a machine's name. */
export type Actor = AccountId | `system:${string}` | 'resident';

/** A fact as the journal keeps it: the payload with what the gate adds when it writes it down. */
export type Recorded<F> = F & {
  readonly id: FactId;
  readonly v: 1;
  /** When it happened. */
  readonly at: Instant;
  /** When it was entered. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
};
