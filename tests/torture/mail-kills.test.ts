import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchId, CaseId, PieceId } from '../../src/domain/basics/ids.ts';
import type { Fact } from '../../src/domain/facts.ts';
import type { Place } from '../../src/place/place.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { factsIn } from '../support/take-in.ts';
import { openCases } from '../support/women.ts';
import { assertWhole, house, isChecked, ROUNDS, someMoment, startWorker } from './house.ts';

/** Letters of one batch; a kill falls into the middle of printing or posting it. */
const LETTERS = 24;

test('our process is killed in the middle of printing and posting: no second print without a void, no number twice, the counts balance [CHI-8.1-7]', async (t) => {
  const { place, data } = await house(t);
  const people = {
    clerk: await person(place, 'mailing-clerk'),
    manager: await person(place, 'responsible-manager'),
  };
  let batch = await fixedBatch(place, people);
  let [closed, cutOff] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = startWorker(t, 'mail', data, batch, people.clerk, people.manager);
    await worker.hears('ready');
    await someMoment(250);
    await worker.kill();
    const ended = worker.said.includes('closed');
    if (!ended) cutOff += 1;
    const errors = worker.said.filter((line) => line.startsWith('error'));
    assert.deepEqual(errors, [], 'what was begun could not be gone on with');
    await assertOnce(place);
    if (isChecked(round)) await assertWhole(place, []);
    if (!ended) continue;
    closed += 1;
    await assertBalanced(place, people.manager, batch);
    batch = await fixedBatch(place, people);
  }
  const last = startWorker(t, 'mail', data, batch, people.clerk, people.manager);
  await last.hears('closed');
  await last.kill();
  await assertOnce(place);
  await assertBalanced(place, people.manager, batch);
  await assertWhole(place, []);
  assert.ok(cutOff > 0, 'no batch was ever cut off');
  t.diagnostic(`mailing room killed ${ROUNDS} times, ${cutOff} times at work, ${closed + 1} batches balance`);
});

/** Every print of a piece after the first comes after a void of it, copies count up, and no number is on two pieces. */
async function assertOnce(place: Place): Promise<void> {
  const facts: readonly Fact[] = await mailFacts(place);
  const living = new Map<PieceId, number>();
  const copies = new Map<PieceId, number>();
  const numbers = new Map<string, PieceId>();
  const posted = new Set<PieceId>();
  for (const fact of facts) {
    if (fact.type === 'piece.printed') {
      assert.ok((living.get(fact.piece) ?? 0) === 0, 'a piece was printed again without a void');
      assert.equal(fact.copy, (copies.get(fact.piece) ?? 0) + 1);
      living.set(fact.piece, 1);
      copies.set(fact.piece, fact.copy);
    } else if (fact.type === 'piece.voided') {
      living.set(fact.piece, 0);
    } else if (fact.type === 'piece.posted') {
      assert.ok(!posted.has(fact.piece), 'a piece was posted twice');
      assert.ok(fact.tracking && !numbers.has(fact.tracking), 'a number was used twice');
      posted.add(fact.piece);
      numbers.set(fact.tracking, fact.piece);
    }
  }
}

/** The facts of the pieces in the order in which each of them happened. */
async function mailFacts(place: Place): Promise<readonly Fact[]> {
  const types = ['piece.printed', 'piece.voided', 'piece.posted'] as const;
  const rows = await place.database.reader.rows(
    { name: 'torture-mail', text: 'select line from fact where type = any ($1::text[]) order by ord' },
    [types],
  );
  return rows.map((row) => JSON.parse(String(row['line'])) as Fact);
}

async function assertBalanced(place: Place, manager: string, batch: BatchId): Promise<void> {
  const told = await place.ask('mailing.balance', {}, { actor: manager });
  assert.ok(told.ok);
  const { batches } = told.value as {
    readonly batches: readonly {
      readonly batch: string;
      readonly state: string;
      readonly gaps: readonly string[];
    }[];
  };
  const found = batches.find((one) => one.batch === batch);
  assert.deepEqual([found?.state, found?.gaps], ['closed', []]);
  const counted = (await factsIn(place, 'batch.counted')).filter((fact) => fact.batch === batch);
  // Whoever was killed after enclosing counts the envelopes again, and finds the same.
  assert.deepEqual([...new Set(counted.map(({ stage }) => stage))], ['enclosed', 'posted']);
  assert.equal(counted.filter(({ stage }) => stage === 'posted').length, 1);
  assert.deepEqual([...new Set(counted.map(({ enclosed }) => enclosed))], [LETTERS]);
}

async function fixedBatch(
  place: Place,
  { clerk, manager }: { readonly clerk: string; readonly manager: string },
): Promise<BatchId> {
  const ids = randomIds();
  const batch = ids.fresh('batch');
  const cases: readonly CaseId[] = (await openCases(place, LETTERS)).map((woman) => woman.case);
  const begin = { batch, kind: 'notice', month: '2026-05', planned: LETTERS, reason: 'agreed-with-ward' };
  const done = await place.execute(
    [
      { row: 'batch.begin-without-word', input: begin },
      ...cases.map((id) => ({ row: 'piece.plan', input: { batch, case: id, piece: ids.fresh('piece') } })),
      { row: 'batch.fix', input: { batch, cases: [...cases] } },
    ],
    { actor: manager },
  );
  assert.ok(done.ok, JSON.stringify(done));
  assert.ok(clerk !== manager);
  return batch;
}

async function person(place: Place, role: string): Promise<string> {
  const account = randomIds().fresh('account');
  const input = { account, holder: account, name: '見本', roles: [role], until: '2027-03-31' };
  const done = await place.execute([{ row: 'account.install', input }], { actor: 'system:init' });
  assert.ok(done.ok);
  return account;
}
