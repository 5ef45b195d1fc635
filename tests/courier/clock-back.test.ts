import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, round, fallsSilent, woman, checkSeats } = zones;

test('a clock that was set back makes no round endless, and what came of the later time is told when it comes again [SEC-14-3]', async () => {
  await woman();
  await round();
  room.setNow('2026-06-20');
  const renewed = await round();
  assert.equal(renewed.outward.bundles, 1, 'the key for sealing was renewed');
  room.setNow('2026-05-13');
  await woman();
  const back = await round();
  assert.deepEqual([back.outward.bundles, back.outward.capsules], [1, 1]);
  await fallsSilent();
  room.setNow('2026-06-21');
  assert.equal((await round()).outward.bundles, 1);
  await fallsSilent();
  await checkSeats();
});
