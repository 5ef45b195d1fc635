import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import { backupPlace } from '../../src/place/backup.ts';
import { epochsIn } from '../../src/place/key-folder.ts';
import type { Place } from '../../src/place/place.ts';
import { restorePlace } from '../../src/place/restore-place.ts';
import { programmes } from '../../src/programmes/all.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { generationsIn } from '../../src/store/backup/generation.ts';
import {
  assertKept,
  assertWhole,
  house,
  isChecked,
  ROUNDS,
  someMoment,
  startWorker,
  type Worker,
} from './house.ts';

test('backup and erasure are killed at random moments: the next start finishes them, and the last generation restores', async (t) => {
  const { place, data, open, works, admin } = await house(t);
  const manager = await install(place, 'responsible-manager');
  const supervisor = await install(place, 'work-supervisor');
  const [dir, second] = [join(data, 'generations'), join(data, 'elsewhere')];
  const workers: Worker[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = startWorker(t, 'keep', data, dir, second, manager, supervisor);
    workers.push(worker);
    await worker.hears('ready');
    await someMoment(1200);
    await worker.kill();
    const opened = await open();
    assert.deepEqual(opened.leftErasures, []);
    for (const folder of [opened.keys.here, opened.keys.second]) {
      assert.deepEqual(await epochsIn(folder), [opened.ring.get().current.epoch]);
    }
    await assertKept(opened, [worker]);
    if (isChecked(round)) await assertWhole(opened, workers);
    await opened.database.close();
  }
  const last = await open();
  const [waiting, erased] = await Promise.all(
    ["state <> 'completed'", "state = 'completed'"].map((condition) =>
      last.database.reader.rows({
        name: `erasures-${condition}`,
        text: `select erasure from p_erasure where ${condition}`,
      }),
    ),
  );
  assert.deepEqual(waiting, []);
  const made = await backupPlace(last, { dir, second });
  assert.ok(made.ok, JSON.stringify(made));
  assert.deepEqual(
    (await readdir(dir)).filter(
      (name) => name.startsWith('.making') && !name.endsWith(made.value.generation),
    ),
    [],
  );
  assert.deepEqual(await generationsIn(dir), [made.value.generation]);
  const administrator = await admin('postgres');
  const restored = await restorePlace(
    {
      from: dir,
      keys: last.card.secondPlace,
      secondPlace: join(data, 'new-second-place'),
      dataDir: join(data, 'restored'),
      programmes,
      database: 'restored',
    },
    {
      ...works,
      server: {
        connection: (database, user, password) => ({ ...last.owner, database, user, password }),
        admin: () => administrator,
        release: () => Promise.resolve(),
      },
    },
  );
  assert.ok(restored.ok, JSON.stringify(restored));
  await assertKept(restored.value.place, workers);
  await restored.value.place.database.close();
  t.diagnostic(`backup or erasure killed ${ROUNDS} times, ${erased?.length ?? 0} erasures completed`);
});

async function install(place: Place, role: RoleName): Promise<string> {
  const account = randomIds().fresh('account');
  const input = {
    account,
    holder: `holder-${account}`,
    name: '見本 太郎',
    roles: [role],
    until: '2027-03-31',
  };
  const done = await place.execute([{ row: 'account.install', input }], { actor: 'system:init' });
  assert.ok(done.ok);
  return account;
}
