import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobKinds } from '../../src/gate/inside/job-kinds.ts';
import { resumeJobs } from '../../src/gate/job.ts';
import type { Place } from '../../src/place/place.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { factsIn, takeInFile, value } from '../support/take-in.ts';
import { month } from '../support/read-ward-list.ts';
import { wardFile } from '../support/ward-file.ts';
import { dueForMonth, woman } from '../support/ward-women.ts';
import { assertWhole, house, ROUNDS, someMoment, startWorker, type Worker } from './house.ts';

/** Rows of one list: 20 chunks, so that a kill nearly always falls between the first and the last. */
const ROWS = 5000;

test('the job of a list is killed at random moments: it goes on, every woman has one case, the counts are exact [CHI-8.1-3]', async (t) => {
  const { place, data } = await house(t);
  const clerk = await clerkOf(place);
  const lists: string[] = [];
  const kept: Worker[] = [];
  let cutOff = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!(await isJobOpen(place))) lists.push(await approve(place, clerk, lists.length));
    const worker = startWorker(t, 'jobs', data);
    kept.push(worker);
    await worker.hears('chunk');
    await someMoment(250);
    await worker.kill();
    if (!worker.said.includes('finished')) cutOff += 1;
    const opened = await factsIn(place, 'case.opened');
    const told = Math.max(0, ...worker.said.map((line) => Number(line.split(' ')[1] ?? 0) || 0));
    const last = opened.filter((fact) => fact.list === lists.at(-1)).length;
    assert.equal(last % 250, 0, 'half a chunk was written');
    assert.ok(last >= told, 'a chunk that was told to be done is lost');
  }
  assert.ok(cutOff > 0, 'no job was ever cut off');
  for (const finished of await resumeJobs(place.parts, jobKinds)) assert.ok(finished.ok);
  const opened = await factsIn(place, 'case.opened');
  for (const list of lists) {
    const closing = (await factsIn(place, 'list.committed')).filter((fact) => fact.list === list);
    assert.equal(closing.length, 1);
    assert.deepEqual(
      closing.map((fact) => [fact.opened, fact.changed, fact.unchanged, fact.refused, fact.missing]),
      [[ROWS, 0, 0, 0, 0]],
    );
    assert.equal(opened.filter((fact) => fact.list === list).length, ROWS);
  }
  assert.equal(
    (await place.parts.search()).size,
    lists.length * ROWS,
    'somebody is there twice or not at all',
  );
  await assertWhole(place, []);
  t.diagnostic(`job killed ${ROUNDS} times, ${cutOff} times at work, ${lists.length} lists of ${ROWS} whole`);
});

/** Stages a list of women of their own and lets it in, without doing its job. */
async function approve(place: Place, clerk: string, nth: number): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_, at) =>
    woman(nth * ROWS + at, { 出産予定日: dueForMonth(5) }),
  );
  const staged = value(
    await takeInFile(place, clerk, await wardFile(rows), { months: [month('2026-05')], addition: true }),
  );
  const done = await place.execute([{ row: 'list.commit', input: { list: staged.list } }], { actor: clerk });
  assert.ok(done.ok);
  return staged.list;
}

async function isJobOpen(place: Place): Promise<boolean> {
  const rows = await place.database.reader.rows({
    name: 'torture-jobs',
    text: "select id from job where state = 'running'",
  });
  return rows.length > 0;
}

async function clerkOf(place: Place): Promise<string> {
  const account = randomIds().fresh('account');
  const input = { account, holder: account, name: '見本', roles: ['mailing-clerk'], until: '2027-03-31' };
  const done = await place.execute([{ row: 'account.install', input }], { actor: 'system:init' });
  assert.ok(done.ok);
  return account;
}
