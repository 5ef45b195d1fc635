import { epochOf } from '../../domain/basics/instant.ts';
import type {
  BundleTaken,
  CourierEnd,
  InwardBundle,
  OutwardBundle,
  SignedBundle,
} from '../../domain/portal/bundle.ts';
import { sha256Hex } from '../../security/digest.ts';
import { isSignedBy, signText } from '../../security/signature.ts';
import { addBounce } from '../../store/outside/envelope.ts';
import {
  freezeBundle,
  keepNumber,
  madeBefore,
  type InwardContents,
} from '../../store/outside/make-bundle.ts';
import { readStanding, type Standing } from '../../store/outside/outside-store.ts';
import { ownedSeats } from '../../store/outside/seat.ts';
import { sweep } from '../../store/outside/sweep.ts';
import { applyBundle, noteHeard, type BundleContents } from '../../store/outside/take-bundle.ts';
import type { CourierMarker, OutsideParts } from './outside-parts.ts';
import { outwardBundle } from './outward-schema.ts';
import { footing, isBehind } from './standing.ts';

/** The courier's end, and where mails that came back are noted: our message id and a code of the reason, no address. */
export type OutsideEnd = CourierEnd & {
  readonly noteBounce: (message: string, reason: string) => Promise<void>;
};

/** On the outside's parts, the same that the gate has (see outside-parts.ts). */
export function openCourierEnd(parts: OutsideParts): OutsideEnd {
  const { store } = parts;
  return {
    state: async (ask = {}) => {
      const { standing, marker, needsSnapshot } = await footing(parts);
      return {
        born: standing.born,
        outwardTaken: Math.max(standing.outward, marker?.outward ?? 0),
        inwardMade: Math.max(standing.inward, marker?.inward ?? 0),
        needsSnapshot,
        ...(standing.outwardDigest ? { outwardDigest: standing.outwardDigest } : {}),
        ...(ask.seats ? { seats: await ownedSeats(store.single) } : {}),
      };
    },
    takeOutward: (bundle) => takeOutward(parts, bundle),
    makeInward: (n) => makeInward(parts, n),
    heard: async () => {
      const now = epochOf(parts.now());
      if (!(await noteHeard(store.single, now))) return;
      store.changed();
      await sweep(store.single, now);
    },
    noteBounce: (message, reason) => addBounce(store.single, message, reason),
  };
}

/** One transaction a bundle; then its number goes to the marker outside the database. */
async function takeOutward(parts: OutsideParts, { text, signature }: SignedBundle): Promise<BundleTaken> {
  const marker = await parts.marker.read();
  const now = epochOf(parts.now());
  const refuse = async (why: Extract<BundleTaken, { result: 'refused' }>['why']) => {
    const standing = await parts.store.standing(parts.now());
    return { result: 'refused', why, next: numberOf(standing, marker) + 1 } as const;
  };
  if (!isGenuine(parts.keys.inside, text, signature)) return refuse('altered');
  const read = outwardBundle.safeParse(jsonOf(text));
  if (!read.success) return refuse('not-understood');
  const bundle: OutwardBundle = read.data;
  if (bundle.programme !== parts.programme) return refuse('other-programme');
  const digest = sha256Hex(text);

  const taken = await parts.store.write(async (writer): Promise<BundleTaken> => {
    const standing = await readStanding(writer, now, 'forUpdate');
    const why = refusalOf(bundle, digest, standing, marker);
    if (why === 'same') return { result: 'same' };
    if (why) return { result: 'refused', why, next: numberOf(standing, marker) + 1 };
    await applyBundle(writer, contentsOf(bundle, { digest, now, standing, marker }));
    await noteHeard(writer, now);
    return { result: 'taken' };
  });
  if (taken.result === 'refused') return taken;
  parts.store.changed();
  await mark(parts);
  return taken;
}

