import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { BundleTaken, CourierState, InwardBundle, SignedBundle } from '../../domain/portal/bundle.ts';
import { isSignedBy } from '../../security/signature.ts';

/** Why an inward bundle is not taken. Nothing of it was looked at. */
export type BundleRefused = {
  readonly type: 'bundle-altered' | 'bundle-not-next' | 'bundle-of-other-programme' | 'bundle-not-understood';
  readonly n: number;
};

const BASE64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const INSTANT = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]{12}\+09:00$/.test(value),
);
const DATE = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value).ok);
const SLOT = z.custom<SlotId>((value) => typeof value === 'string' && /^slot_[a-z0-9-]{1,64}$/.test(value));
const SEAT = z.object({ slot: SLOT, seat: z.int().min(1) });
const NUMBER = z.int().min(0);

const signed = z.object({ text: z.string(), signature: BASE64 });

const inward = z.object({
  to: z.literal('inside'),
  programme: z.string(),
  n: NUMBER,
  at: INSTANT,
  envelopes: z
    .array(
      z.object({
        id: z.string().regex(/^[0-9a-f]{64}$/),
        locator: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
        counter: NUMBER,
        form: z.string().max(128),
        key: z.string().regex(/^[0-9a-f]{16}$/),
        at: INSTANT,
        sealed: BASE64,
      }),
    )
    .max(1000),
  bounces: z
    .array(
      z.object({
        message: z.string().regex(/^message_[a-z0-9]{1,64}$/),
        reason: z.string().regex(/^[\x21-\x7e]{1,64}$/),
      }),
    )
    .max(10_000),
  dropped: z.array(SEAT).optional(),
});

const state = z.object({
  born: z.string().regex(/^[\x21-\x7e]{1,64}$/),
  outwardTaken: NUMBER,
  inwardMade: NUMBER,
  needsSnapshot: z.boolean(),
  outwardDigest: z.string().optional(),
  seats: z.array(SEAT.extend({ date: DATE, start: z.string().regex(/^\d{2}:\d{2}$/) })).optional(),
});

const taken = z.union([
  z.object({ result: z.enum(['taken', 'same']) }),
  z.object({
    result: z.literal('refused'),
    why: z.enum(['not-next', 'altered', 'other-programme', 'not-understood', 'needs-snapshot']),
    next: NUMBER,
  }),
]);

/** Proves that the bundle is the outside's, ours, and the one that was asked for; only then it is read. */
export function readInward(
  bundle: SignedBundle,
  wanted: { readonly n: number; readonly programme: string; readonly outsidePublic: string },
): Result<InwardBundle, BundleRefused> {
  const no = (type: BundleRefused['type']) => err({ type, n: wanted.n });
  if (!isSignedBy(wanted.outsidePublic, bundle.text, bundle.signature)) return no('bundle-altered');
  const read = inward.safeParse(jsonOf(bundle.text));
  if (!read.success) return no('bundle-not-understood');
  if (read.data.programme !== wanted.programme) return no('bundle-of-other-programme');
  return read.data.n === wanted.n ? ok(read.data) : no('bundle-not-next');
}

/** The envelope of text and signature; nothing when it is none. */
export function readSigned(text: string): SignedBundle | undefined {
  const read = signed.safeParse(jsonOf(text));
  return read.success ? read.data : undefined;
}

export function readState(text: string): CourierState | undefined {
  const read = state.safeParse(jsonOf(text));
  return read.success ? read.data : undefined;
}

export function readTaken(text: string): BundleTaken | undefined {
  const read = taken.safeParse(jsonOf(text));
  return read.success ? read.data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
