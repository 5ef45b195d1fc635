import { epochOf } from '../../domain/basics/instant.ts';
import type { Standing } from '../../store/outside/outside-store.ts';
import type { CourierMarker, OutsideParts } from './outside-parts.ts';

/** Without a word from the inside for so long the pages say "please call" (design 2). */
const SILENCE_MS = 48 * 3_600_000;

/** How the outside stands, with what the marker outside the database says. */
export type Footing = {
  readonly standing: Standing;
  readonly marker: CourierMarker | undefined;
  /** The database is older than the marker, or another one, or a snapshot is under way. */
  readonly needsSnapshot: boolean;
};

/** The marker is read once for each reading of the database. */
const read = new WeakMap<Standing, Promise<Footing>>();

export async function footing(parts: OutsideParts): Promise<Footing> {
  const standing = await parts.store.standing(parts.now());
  const known = read.get(standing) ?? withMarker(parts, standing);
  read.set(standing, known);
  return known;
}

/** Nothing can be taken now: the inside is silent, or does not know what is here, or nothing could be sealed to it. */
export async function isCalling(parts: OutsideParts): Promise<boolean> {
  const { standing, needsSnapshot } = await footing(parts);
  const now = epochOf(parts.now());
  const { heard, recipient } = standing;
  if (needsSnapshot || heard === undefined || !recipient) return true;
  return now - heard > SILENCE_MS || now > recipient.until;
}

export function isBehind(standing: Standing, marker: CourierMarker | undefined): boolean {
  if (!marker) return false;
  return (
    marker.born !== standing.born || marker.outward > standing.outward || marker.inward > standing.inward
  );
}

async function withMarker(parts: OutsideParts, standing: Standing): Promise<Footing> {
  const marker = await parts.marker.read();
  return {
    standing,
    marker,
    needsSnapshot: standing.snapshot !== undefined || isBehind(standing, marker),
  };
}
