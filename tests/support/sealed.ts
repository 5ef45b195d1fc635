import { setTimeout as wait } from 'node:timers/promises';
import { anchorNow, verifyPlace } from '../../src/place/anchors.ts';
import type { Place } from '../../src/place/place.ts';

/**
 * Seals and anchors everything that was written so far, and gives the anchor. Other test files run transactions on the
 * same server, and rows younger than theirs are sealed a moment later: a test that speaks of sealed rows waits for them.
 */
export async function sealAll(place: Place): ReturnType<typeof anchorNow> {
  for (let tries = 0; tries < 400; tries += 1) {
    const anchor = await anchorNow(place);
    const { unsealed } = await verifyPlace(place);
    if (unsealed.journal + unsealed.access === 0) return anchor;
    await wait(25);
  }
  throw new Error('rows were still unsealed after ten seconds');
}
