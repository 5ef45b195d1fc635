import type { CivilDate } from '../basics/civil-date.ts';
import type { SlotId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';

/**
 * What the courier carries, in both directions and by whichever way: HTTPS or a medium. Bundles of a direction are
 * numbered; one is taken only as the next (n + 1), the same again does nothing. The bytes are base64, all of it noise
 * or a slot: a bundle that lies open tells nobody anything.
 */
export type OutwardBundle = {
  readonly to: 'outside';
  readonly programme: string;
  readonly n: number;
  readonly at: Instant;
  /** Everything the outside holds is replaced by this and the following bundles up to `snapshot: 'last'` (after a restore). */
  readonly snapshot?: 'first' | 'more' | 'last' | undefined;
  /** Codes that open nothing any more. They are never taken back, whatever a later bundle says. */
  readonly revoked: readonly string[];
  readonly capsules: readonly {
    readonly locator: string;
    readonly n: number;
    readonly sealed: string;
  }[];
  /** Seats the outside owns from now on, or whose state the inside has decided. */
  readonly seats: readonly SeatWord[];
  /** Days that fell out: nothing of them is given any more. */
  readonly closed: readonly CivilDate[];
  /** Recipient keys (X25519, raw, base64) of envelopes; the last one is used. */
  readonly recipientKeys: readonly {
    readonly key: string;
    readonly from: Instant;
    readonly until: Instant;
  }[];
  /** Inward bundles up to this one are taken, and up to `secured` they are in a finished generation: those are deleted. */
  readonly taken: number;
  readonly secured: number;
  /** Signed checkpoints of the journal, as lines. */
  readonly anchors: readonly string[];
};

/**
 * `give`: the seat is the outside's from now on. `free`: the booking under `ref` is over, the seat is free if it still
 * carries that reference. `take`: the booking under `ref` stands, whatever the outside knows. `drop`: the seat goes back
 * to the inside if nobody has it; the next inward bundle says whether it did.
 */
export type SeatWord =
  | { readonly word: 'drop'; readonly slot: SlotId; readonly seat: number }
  | {
      readonly word: 'give';
      readonly slot: SlotId;
      readonly seat: number;
      readonly date: CivilDate;
      readonly start: string;
    }
  | {
      readonly word: 'free' | 'take';
      readonly slot: SlotId;
      readonly seat: number;
      readonly ref: string;
      readonly date: CivilDate;
      readonly start: string;
    };

export type InwardBundle = {
  readonly to: 'inside';
  readonly programme: string;
  readonly n: number;
  readonly at: Instant;
  readonly envelopes: readonly SealedEnvelope[];
  /** Mails that came back: our message id and a code of the reason; no address. */
  readonly bounces: readonly { readonly message: string; readonly reason: string }[];
  /** Seats the outside was asked to drop, that nobody had, and that it has closed: they are the inside's again. */
  readonly dropped?: readonly SeatName[] | undefined;
};

export type SeatName = { readonly slot: SlotId; readonly seat: number };

/** `locator` is absent for an open message. `key` names the recipient key (its first 16 hex digits of SHA-256). */
export type SealedEnvelope = {
  readonly id: string;
  readonly locator?: string | undefined;
  readonly counter: number;
  readonly form: string;
  readonly key: string;
  readonly at: Instant;
  readonly sealed: string;
};

/** A bundle as it travels: `text` is its JSON, signed by the zone it comes from (Ed25519, base64). */
export type SignedBundle = { readonly text: string; readonly signature: string };

/** How both ends stand, asked before every round. `born` names the outside's database: another one is another outside. */
export type CourierState = {
  readonly born: string;
  /** Outward bundles taken by the outside, inward ones made. */
  readonly outwardTaken: number;
  readonly inwardMade: number;
  /** The outside was restored or emptied and waits for a snapshot; it says "please call" meanwhile. */
  readonly needsSnapshot: boolean;
  /** SHA-256 of the text of the last outward bundle it took. */
  readonly outwardDigest?: string | undefined;
  /** Every seat it owns; told only when asked, after the inside was restored. */
  readonly seats?: readonly (SeatName & { readonly date: CivilDate; readonly start: string })[] | undefined;
};

/** The outside's end of the courier: all that the inside may ask of it, by whichever way. */
export type CourierEnd = {
  readonly state: (ask?: { readonly seats?: boolean }) => Promise<CourierState>;
  /** Takes the next one; the same again does nothing. A snapshot has at least two bundles, the first and the last. */
  readonly takeOutward: (bundle: SignedBundle) => Promise<BundleTaken>;
  /** The inward bundle `n`: the very bytes if it was made before, made now if it is the next one; nothing when nothing waits. */
  readonly makeInward: (n: number) => Promise<SignedBundle | undefined>;
  /** The inside has spoken, whatever it wanted: the 48 hours begin anew. */
  readonly heard: () => Promise<void>;
};

export type BundleTaken =
  | { readonly result: 'taken' | 'same' }
  /** `not-next`: `n` is neither the next one nor the same as before; `altered`: the signature or the bytes are others. */
  | {
      readonly result: 'refused';
      readonly why: 'not-next' | 'altered' | 'other-programme' | 'not-understood' | 'needs-snapshot';
      readonly next: number;
    };
