import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Client } from 'pg';

import { testCluster } from '../../tests/support/cluster.ts';
import { refuseUnsafe } from './safe-server.ts';

test('a server that may lose committed rows is refused for real data [SEC-1-2]', async () => {
  const database = await (await testCluster()).freshDatabase();
  const client = new Client(database.connection);
  await client.connect();
  try {
    assert.deepEqual(await refuseUnsafe(client), { ok: true, value: 'safe' });
    await client.query('set synchronous_commit = remote_write');
    assert.deepEqual(await refuseUnsafe(client), { ok: true, value: 'safe' });
    await client.query('set synchronous_commit = off');
    assert.deepEqual(await refuseUnsafe(client), {
      ok: false,
      error: { type: 'unsafe-server', off: ['synchronous_commit'] },
    });
  } finally {
    await client.end();
    await database.drop();
  }
});
