import type { Ids } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Rules } from '../../domain/rules.ts';
import type { OutsideStore } from '../../store/outside/outside-store.ts';
import type { OutsideLimits } from './limits.ts';

/**
 * What the outside process is made of, as plain values: whoever starts it reads its folder once and hands this to
 * `openOutsideGate` (open-outside-gate.ts, for the pages) and `openCourierEnd` (courier-end.ts, for the courier). Both
 * take the same object: they share the store, which knows at once what the other end has changed.
 */
export type OutsideParts = {
  /** `openOutsideStore(role, connections)` of store/outside/outside-store.ts, after `migrateOutside`. */
  readonly store: OutsideStore;
  readonly keys: OutsideKeys;
  /** How far the courier had come, written outside the database: a restored one is found out by it. */
  readonly marker: MarkerFile;
  readonly now: () => Instant;
  readonly ids: Ids;
  /** Id of the programme; a bundle of another one is refused. */
  readonly programme: string;
  readonly rules: Rules;
  /** Another measure than `USUAL_LIMITS`: for tests that try one thing very often. */
  readonly limits?: OutsideLimits | undefined;
};

/** Secrets of the outside's key folder, under these names: `pepper`, `limits`, `courier-key`, `inside-courier-public`. */
export type OutsideKeys = {
  readonly pepper: Uint8Array;
  /** `limits`: 32 bytes from which the keys for cookies and for network addresses in memory are made. */
  readonly secret: Uint8Array;
  /** Ed25519, PKCS 8 in PEM: signs what goes inside. */
  readonly signing: string;
  /** The inside's public key, SPKI in PEM. */
  readonly inside: string;
};

/** The secret `courier-marker` of the key folder. Nothing there before the first bundle. */
export type MarkerFile = {
  readonly read: () => Promise<CourierMarker | undefined>;
  readonly write: (marker: CourierMarker) => Promise<void>;
};

/** Bundles taken and made so far, and of which database: as JSON. */
export type CourierMarker = { readonly born: string; readonly outward: number; readonly inward: number };
