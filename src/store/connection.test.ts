import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testCluster } from '../../tests/support/cluster.ts';
import { openDatabase, type Database, type Statement, type Writer } from './connection.ts';

const MAKE: Statement = { name: 'make', text: 'create table note (id int primary key)' };
const ADD: Statement = { name: 'add', text: 'insert into note (id) values ($1)' };
const EMPTY: Statement = { name: 'empty', text: 'delete from note' };
const ALL: Statement = { name: 'all', text: 'select id from note order by id' };

let database: Database;

before(async () => {
  const cluster = await testCluster();
  const { connection } = await cluster.freshDatabase();
  database = openDatabase(connection, connection, 2);
  await database.write((writer) => writer.rows(MAKE));
});

after(() => database.close());

const add = (writer: Writer, id: number) => writer.rows(ADD, [id]);
const notes = async () => (await database.reader.rows(ALL)).map((row) => row['id']);

test('statements that travel together are carried out in their order, and all of them or none', async () => {
  await database.write((writer) => Promise.all([add(writer, 1), writer.rows(EMPTY), add(writer, 2)]));
  assert.deepEqual(await notes(), [2]);
  await assert.rejects(
    database.write((writer) => Promise.all([add(writer, 3), add(writer, 2), add(writer, 4)])),
    { code: '23505' },
  );
  assert.deepEqual(await notes(), [2]);
});

test('of statements that travel together the one that failed is the reason, not those behind it', async () => {
  const slowToTell = async (writer: Writer) => {
    const failed = add(writer, 2);
    // Whoever waits deeper hears of it later than those behind it.
    await failed.catch(() => sleep(20));
    return failed;
  };
  await assert.rejects(
    database.write((writer) => Promise.all([slowToTell(writer), add(writer, 5)])),
    { code: '23505' },
  );
  assert.deepEqual(await notes(), [2]);
});

test('a statement that comes after its transaction failed does not run outside of it', async () => {
  const failed = Promise.withResolvers<undefined>();
  const late = Promise.withResolvers<unknown>();
  const tooLate = async (writer: Writer) => {
    await failed.promise;
    await add(writer, 10).then(late.resolve, late.resolve);
  };
  const outcome = database.write((writer) => Promise.all([add(writer, 2), tooLate(writer)]));
  await assert.rejects(outcome, { code: '23505' });
  failed.resolve(undefined);
  assert.ok((await late.promise) instanceof Error);
  assert.deepEqual(await notes(), [2]);
});

test('a transaction is not called done when a statement failed that nobody waited for', async () => {
  let forgotten: Promise<unknown> = Promise.resolve();
  const outcome = database.write(async (writer) => {
    forgotten = add(writer, 2).catch(() => undefined);
    return 'done';
  });
  await assert.rejects(outcome, /not committed/);
  await forgotten;
  await database.write((writer) => add(writer, 20));
  assert.deepEqual(await notes(), [2, 20]);
});
