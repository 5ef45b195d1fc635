import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { clusterFolder } from '../../tests/support/cluster-folder.ts';
import { findBinaries } from './binaries.ts';
import { embeddedBinaries } from './embedded-binaries.ts';
import { chooseAccount } from './server-account.ts';

function someAccount() {
  const account = chooseAccount('/');
  assert.ok(account.ok);
  return account.value;
}

/** A folder with programs that only say their version. */
function programs(folder: string, version: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of ['initdb', 'postgres']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "postgres (PostgreSQL) ${version}"\n`, {
      mode: 0o755,
    });
  }
  return folder;
}

/** A package as npm unpacks it when install scripts are off: the links are only listed. */
function unpacked(root: string): string {
  programs(join(root, 'native', 'bin'), '18.4');
  mkdirSync(join(root, 'native', 'lib'), { mode: 0o755 });
  writeFileSync(join(root, 'native', 'lib', 'libpq.so.5.18'), 'library');
  writeFileSync(join(root, 'package.json'), '{"version":"18.4.0"}');
  const links = ['libpq.so.5', 'libpq.so'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }));
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  return root;
}

test('programs older than 15, and those that do not run, are named and not used', async (t) => {
  const folder = clusterFolder(t);
  const wish = { account: someAccount(), cacheDir: join(folder, 'cache') };
  const look = async (dir: string, needed?: number) => {
    process.env['MIMAMORI_PG_BIN'] = dir;
    try {
      return await findBinaries({ ...wish, needed });
    } finally {
      delete process.env['MIMAMORI_PG_BIN'];
    }
  };
  const [old, good, broken] = [
    programs(join(folder, 'old'), '14.22'),
    programs(join(folder, 'good'), '17.1 (Debian 17.1-1)'),
    programs(join(folder, 'broken'), '16.1'),
  ];
  chmodSync(join(broken, 'postgres'), 0o644);
  assert.deepEqual(await look(good), { ok: true, value: { dir: good, version: 17 } });
  assert.deepEqual(await look(old), {
    ok: false,
    error: { type: 'no-binaries', needed: undefined, found: [{ dir: old, version: 14 }] },
  });
  assert.deepEqual(await look(broken), {
    ok: false,
    error: { type: 'no-binaries', needed: undefined, found: [{ dir: broken, version: undefined }] },
  });
  // Existing data opens with its own version only, be the other as new as it likes.
  assert.deepEqual(await look(good, 15), {
    ok: false,
    error: { type: 'no-binaries', needed: 15, found: [{ dir: good, version: 17 }] },
  });
  assert.deepEqual(await look(join(folder, 'empty')), {
    ok: false,
    error: { type: 'no-binaries', needed: undefined, found: [] },
  });
});

test('the links that npm could not pack are made in place, once and again [SEC-9-1]', (t) => {
  const folder = clusterFolder(t);
  const root = unpacked(join(folder, 'package'));
  for (const time of ['first', 'second']) {
    const dir = embeddedBinaries(someAccount(), join(folder, 'cache'), root);
    assert.equal(dir, join(root, 'native', 'bin'), `the ${time} time`);
    assert.equal(readlinkSync(join(root, 'native', 'lib', 'libpq.so.5')), 'libpq.so.5.18');
    assert.equal(readFileSync(join(root, 'native', 'lib', 'libpq.so'), 'utf8'), 'library');
  }
  assert.deepEqual(readdirSync(folder), ['package']);
});

test('a package the server cannot use in place is copied once, and an older copy goes [SEC-9-1]', (t) => {
  const folder = clusterFolder(t);
  const root = unpacked(join(folder, 'package'));
  chmodSync(join(root, 'native', 'bin', 'postgres'), 0o644); // out of reach for whoever we are
  const cache = join(folder, 'cache');
  mkdirSync(join(cache, '17.0.0'), { recursive: true });
  const dir = embeddedBinaries(someAccount(), cache, root);
  assert.equal(dir, join(cache, '18.4.0', 'native', 'bin'));
  assert.equal(readlinkSync(join(cache, '18.4.0', 'native', 'lib', 'libpq.so.5')), 'libpq.so.5.18');
  assert.equal(lstatSync(join(cache, '18.4.0')).uid, someAccount().uid);
  assert.deepEqual(readdirSync(cache), ['18.4.0']);
  assert.equal(lstatSync(join(root, 'native', 'lib', 'libpq.so'), { throwIfNoEntry: false }), undefined);
  const made = lstatSync(join(cache, '18.4.0')).ino;
  assert.equal(embeddedBinaries(someAccount(), cache, root), dir);
  assert.equal(lstatSync(join(cache, '18.4.0')).ino, made);
});

test('a package that is not installed is no package', (t) => {
  const folder = clusterFolder(t);
  assert.equal(embeddedBinaries(someAccount(), join(folder, 'cache'), join(folder, 'nothing')), undefined);
});
