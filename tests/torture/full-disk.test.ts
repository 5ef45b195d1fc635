import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { backupPlace } from '../../src/place/backup.ts';
import { stopPostmaster } from '../../src/place/postmaster.ts';
import { generationsIn } from '../../src/store/backup/generation.ts';
import { troubleOf } from '../../src/store/trouble.ts';
import { openCases, openingOf, someWoman } from '../support/women.ts';
import { assertWhole, house } from './house.ts';

/** A disk of some megabytes in the memory, gone after the test with the server on it; `undefined` where we may not. */
function smallDisk(t: TestContext, megabytes: number): string | undefined {
  const path = mkdtempSync(join(tmpdir(), `mimamori-test-${process.pid}-`));
  chmodSync(path, 0o711);
  const options = `size=${megabytes}m,mode=0711`;
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status === 0;
  t.after(async () => {
    await stopPostmaster(join(path, 'data', 'postgres', 'pgdata'));
    if (isMounted) execFileSync('umount', ['-l', path]);
    rmSync(path, { recursive: true, force: true });
  });
  return isMounted ? path : undefined;
}

test('the codes of a full disk and a lost connection are named, any other fault is not', () => {
  const error = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });
  for (const code of ['53100', 'ENOSPC', 'EFBIG', 'EDQUOT'])
    assert.equal(troubleOf(error(code)), 'disk-full');
  for (const code of ['57P01', '57P03', '08006', 'ECONNRESET'])
    assert.equal(troubleOf(error(code)), 'connection-lost');
  assert.equal(troubleOf(error('ENOENT', { syscall: 'connect' })), 'connection-lost');
  assert.equal(troubleOf(error('ENOENT', { syscall: 'open' })), undefined);
  assert.equal(troubleOf(error('23505')), undefined);
});

test('a full disk under the generations ends in a clear error, leaves no half generation, and is over when there is room [SEC-12-2]', async (t) => {
  const { place, data } = await house(t);
  const disk = smallDisk(t, 1);
  if (disk === undefined) {
    t.diagnostic('left out: this machine does not let us mount a small disk');
    return;
  }
  await openCases(place, 3);
  const [dir, second] = [join(disk, 'generations'), join(data, 'elsewhere')];
  writeFileSync(join(disk, 'filler'), Buffer.alloc(1000 * 1024));
  const full = await backupPlace(place, { dir, second });
  assert.deepEqual(full, { ok: false, error: { type: 'disk-full', dir } });
  assert.deepEqual(await generationsIn(dir), []);
  rmSync(join(disk, 'filler'));
  const made = await backupPlace(place, { dir, second });
  assert.ok(made.ok, JSON.stringify(made));
  const other = await backupPlace(place, { dir: second, second: join(disk, 'x') });
  assert.ok(other.ok, JSON.stringify(other));
});

test('a full disk under the server ends in a clear error, and everything acknowledged is there when there is room', async (t) => {
  const folder = smallDisk(t, 120);
  if (folder === undefined) {
    t.diagnostic('left out: this machine does not let us mount a small disk');
    return;
  }
  const { data, place, open, server } = await house(t, folder);
  const kept = await openCases(place, 3);
  let filler = 0;
  const fill = (megabytes: number) => {
    try {
      writeFileSync(join(data, `filler-${(filler += 1)}`), Buffer.alloc(megabytes << 20));
    } catch (error) {
      assert.equal(troubleOf(error), 'disk-full');
    }
  };
  for (const size of [2, 2, 64, 32, 16, 8, 4, 2, 1]) fill(size);
  // A little room, so that some commands still go through.
  for (const one of [1, 2]) rmSync(join(data, `filler-${one}`));
  let refused = '';
  const done: string[] = kept.map((woman) => woman.case);
  for (let tried = 0; tried < 20_000 && refused === ''; tried += 1) {
    const women = Array.from({ length: 20 }, someWoman);
    const answer = await place.execute(
      women.map((woman) => openingOf(woman)),
      { actor: 'system:intake', key: women[0]?.case ?? '' },
    );
    if (answer.ok) done.push(...women.map((woman) => woman.case));
    else refused = answer.error.refused;
  }
  assert.ok(['disk-full', 'connection-lost'].includes(refused), `the answer was: ${refused}`);
  for (let one = 1; one <= filler; one += 1) rmSync(join(data, `filler-${one}`), { force: true });
  await server();
  // A server that went down for want of room recovers first; until then every command gets the same clear answer.
  for (const until = performance.now() + 30_000; ; await sleep(50)) {
    const woman = someWoman();
    const answer = await place.execute([openingOf(woman)], { actor: 'system:intake', key: woman.case });
    if (answer.ok) break;
    assert.equal(answer.error.refused, 'connection-lost');
    assert.ok(performance.now() < until, 'the server did not come back');
  }
  const reopened = await open();
  const rows = await reopened.database.reader.rows(
    { name: 'kept', text: 'select "case" from p_case where "case" = any ($1::text[])' },
    [done],
  );
  assert.equal(rows.length, done.length);
  await openCases(reopened, 2);
  await assertWhole(reopened, []);
  t.diagnostic(`the server answered ${refused} after ${done.length} cases`);
});
