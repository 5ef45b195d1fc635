import type { BookingId } from '../basics/ids.ts';
import type { VisitRules } from './visit-rules.ts';
import type { Visits } from './visits.ts';

/** Only these count against the cap: somebody stood at her door and did not meet her (CHI-8.7-1, AMB-11). */
export const COUNTED = ['absent', 'others-only'] as const;

export type Attempts = {
  /** Number of the next attempt: 1, or 2 for the re-visit. */
  readonly next: number;
  /** No further attempt without the responsible manager (CHI-8.7-2). */
  readonly usedUp: boolean;
  /** The missed booking that the next attempt repeats. */
  readonly revisitOf?: BookingId;
};

export function attempts(visits: Visits, rules: VisitRules): Attempts {
  const counted = visits.missed.filter(({ reason }) => COUNTED.some((one) => one === reason));
  const last = counted.at(-1);
  return {
    next: counted.length + 1,
    usedUp: counted.length >= rules.attempts + visits.capRaised,
    ...(last ? { revisitOf: last.booking } : {}),
  };
}
