import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCluster } from '../../tests/support/cluster.ts';
import { inTurn } from './turn.ts';

const database = await (await testCluster()).freshDatabase();

test('of two at once one works and the other is told; afterwards it is the turn of anybody again [B-22]', async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const first = inTurn(database.connection, async () => {
    begun.resolve();
    await goOn.promise;
    return 'done';
  });
  await begun.promise;
  assert.deepEqual(await inTurn(database.connection, () => Promise.resolve('never')), { turn: 'theirs' });
  goOn.resolve();
  assert.deepEqual(await first, { turn: 'ours', value: 'done' });
  assert.deepEqual(await inTurn(database.connection, () => Promise.resolve('next')), {
    turn: 'ours',
    value: 'next',
  });
});

test('work that fails gives its turn back [B-22]', async () => {
  await assert.rejects(
    inTurn(database.connection, () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.equal((await inTurn(database.connection, () => Promise.resolve(1))).turn, 'ours');
  await database.drop();
});
