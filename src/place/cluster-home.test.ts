import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { clusterFolder } from '../../tests/support/cluster-folder.ts';
import { openClusterHome } from './cluster-home.ts';
import { openSocketFolder } from './socket-folder.ts';

const ROOT = process.getuid?.() === 0;

test('a cluster lies in the folder asked for, which belongs to the server and nobody else enters', (t) => {
  const dir = join(clusterFolder(t), 'new', 'cluster');
  chmodSync(join(dir, '..', '..'), 0o711);
  mkdirSync(join(dir, '..'), { mode: 0o711 });
  const home = openClusterHome(dir, '/nowhere');
  assert.ok(home.ok);
  assert.deepEqual([home.value.files, home.value.data], [dir, join(dir, 'pgdata')]);
  assert.notEqual(home.value.account.uid, 0);
  assert.equal(statSync(dir).uid, home.value.account.uid);
  assert.equal(statSync(dir).mode & 0o777, 0o700);
});

test('a folder the server cannot reach keeps a pointer, and the cluster lies where it can; ours stays ours', (t) => {
  const folder = clusterFolder(t);
  const [dir, shelter] = [join(folder, 'private', 'cluster'), join(folder, 'shelter')];
  mkdirSync(join(folder, 'private'), { mode: 0o700 });
  const home = openClusterHome(dir, shelter);
  assert.ok(home.ok);
  // Root's private folder is closed to the server's account; an ordinary user runs the server itself.
  assert.equal(home.value.files.startsWith(shelter), ROOT);
  assert.equal(statSync(home.value.files).uid, home.value.account.uid);
  assert.deepEqual(openClusterHome(dir, '/somewhere/else'), home);
  assert.equal(existsSync(join(dir, 'cluster-lies-in')), ROOT);
});

test('a pointer to a folder that is not here is no reason for a new, empty cluster [SEC-1-2]', (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  mkdirSync(dir, { mode: 0o711 });
  writeFileSync(join(dir, 'cluster-lies-in'), '/var/lib/mimamori/gone\n');
  const home = openClusterHome(dir);
  assert.deepEqual(home, {
    ok: false,
    error: { type: 'cluster-home-missing', dir, pointsTo: '/var/lib/mimamori/gone' },
  });
});

test('a cluster whose way was closed is reported, not replaced by an empty one elsewhere [SEC-1-2]', (t) => {
  const folder = clusterFolder(t);
  const [way, dir] = [join(folder, 'way'), join(folder, 'way', 'cluster')];
  mkdirSync(way, { mode: 0o711 });
  const before = openClusterHome(dir, join(folder, 'shelter'));
  assert.ok(before.ok);
  mkdirSync(before.value.data, { mode: 0o700 });
  chmodSync(way, 0o700);
  const after = openClusterHome(dir, join(folder, 'shelter'));
  const account = before.value.account.name;
  assert.deepEqual(
    after,
    ROOT ? { ok: false, error: { type: 'cluster-out-of-reach', dir, account } } : before,
  );
  assert.equal(existsSync(join(folder, 'shelter')), false);
});

test('a socket folder that is not a folder of ours is refused', (t) => {
  const folder = clusterFolder(t);
  const home = openClusterHome(join(folder, 'cluster'));
  assert.ok(home.ok);
  const path = join(home.value.files, 'socket');
  writeFileSync(path, 'somebody was here first');
  assert.deepEqual(openSocketFolder(home.value), { ok: false, error: { type: 'socket-folder-taken', path } });
  assert.equal(readFileSync(path, 'utf8'), 'somebody was here first');
  rmSync(path);
  assert.deepEqual(openSocketFolder(home.value), { ok: true, value: path });
});
