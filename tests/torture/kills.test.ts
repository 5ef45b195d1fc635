import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import {
  assertKept,
  assertWhole,
  house,
  isChecked,
  ROUNDS,
  someMoment,
  startWorker,
  type Worker,
} from './house.ts';

test('our process is killed at random moments: nothing acknowledged is lost, nothing half done remains [THREAT-30]', async (t) => {
  const { place, data } = await house(t);
  const workers: Worker[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = startWorker(t, 'open', data);
    workers.push(worker);
    await worker.hears('done');
    await someMoment(300);
    await worker.kill();
    await assertKept(place, [worker]);
    if (isChecked(round)) await assertWhole(place, workers);
  }
  t.diagnostic(`process killed ${ROUNDS} times, ${count(workers)} acknowledgements kept`);
});

test('one of two clients is killed at random moments: the other works on, and both keep what they were told', async (t) => {
  const { place, data } = await house(t);
  const survivor = startWorker(t, 'open', data);
  await survivor.hears('done');
  const workers: Worker[] = [survivor];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = startWorker(t, 'open', data);
    workers.push(worker);
    await worker.hears('done');
    await someMoment(200);
    await worker.kill();
    await survivor.hears('done', 4);
    await assertKept(place, [worker, survivor]);
  }
  await survivor.kill();
  assert.deepEqual(
    survivor.said.filter((line) => line.startsWith('error')),
    [],
    'the surviving client was disturbed',
  );
  await assertWhole(place, workers);
  t.diagnostic(`one of two clients killed ${ROUNDS} times, ${count(workers)} acknowledgements kept`);
});

test('a backend of the server is ended at random moments: the command is given again and done once', async (t) => {
  const { place, data, admin: adminOf } = await house(t);
  const admin = new Client(await adminOf(place.card.database));
  await admin.connect();
  // Registered after the server's own end: it may be gone by then.
  admin.on('error', () => undefined);
  t.after(() => admin.end());
  const worker = startWorker(t, 'open', data);
  await worker.hears('done');
  let ended = 0;
  for (let round = 0; ended < ROUNDS && round < ROUNDS * 20; round += 1) {
    await someMoment(40);
    const { rows } = await admin.query<{ done: boolean }>(
      `select pg_terminate_backend(pid) as done from pg_stat_activity
       where usename like '%\\_writer' and state <> 'idle' order by random() limit 1`,
    );
    ended += rows.length;
  }
  assert.equal(ended, ROUNDS, 'no backend was at work');
  await worker.hears('done', 8);
  await worker.kill();
  await assertKept(place, [worker]);
  await assertWhole(place, [worker]);
  const lost = worker.said.filter((line) => line === 'error connection-lost').length;
  assert.ok(lost > 0, 'no command was ever cut off');
  t.diagnostic(`${ended} backends ended, ${lost} commands cut off and given again, ${count([worker])} kept`);
});

test('the whole server is killed at random moments: what was acknowledged is there after its recovery', async (t) => {
  const { place, data, server } = await house(t);
  const worker = startWorker(t, 'open', data);
  await worker.hears('done');
  for (let round = 0; round < ROUNDS; round += 1) {
    await someMoment(300);
    await (await server()).kill();
    await server();
    await worker.hears('done', 4);
    await assertKept(place, [worker]);
    if (isChecked(round)) await assertWhole(place, [worker]);
  }
  await worker.kill();
  await assertWhole(place, [worker]);
  t.diagnostic(`server killed ${ROUNDS} times, ${count([worker])} acknowledgements kept`);
});

function count(workers: readonly Worker[]): number {
  return workers.reduce((sum, worker) => sum + worker.done.size, 0);
}
