import { epochOf, instantFromEpoch, type Instant } from '../basics/instant.ts';

/**
 * The clock of a town that was lived by a driven clock: `town` is the moment at which that left it, `since` the real one
 * at which somebody first opened it. Only a try-out place has such a clock.
 */
export type TownClock = { readonly town: Instant; readonly since: Instant };

/** From its first opening on the town's time goes by as the real one does: no day is skipped and none is lived twice. */
export function townNow({ town, since }: TownClock, real: Instant): Instant {
  return instantFromEpoch(epochOf(town) + Math.max(0, epochOf(real) - epochOf(since)));
}
