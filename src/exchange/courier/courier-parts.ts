import type { Instant } from '../../domain/basics/instant.ts';
import type { MessageId } from '../../domain/basics/ids.ts';
import type { Result } from '../../domain/basics/result.ts';
import type { SealedEnvelope } from '../../domain/portal/bundle.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { BundleFiles } from './bundle-files.ts';
import type { CourierLine, LineTrouble } from './courier-line.ts';
import type { BundleRefused } from './read-bundle.ts';
import type { SecretFolder } from './recipient-keys.ts';

/** All that a round of the courier stands on. */
export type CourierParts = {
  readonly programme: string;
  /** A place for trying out keeps no generations of necessity: what it has taken counts as secured. */
  readonly tryout: boolean;
  readonly now: () => Instant;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  readonly line: CourierLine;
  /** Outward bundles until the outside has them. */
  readonly files: BundleFiles;
  readonly sign: (text: string) => string;
  /** The outside's public key, SPKI in PEM. */
  readonly outsidePublic: string;
  /** Key folders of the inside, the second place last. */
  readonly keys: readonly [SecretFolder, ...SecretFolder[]];
  /** Signed checkpoints that are younger than a moment, as lines. */
  readonly anchors: (since: Instant | undefined) => Promise<readonly string[]>;
  readonly takeEnvelope: (
    envelope: SealedEnvelope,
    keys: ReadonlyMap<string, Uint8Array>,
  ) => Promise<TakenAs>;
  /** A mail that came back. `false`: nobody knows the message. An error: the place could not answer now. */
  readonly takeBounce: (bounce: {
    readonly message: MessageId;
    readonly reason: string;
  }) => Promise<Result<boolean, GateRefusal>>;
  /** One round at a time, whichever process goes; nothing when another one is under way. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  /** Told after each step that a crash may follow. */
  readonly step?: (name: RoundStep) => Promise<void> | void;
};

export type TakenAs =
  | { readonly result: 'again' | 'rejected' }
  /** `code` of an accepted one: all but its date could be carried out. */
  | { readonly result: 'accepted' | 'refused'; readonly code?: string | undefined }
  | { readonly result: 'later'; readonly refusal: GateRefusal };

export type RoundStep =
  | 'chapter-begun'
  | 'inward-fetched'
  | 'envelope-taken'
  | 'inward-recorded'
  | 'file-written'
  | 'outward-recorded'
  | 'outward-sent';

/** What one round came to. */
export type RoundTally = {
  readonly inward: {
    readonly bundles: number;
    readonly envelopes: number;
    readonly accepted: number;
    /** Of the accepted ones: those whose date could not be given. */
    readonly withoutDate: number;
    /** Business refusals by code: a person has an enquiry for each. */
    readonly refused: Readonly<Record<string, number>>;
    /** Opened with no key of ours: nothing came of them. */
    readonly rejected: number;
    /** Taken before. */
    readonly again: number;
    readonly bounces: number;
    /** Bundles that the outside no longer had after this place was restored from an older generation. */
    readonly lost: number;
  };
  readonly outward: {
    readonly bundles: number;
    readonly capsules: number;
    readonly revoked: number;
    readonly seats: number;
    readonly days: number;
  };
  /** A new chapter was begun, and everything sent anew. */
  readonly anew?: 'met' | 'inside-restored' | 'outside-restored';
};

/** Why a round ended before its end. What was done stands; the next round goes on from there. */
export type CourierStopped =
  | LineTrouble
  | BundleRefused
  | { readonly type: 'round-under-way' }
  | { readonly type: 'gate-refused'; readonly refusal: GateRefusal }
  | { readonly type: 'outside-refused'; readonly n: number; readonly why: string };

export const COURIER: By = { actor: 'system:courier' };
