import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { clusterFolder } from '../../tests/support/cluster-folder.ts';
import { withProcessLock } from './process-lock.ts';
import { isAlive, markOf } from './process-mark.ts';

test('only one at a time holds a lock, and nothing is left of it', async (t) => {
  const folder = clusterFolder(t);
  let inside = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++inside);
    await sleep(5);
    inside--;
  };
  await Promise.all([1, 2, 3, 4, 5].map(() => withProcessLock(join(folder, 'lock'), work)));
  assert.deepEqual(most, [1, 1, 1, 1, 1]);
  assert.deepEqual(readdirSync(folder), []);
});

test('a lock is let go when the work throws', async (t) => {
  const path = join(clusterFolder(t), 'lock');
  await assert.rejects(
    withProcessLock(path, () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.equal(existsSync(path), false);
});

test('a lock left by a process that died is taken over, one of a living process is not', async (t) => {
  const path = join(clusterFolder(t), 'lock');
  const dead = spawnSync(process.execPath, ['-p', 'process.pid']).stdout.toString().trim();
  writeFileSync(path, `${dead}-1`);
  assert.deepEqual(await withProcessLock(path, () => Promise.resolve('mine')), { ok: true, value: 'mine' });

  writeFileSync(path, markOf(process.ppid));
  const refused = await withProcessLock(path, () => Promise.resolve('mine'), 50);
  assert.deepEqual(refused, { ok: false, error: { type: 'cluster-busy', pid: process.ppid } });
  assert.equal(readFileSync(path, 'utf8'), markOf(process.ppid));
});

test('a later process with the same number is not taken for the earlier one', () => {
  assert.equal(isAlive(markOf(process.pid)), true);
  assert.equal(isAlive(`${process.pid}-1`), false);
  assert.equal(isAlive('no mark'), false);
  assert.equal(isAlive(''), false);
});
