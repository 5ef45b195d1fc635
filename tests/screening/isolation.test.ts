import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { screeningPlace } from '../support/screening-place.ts';
import { insured } from '../support/insured.ts';
import { testPlace } from '../support/place.ts';

const visits = await testPlace('2026-06-01');
const recall = await screeningPlace('2026-06-01');
const manager = await recall.person('responsible-manager');
await recall.takeIn(
  manager,
  [1, 2, 3, 4].map((number) => insured(number)),
);

async function enters(from: typeof visits.place, to: typeof visits.place): Promise<string> {
  const secret = await from.keys.here.read('database-roles');
  const { writer } = JSON.parse(secret?.toString('utf8') ?? '{}');
  const client = new pg.Client({ ...to.reader, user: writer.user, password: writer.password });
  try {
    await client.connect();
    return 'entered';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : 'broken';
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('two programmes share no database, no key and no account [B-16]', async () => {
  const permissionDenied = '42501';
  assert.equal(await enters(visits.place, recall.place), permissionDenied);
  assert.equal(await enters(recall.place, visits.place), permissionDenied);
  const [one, other] = [visits.place, recall.place].map((place) => place.ring.get().current);
  assert.ok(one && other);
  const wrapped = one.wrap('person_one', new Uint8Array(32));
  assert.throws(() => other.unwrap('person_one', wrapped));
  // Who manages the one is nobody in the other.
  const asked = await visits.place.ask('list.lists', {}, { actor: manager });
  assert.equal(asked.ok ? 'answered' : asked.error.refused, 'denied');
});

test('nobody of one programme is found from the other [B-16]', async () => {
  const own = await visits.person('responsible-manager');
  const found = await visits.place.ask('person.search', { words: 'S000001' }, { actor: own });
  assert.ok(found.ok);
  assert.equal((found.value as { total: number }).total, 0);
});
