import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import type { AccessEntry } from '../../store/access-log.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { sheetsOf } from '../../../tests/support/mailing-table.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { findSheet } from './find-sheet.ts';

const world = await testPlace();
const { place } = world;
const { done, openCase, said, refused } = deskOf(world);
const ids = randomIds();
const manager = await world.person('responsible-manager');
const clerk = await world.person('mailing-clerk');
const by = { actor: clerk };

/** A batch with so many printed letters. */
async function printed(count: number) {
  const batch = ids.fresh('batch');
  const reason = 'agreed-with-ward';
  const begin = { batch, kind: 'notice', month: '2026-05', planned: count, reason };
  await done('batch.begin-without-word', begin, manager);
  const letters = [];
  for (let nth = 0; nth < count; nth += 1)
    letters.push({ batch, case: await openCase(), piece: ids.fresh('piece') });
  for (const letter of letters) await done('piece.plan', letter, clerk);
  await done('batch.fix', { batch }, manager);
  for (const letter of letters) await done('piece.print', { ...letter, template: 'notice-1' }, clerk);
  return { batch, sheets: await sheetsOf(place, batch) };
}

const [one, other] = [await printed(3), await printed(1)];
const [first, , third] = one.sheets;
const [strange] = other.sheets;
assert.ok(first && third && strange);

const find = async (typed: string) => {
  const found = await findSheet(place, one.batch, typed, by);
  assert.ok(found.ok);
  return found.value;
};
const logged = async (): Promise<readonly AccessEntry[]> => {
  const rows = await place.parts.database.reader.rows({
    name: 'test-logged',
    text: 'select line from access_entry order by ord',
  });
  return rows.map((row) => JSON.parse(String(row['line'])));
};

test('a scan finds its own sheet and opens no other: one record with one person and who scanned [CHI-8.1-7, B-03] [INC-05]', async () => {
  const before = (await logged()).length;
  const { piece, case: id } = third;
  assert.deepEqual(await find(third.token.toLowerCase()), { found: 'piece', piece, case: id, living: true });
  const entries = (await logged()).slice(before);
  assert.deepEqual(
    entries.map(({ row, word, subjects, fields, second }) => ({ row, word, subjects, fields, second })),
    [{ row: 'piece.sheets', word: 'listed', subjects: [id], fields: [], second: clerk }],
  );
  assert.equal(await refused('piece.sheets', { codes: [third.token] }, clerk), 'denied');
});

test('a sheet of another batch, a voided copy and an unknown code are told apart [CHI-8.1-7] [INC-05] [INC-06]', async () => {
  assert.deepEqual(await find(strange.token), { found: 'other-batch', batch: other.batch });
  assert.deepEqual(await find('ZZZZ2222ZZZZ'), { found: 'nothing' });
  assert.deepEqual(await find('no code'), { found: 'nothing' });
  const letter = { batch: one.batch, case: first.case, piece: first.piece };
  await done('piece.void', { ...letter, reason: 'spoiled' }, clerk);
  const spoiled = { found: 'piece', piece: first.piece, case: first.case, living: false };
  assert.deepEqual(await find(first.token), spoiled);
  assert.equal(await said('piece.print', { ...letter, template: 'notice-1' }, clerk), 'done');
  assert.deepEqual(await find(first.token), spoiled);
  const again = (await sheetsOf(place, one.batch)).find(({ piece }) => piece === first.piece);
  assert.deepEqual(await find(again?.token ?? ''), { ...spoiled, living: true });
});

test('a copy that was printed before copies had marks is found all the same [CHI-8.1-7]', async () => {
  const { single } = place.parts.database;
  await single.rows({ name: 'test-unmark', text: 'delete from p_sheet' }, []);
  await single.rows({ name: 'test-unmarked', text: 'update p_piece set unmarked = copy > 0' }, []);
  const { piece, case: id } = third;
  assert.deepEqual(await find(third.token), { found: 'piece', piece, case: id, living: true });
  assert.deepEqual(await find(strange.token), { found: 'other-batch', batch: other.batch });
  assert.deepEqual(await find('ZZZZ2222ZZZZ'), { found: 'nothing' });
});
