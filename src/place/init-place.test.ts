import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chiyodaVisit } from '../programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../security/random-ids.ts';
import { testPlace } from '../../tests/support/place.ts';
import { foldersOf } from './folders.ts';
import { initPlace } from './init-place.ts';
import { openPlace } from './open-place.ts';
import { markUnusable } from './unusable.ts';

test('a making that was interrupted is begun again by the same command, a finished one is left alone [SEC-12-3]', async (t) => {
  const { works } = await testPlace();
  const dataDir = await mkdtemp(join(tmpdir(), 'mimamori-init-'));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  const database = `t_${randomIds().fresh('entry').slice(6)}`;
  const wish = { dataDir, programme: chiyodaVisit, tryout: true, database };
  const made = await initPlace(wish, works);
  assert.ok(made.ok);
  await made.value.close();
  const twice = await initPlace(wish, works);
  assert.ok(!twice.ok && twice.error.type === 'exists-already');

  // As after a kill behind the last step but one: everything stands, the mark too.
  const folders = foldersOf(dataDir, chiyodaVisit.id);
  await markUnusable(folders, 'init');
  const opened = await openPlace(dataDir, chiyodaVisit, works);
  assert.ok(!opened.ok && opened.error.type === 'place-unusable');
  const again = await initPlace(wish, works);
  assert.ok(again.ok, again.ok ? '' : again.error.type);
  assert.equal((await readdir(folders.root)).includes('UNUSABLE.json'), false);
  await again.value.close();
  const usable = await openPlace(dataDir, chiyodaVisit, works);
  assert.ok(usable.ok);
  await usable.value.close();
});

test('the first people are there with the first fact, or nothing is', async (t) => {
  const { works } = await testPlace();
  const dataDir = await mkdtemp(join(tmpdir(), 'mimamori-init-'));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  const database = `t_${randomIds().fresh('entry').slice(6)}`;
  const person = {
    row: 'account.install',
    input: {
      account: 'account_first',
      holder: 'first',
      name: '見本 太郎',
      roles: ['administrator'],
      until: '2027-03-31',
    },
  };
  const made = await initPlace(
    { dataDir, programme: chiyodaVisit, tryout: true, database, first: [person] },
    works,
  );
  assert.ok(made.ok);
  const facts = await made.value.database.reader.rows({
    name: 'first-facts',
    text: 'select type from fact order by ord',
  });
  assert.deepEqual(
    facts.map((row) => row['type']),
    ['place.initialised', 'worker.registered', 'account.opened', 'access.granted'],
  );
  await made.value.close();
});
