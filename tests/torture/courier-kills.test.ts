import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, test } from 'node:test';
import type { RoundStep } from '../../src/exchange/courier/courier-parts.ts';
import { serveCourier } from '../../src/exchange/outside/courier-server.ts';
import { anchorNow, verifyPlace } from '../../src/place/anchors.ts';
import { checkRebuild } from '../../src/place/check-rebuild.ts';
import { at } from '../support/booking-place.ts';
import { testCluster } from '../support/cluster.ts';
import { OPEN_DAY } from '../support/portal-room.ts';
import { twoZones } from '../support/two-zones.ts';
import { isChecked, ROUNDS, someMoment } from './house.ts';

const STEPS: readonly RoundStep[] = [
  'inward-fetched',
  'envelope-taken',
  'inward-recorded',
  'file-written',
  'outward-recorded',
  'outward-sent',
];
const DAY = '2026-05-12';
const zones = await twoZones();
const { room, outside, woman, applies, sends, tryRound, checkSeats } = zones;
const { place, done, manager, operator } = room;
const text = (name: string) => readFile(join(outside.keys, name), 'utf8');
const served = await serveCourier({
  end: {
    state: (ask) => outside.end().state(ask),
    takeOutward: (bundle) => outside.end().takeOutward(bundle),
    makeInward: (n) => outside.end().makeInward(n),
    heard: () => outside.end().heard(),
  },
  tls: {
    cert: await text('courier-cert'),
    key: await text('courier-cert-key'),
    insideCert: await text('inside-cert'),
  },
  host: '127.0.0.1',
  port: 0,
});
after(() => served.close());
const cluster = await testCluster();

test('the courier is killed in the middle of transfers, at every step and at random moments: every envelope counts once, no seat is lost, none has two owners [CHI-8.2-1, CHI-8.16-7]', async (t) => {
  await done('booking.open-day', { date: '2026-06-04', visitors: 60, outside: 60 }, manager);
  assert.ok((await tryRound()).ok);
  const times = [OPEN_DAY, '2026-06-04'].flatMap((day) =>
    ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00'].map((start) => at(day, start)),
  );
  const booked: Awaited<ReturnType<typeof woman>>[] = [];
  let [sent, killed, cutOff] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const her = await woman();
    // Her capsule must be outside before she can write; the courier that brings it is killed as well.
    await killOne(STEPS[round % STEPS.length], round % 3 === 2 ? 2 : 1);
    await settle();
    const slot = times[(round * 5) % times.length] ?? at(OPEN_DAY);
    const word = await applies(her.code, slot);
    if (word === 'sent') {
      sent += 1;
      booked.push(her);
    } else assert.equal(word, 'taken');
    await changeSomething(round);
    await killOne(STEPS[round % STEPS.length], 1);
    await checkSeats(place, false);
    if (!isChecked(round)) continue;
    await settle();
    await checkSeats();
    assert.deepEqual((await checkRebuild(place)).differences, []);
  }
  await settle();
  await checkSeats();
  const [counted] = await place.database.reader.rows({
    name: 'torture-envelopes',
    text: `select count(*)::int as all, count(distinct (line::jsonb)->>'envelope')::int as each
           from fact where type = 'envelope.taken'`,
  });
  assert.deepEqual([counted?.['all'], counted?.['each']], [sent, sent], 'every envelope counts once');
  await anchorNow(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
  t.diagnostic(`courier killed ${killed} times, ${cutOff} times at a step, ${sent} envelopes counted once`);

  /** By telephone and by the link dates end, so that there is something to tell in both directions. */
  async function changeSomething(round: number): Promise<void> {
    const her = booked[round % Math.max(1, booked.length)];
    if (!her || round % 2 === 0) return;
    if (round % 4 === 1) {
      const said = await room.said('booking.cancel', { case: her.case, reason: 'her-wish' }, operator);
      assert.ok(['done', 'no-booking'].includes(said), said);
      return;
    }
    const message = { kind: 'cancel-booking', reason: 'health', callBack: false } as const;
    if ((await sends(her.code, message, `cancel-${round}`)) === 'sent') sent += 1;
  }

  async function killOne(step: RoundStep | undefined, count: number): Promise<void> {
    const args = [place.folders.root.slice(0, place.folders.root.lastIndexOf('/')), cluster.socketDir];
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, 'courier-worker.ts'),
        ...args,
        String(cluster.port),
        String(served.port),
        DAY,
        step ?? '',
        String(count),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    t.after(() => child.kill('SIGKILL'));
    const lines: string[] = [];
    const reading = createInterface({ input: child.stdout });
    const closed = once(reading, 'close');
    reading.on('line', (line) => lines.push(line));
    const until = performance.now() + 180_000;
    while (!lines.some((line) => line !== 'ready') && child.exitCode === null && child.signalCode === null) {
      assert.ok(performance.now() < until, 'the worker says nothing');
      await sleep(5);
    }
    if (child.signalCode === 'SIGKILL') cutOff += 1;
    else await someMoment(50);
    child.kill('SIGKILL');
    await closed;
    killed += 1;
    const errors = lines.filter((line) => line.startsWith('error') && !line.includes('round-under-way'));
    assert.deepEqual(errors, [], 'what was begun could not be gone on with');
  }

  /** The lock of a killed process falls when the server has noticed. */
  async function settle(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const went = await tryRound();
      if (went.ok) break;
      assert.ok(went.error.type === 'round-under-way' && tries < 200, JSON.stringify(went.error));
      await sleep(20);
    }
    assert.ok((await tryRound()).ok);
  }
});
