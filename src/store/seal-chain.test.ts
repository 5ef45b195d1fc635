import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testCluster } from '../../tests/support/cluster.ts';
import { testPlace } from '../../tests/support/place.ts';
import { sealAll } from '../../tests/support/sealed.ts';
import { openCases } from '../../tests/support/women.ts';
import { instantAt } from '../domain/basics/instant.ts';
import { date } from '../domain/basics/civil-date.ts';
import { sealPlace, verifyPlace } from '../place/anchors.ts';
import { takeClaims } from './claims.ts';
import type { Writer } from './connection.ts';
import { append } from './journal.ts';
import { openCommand } from './open-command.ts';
import { text } from './row.ts';

const { place } = await testPlace();
const at = instantAt(date('2026-05-01'), '10:00');

/** One more fact of a woman, as a command writes it: her stream is locked first. */
async function addFact(writer: Writer, id: string, key: string): Promise<void> {
  const stream = `case:case_${id}`;
  const by = { actor: 'system:intake', key: `${id}/${key}` };
  const opened = await openCommand(writer, by, Buffer.from(key), at, [stream]);
  assert.ok(opened.kind === 'new');
  const version = (opened.streams.get(stream)?.version ?? 0) + 1;
  const line = JSON.stringify({ id: `fact_${id}-${key}`, type: 'case.noted', case: `case_${id}` });
  await append(writer, [{ stream, version, type: 'case.noted', line }]);
}

/** Begins a transaction that has its number already, as one that waits for a lock has; `go` lets it work and commit. */
async function begun(key: string, work: (writer: Writer) => Promise<void>): Promise<() => Promise<void>> {
  const [numbered, hold] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = place.database.write(async (writer) => {
    await takeClaims(writer, [{ kind: 'seat', key }], key);
    numbered.resolve();
    await hold.promise;
    await work(writer);
  });
  await numbered.promise;
  return async () => {
    hold.resolve();
    await done;
  };
}

async function sealedOf(id: string): Promise<readonly unknown[]> {
  const rows = await place.database.reader.rows(
    {
      name: 'test-sealed-versions',
      text: `select line::json ->> 'id' as id from journal_seal s join fact f on f.ord = s.ord
             where stream = $1 order by s.seq`,
    },
    [`case:case_${id}`],
  );
  return rows.map((row) => text(row, 'id'));
}

test('what was decided later on the same stream gets the later number, though its transaction is older', async () => {
  const older = await begun('a', (writer) => addFact(writer, 'a', 'second'));
  await place.database.write((writer) => addFact(writer, 'a', 'first'));
  await older();
  await sealAll(place);
  assert.deepEqual(await sealedOf('a'), ['fact_a-first', 'fact_a-second']);
});

test('nor is it sealed before, while a third transaction keeps the first back', async () => {
  const older = await begun('b', (writer) => addFact(writer, 'b', 'second'));
  const between = await begun('c', () => Promise.resolve());
  await place.database.write((writer) => addFact(writer, 'b', 'first'));
  await older();
  await sealPlace(place);
  assert.deepEqual(await sealedOf('b'), []);
  await between();
  await sealAll(place);
  assert.deepEqual(await sealedOf('b'), ['fact_b-first', 'fact_b-second']);
  assert.deepEqual((await verifyPlace(place)).unsealed.journal, 0);
});

test('where marks were taken away nothing is sealed twice, and a tail cut with its marks is still found', async () => {
  const { place: cut } = await testPlace();
  await openCases(cut, 2);
  const { journal } = await sealAll(cut);
  const cluster = await testCluster();
  const admin = new pg.Client(cluster.admin(cut.card.database));
  await admin.connect();
  try {
    await admin.query('delete from seal_mark');
    assert.deepEqual((await sealPlace(cut)).journal.seq, journal.seq);
    assert.deepEqual((await verifyPlace(cut)).damage, []);
    await admin.query('delete from seal_mark');
    await admin.query(`delete from journal_seal where seq = ${journal.seq}`);
    await admin.query('delete from fact where ord not in (select ord from journal_seal)');
  } finally {
    await admin.end();
  }
  await sealPlace(cut);
  const found = (await verifyPlace(cut)).damage.map(({ what }) => what);
  assert.match(found.join(), /the tail is cut/);
});
