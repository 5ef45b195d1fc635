import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnPart } from '../../src/domain/portal/own-part.ts';
import { at } from '../support/booking-place.ts';
import { apply, OPEN_DAY } from '../support/portal-room.ts';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, outside, round, woman, session } = zones;

test('a first round tells a new outside everything, and the next one nothing [SEC-14-3]', async () => {
  const her = await woman();
  const first = await round();
  assert.equal(first.anew, 'met');
  assert.equal(first.outward.capsules, 1);
  const state = await outside.end().state({ seats: true });
  assert.equal(state.needsSnapshot, false);
  assert.equal(state.seats?.length, 7 * 8);
  assert.equal(await outside.gate().state(), 'open');
  assert.equal((await session(her.code)).inside.words, 'usual');
  const next = await round();
  assert.deepEqual([next.anew, next.outward.bundles], [undefined, 0]);
});