function refusalOf(
  bundle: OutwardBundle,
  digest: string,
  standing: Standing,
  marker: CourierMarker | undefined,
): 'same' | 'altered' | 'not-next' | 'needs-snapshot' | undefined {
  const before = numberOf(standing, marker);
  const { n, snapshot } = bundle;
  if (n === standing.outward && n === before) return digest === standing.outwardDigest ? 'same' : 'altered';
  // A snapshot begins anew and may leave numbers out: bundles that were made and never sent.
  if (snapshot === 'first') return n > before ? undefined : 'not-next';
  if (isBehind(standing, marker)) return 'needs-snapshot';
  if (n !== before + 1) return 'not-next';
  const goesOn = snapshot === 'more' || snapshot === 'last';
  return goesOn === (standing.snapshot !== undefined) ? undefined : 'needs-snapshot';
}

function numberOf(standing: Standing, marker: CourierMarker | undefined): number {
  return Math.max(standing.outward, marker?.outward ?? 0);
}

function contentsOf(
  bundle: OutwardBundle,
  at: {
    readonly digest: string;
    readonly now: number;
    readonly standing: Standing;
    readonly marker: CourierMarker | undefined;
  },
): BundleContents {
  const first = bundle.snapshot === 'first';
  const greatest = new Map<string, OutwardBundle['capsules'][number]>();
  for (const one of bundle.capsules) {
    if ((greatest.get(one.locator)?.n ?? -1) < one.n) greatest.set(one.locator, one);
  }
  return {
    n: bundle.n,
    now: at.now,
    digest: at.digest,
    inward: at.marker?.inward ?? 0,
    snapshot: first ? bundle.n : at.standing.snapshot,
    first,
    last: bundle.snapshot === 'last',
    revoked: [...new Set(bundle.revoked)].toSorted().map((locator) => Buffer.from(locator, 'hex')),
    capsules: [...greatest.values()].map(({ locator, n, sealed }) => ({
      locator: Buffer.from(locator, 'hex'),
      n,
      sealed: Buffer.from(sealed, 'base64'),
    })),
    seats: bundle.seats,
    closed: bundle.closed,
    keys: bundle.recipientKeys.map(({ key, from, until }) => ({
      key: Buffer.from(key, 'base64'),
      from: epochOf(from),
      until: epochOf(until),
    })),
    taken: bundle.taken,
    secured: bundle.secured,
    anchors: bundle.anchors,
  };
}

/** Frozen by its number: asked again it is the same bytes. After the outside was restored numbers go on where they were. */
async function makeInward(parts: OutsideParts, n: number): Promise<SignedBundle | undefined> {
  const now = parts.now();
  const made = await parts.store.write(async (writer): Promise<InwardContents | undefined> => {
    const standing = await readStanding(writer, epochOf(now), 'forUpdate');
    const before = await madeBefore(writer, n);
    if (before) return before;
    // A number that is over, and whose bundle was secured and taken away: nothing is left to hand over under it.
    if (n <= standing.inward) await keepNumber(writer, n, now);
    else if (!(await freezeBundle(writer, n, now))) return undefined;
    return madeBefore(writer, n);
  });
  if (!made) return undefined;
  parts.store.changed();
  await mark(parts);
  const bundle: InwardBundle = {
    to: 'inside',
    programme: parts.programme,
    n,
    at: made.at as InwardBundle['at'],
    envelopes: made.envelopes.map(({ sealed, locator, ...row }) => ({
      ...(row as Omit<InwardBundle['envelopes'][number], 'sealed' | 'locator'>),
      ...(typeof locator === 'string' ? { locator } : {}),
      sealed: (sealed as Buffer).toString('base64'),
    })),
    bounces: made.bounces as InwardBundle['bounces'],
    ...(made.dropped.length > 0 ? { dropped: made.dropped as InwardBundle['dropped'] } : {}),
  };
  const text = JSON.stringify(bundle);
  return { text, signature: signText(parts.keys.signing, text) };
}

/** Writes down outside the database how far it is, unless it is behind: then a snapshot has to come first. */
async function mark(parts: OutsideParts): Promise<void> {
  const standing = await parts.store.standing(parts.now());
  const { born, outward, inward } = standing;
  const before = await parts.marker.read();
  if (before && before.born === born && before.outward === outward && before.inward === inward) return;
  if (standing.snapshot === undefined && isBehind(standing, before)) return;
  await parts.marker.write({ born, outward, inward });
  parts.store.changed();
}

function isGenuine(publicPem: string, text: string, signature: string): boolean {
  try {
    return isSignedBy(publicPem, text, signature);
  } catch {
    return false;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
