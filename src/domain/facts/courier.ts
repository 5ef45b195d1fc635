import type { CivilDate } from '../basics/civil-date.ts';
import type { Instant } from '../basics/instant.ts';

/**
 * The courier between inside and outside. A chapter begins when an outside is met or either side was restored; within it
 * the bundles of each direction are numbered without a gap.
 */
export type CourierFact =
  | {
      readonly type: 'courier.chapter-begun';
      readonly chapter: number;
      /** Which outside: the random name of its database. */
      readonly born: string;
      readonly reason: ChapterReason;
      /** Numbers of the last bundles of both directions; the next ones follow. */
      readonly outward: number;
      readonly inward: number;
      /** Inward bundles the outside had made: what they say of seats is in what it said now. */
      readonly listed: number;
      /** Seats the outside said it owns. */
      readonly seats: number;
    }
  | {
      readonly type: 'courier.key-made';
      readonly key: string;
      readonly from: Instant;
      readonly until: Instant;
    }
  | { readonly type: 'courier.key-destroyed'; readonly key: string; readonly on: CivilDate };

/** One bundle of one direction: it stands in a stream of its own. */
export type BundleFact =
  | {
      readonly type: 'courier.bundle-made';
      readonly chapter: number;
      readonly n: number;
      readonly digest: string;
      readonly capsules: number;
      readonly revoked: number;
      readonly seats: number;
      readonly taken: number;
      readonly secured: number;
      readonly snapshot?: 'first' | 'more' | 'last';
      /** With it every case that had changed was sent: up to which place of the journal, as of which day. */
      readonly upTo?: number;
      readonly day?: CivilDate;
    }
  | {
      readonly type: 'courier.bundle-taken';
      readonly chapter: number;
      readonly n: number;
      readonly digest: string;
      readonly envelopes: number;
    };

/** `met`: the first outside or another one. `inside-restored`, `outside-restored`: one side knows less than the other. */
export type ChapterReason = 'met' | 'inside-restored' | 'outside-restored';
