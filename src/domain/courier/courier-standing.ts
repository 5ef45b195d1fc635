import type { CivilDate } from '../basics/civil-date.ts';
import type { Instant } from '../basics/instant.ts';

/** How the courier stands: with which outside it speaks, the last bundle of each direction, what is in a generation. */
export type CourierStanding = {
  /** It is about nobody. */
  readonly subject?: never;
  readonly chapter: number;
  readonly born: string | null;
  readonly outward: number;
  readonly inward: number;
  /** Inward bundles of this chapter that are in a finished generation. */
  readonly secured: number;
  /** There is a generation; a place that has none keeps nothing elsewhere. */
  readonly kept: boolean;
  /** What the last outward bundle of this chapter said. */
  readonly last: LastOutward | null;
  /** After a restore no seat is given before the outside was heard. */
  readonly awaitsOutside: boolean;
  readonly keys: readonly KnownKey[];
};

export type LastOutward = {
  readonly digest: string;
  readonly taken: number;
  readonly secured: number;
  readonly snapshot: 'first' | 'more' | 'last' | null;
  readonly at: Instant;
  /** The bundle of this chapter that ended its snapshot. */
  readonly completeAt: number | null;
  /** Up to where in the journal, and as of which day, every changed case of this chapter was sent. */
  readonly seen: { readonly upTo: number; readonly day: CivilDate } | null;
};

/** A recipient key as the journal knows it. */
export type KnownKey = {
  readonly key: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly destroyed: string | null;
};
