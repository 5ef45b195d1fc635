import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sayClusterError } from './cluster-words.ts';

test('missing programs are told with what was found instead and what to install', () => {
  const said = sayClusterError({
    type: 'no-binaries',
    needed: 15,
    found: [
      { dir: '/usr/lib/postgresql/17/bin', version: 17 },
      { dir: '/opt/bin', version: undefined },
    ],
  });
  assert.match(said, /PostgreSQL 15 のもの/);
  assert.match(said, /postgresql-15/);
  assert.match(said, /postgresql\/17\/bin: 版 17/);
  assert.match(said, /\/opt\/bin: 動きません/);
});

test('a server that does not start is told with its own last words', () => {
  const said = sayClusterError({ type: 'cluster-did-not-start', lastWords: 'PANIC: disk on fire' });
  assert.match(said, /データはそのまま/);
  assert.match(said, /PANIC: disk on fire/);
});
