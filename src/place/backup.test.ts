import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testPlace } from '../../tests/support/place.ts';
import { sealAll } from '../../tests/support/sealed.ts';
import { testRestore } from '../../tests/support/restore.ts';
import { openCases, type Woman } from '../../tests/support/women.ts';
import { chiyodaVisit } from '../programmes/chiyoda-visit/programme.ts';
import { storedTables } from '../store/backup/stored-tables.ts';
import { WRAPPED_KEYS } from '../store/vault/rewrap.ts';
import { onSnapshot } from '../store/snapshot.ts';
import { whole } from '../store/row.ts';
import { verifyPlace } from './anchors.ts';
import { backupPlace } from './backup.ts';
import { erasePersons } from './erasure.ts';
import { openPlace } from './open-place.ts';
import type { Place } from './place.ts';

const { place, person, setNow, works } = await testPlace();
const manager = await person('responsible-manager');
const supervisor = await person('work-supervisor');
const operator = await person('operator');
const administrator = await person('administrator');
const folder = await mkdtemp(join(tmpdir(), 'mimamori-generations-'));
after(() => rm(folder, { recursive: true, force: true }));
const dir = join(folder, 'generations');
const second = join(folder, 'elsewhere');
const women = await openCases(place, 5);

async function nameOf(at: Place, woman: Woman): Promise<string> {
  const shown = await at.ask('case.show', { case: woman.case }, { actor: operator });
  assert.ok(shown.ok);
  return JSON.stringify(shown.value);
}

async function made(at = place, by = { actor: administrator }) {
  const backup = await backupPlace(at, { dir, second }, by);
  assert.ok(backup.ok, JSON.stringify(backup));
  return backup.value;
}

test('every table with wrapped keys is known, and none of them is carried by a generation [SEC-12-2] [THREAT-02]', async () => {
  const [tables, columns] = await onSnapshot(place.reader, async (client) => [
    await storedTables(client),
    (
      await client.query<{ table_name: string }>(
        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'wrapped' order by 1",
      )
    ).rows.map((row) => row.table_name),
  ]);
  // Keys of print files are never wrapped anew: every erasure destroys them, and no generation has their pages.
  const wrappedAnew = WRAPPED_KEYS.map(({ table }) => table);
  assert.deepEqual(columns, [...wrappedAnew, 'print_file'].toSorted());
  const names = tables.map(({ name }) => name);
  for (const key of [...columns, 'subject_link', 'print_part']) assert.ok(!names.includes(key));
  for (const kept of ['vault', 'claim', 'idempotency', 'stream_head']) assert.ok(names.includes(kept));
});

test('a generation is read back, copied elsewhere, written down, and shows no name [SEC-12-1] [SEC-12-2] [SEC-12-4]', async () => {
  const report = await made();
  assert.equal(report.generation, '2026-05-01-1');
  const facts = await place.database.reader.rows({
    name: 'backup-facts',
    text: "select line from fact where type = 'backup.made'",
  });
  assert.match(JSON.stringify(facts), new RegExp(report.digest));
  for (const root of [dir, second]) {
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name));
      for (const woman of women) {
        for (const word of [woman.name, woman.phone, woman.person, woman.case]) {
          assert.equal(content.includes(word), false, `${entry.name} shows something of a person`);
        }
      }
    }
  }
  const clerk = await backupPlace(place, { dir, second }, { actor: operator });
  assert.ok(!clerk.ok && clerk.error.type === 'backup-refused' && clerk.error.refusal.refused === 'denied');
  const same = await backupPlace(place, { dir, second: dir });
  assert.deepEqual(same, { ok: false, error: { type: 'same-place', dir } });
});

test('without the second copy there is no success, and it is written down why [SEC-12-4] [SEC-13-2]', async () => {
  await writeFile(join(folder, 'no-folder'), '');
  const failed = await backupPlace(place, { dir, second: join(folder, 'no-folder', 'x') });
  assert.ok(!failed.ok && failed.error.type === 'no-second-copy');
  const facts = await place.database.reader.rows({
    name: 'backup-failures',
    text: "select line from fact where type = 'backup.failed'",
  });
  assert.match(JSON.stringify(facts.at(-1)), /no-second-copy/);
});

test('after ten days there are the last seven generations, in both places, and each older one was written off [SEC-12-2] [AMB-53]', async () => {
  for (let day = 2; day <= 11; day += 1) {
    setNow(`2026-05-${String(day).padStart(2, '0')}`);
    await openCases(place, 1);
    await made();
  }
  const expected = [5, 6, 7, 8, 9, 10, 11].map((day) => `2026-05-${String(day).padStart(2, '0')}-1`);
  for (const root of [dir, second]) {
    const names = (await readdir(root)).filter((name) => name !== 'ranges');
    assert.deepEqual(names.toSorted(), expected);
  }
  const [removed] = await place.database.reader.rows({
    name: 'backup-removed',
    text: "select count(*) as rows from fact where type = 'backup.removed'",
  });
  assert.ok(removed && whole(removed, 'rows') >= 4);
  assert.deepEqual(
    (await readdir(join(dir, 'ranges'))).toSorted(),
    (await readdir(join(second, 'ranges'))).toSorted(),
  );
});

test('a restore into an empty place gives the same digests, opens everybody, and goes on numbering and sealing [SEC-12-3]', async () => {
  setNow('2026-05-12');
  const report = await made();
  await openCases(place, 2);
  const restored = await testRestore(works, {
    from: dir,
    keys: place.card.secondPlace,
    secondPlace: join(folder, 'new-second'),
  });
  assert.ok(restored.ok, JSON.stringify(restored));
  const { place: other, generation, digest, facts, erasedAgain } = restored.value;
  assert.deepEqual(
    [generation, digest, facts, erasedAgain],
    [report.generation, report.digest, report.facts, 0],
  );
  for (const woman of women) assert.match(await nameOf(other, woman), new RegExp(woman.name));
  const state = await other.ask('place.state', {}, { actor: manager });
  assert.ok(state.ok);
  assert.deepEqual(state.value, { lastGeneration: '2026-05-11-1', awaitsAfterRestore: report.generation });
  // New facts are younger than the restored ones: they are sealed after them, once.
  await openCases(other, 3);
  const anchor = await sealAll(other);
  assert.ok(anchor.journal.seq >= facts + 3);
  const verified = await verifyPlace(other);
  assert.deepEqual([verified.damage, verified.unsealed], [[], { journal: 0, access: 0 }]);
  const alone = await other.execute([{ row: 'place.confirm-after-restore', input: { ref: 'LOG-1' } }], {
    actor: manager,
  });
  assert.ok(!alone.ok && alone.error.refused === 'second-person-needed');
  const begin = () =>
    other.execute(
      [
        {
          row: 'batch.begin-without-word',
          input: {
            batch: 'batch_after',
            kind: 'notice',
            month: '2026-05',
            planned: 0,
            reason: 'system-failure',
          },
        },
      ],
      { actor: manager },
    );
  const tooEarly = await begin();
  assert.ok(!tooEarly.ok && tooEarly.error.refused === 'after-restore');
  const confirmed = await other.execute([{ row: 'place.confirm-after-restore', input: { ref: 'LOG-1' } }], {
    actor: manager,
    second: supervisor,
  });
  assert.ok(confirmed.ok);
  const inTime = await begin();
  assert.ok(inTime.ok || inTime.error.refused !== 'after-restore');
  const after = await other.ask('place.state', {}, { actor: manager });
  assert.ok(after.ok && JSON.stringify(after.value).includes('"awaitsAfterRestore":null'));
});

test('a restored place can be backed up and restored again, with the same digests of what did not change [SEC-12-3]', async () => {
  const first = await testRestore(works, {
    from: dir,
    keys: place.card.secondPlace,
    secondPlace: join(folder, 'third'),
  });
  assert.ok(first.ok, JSON.stringify(first));
  const again = join(folder, 'again');
  const backup = await backupPlace(first.value.place, { dir: again });
  assert.ok(backup.ok, JSON.stringify(backup));
  const twice = await testRestore(works, {
    from: again,
    keys: first.value.place.folders.keys,
    secondPlace: join(folder, 'fourth'),
  });
  assert.ok(twice.ok, JSON.stringify(twice));
  assert.match(
    await nameOf(twice.value.place, women[0] ?? { case: 'case_x', person: 'person_x', name: '', phone: '' }),
    /見本/,
  );
});

test('one changed byte, a missing key, or a mirror of another time stops a restore before or after it began, and the place stays closed [SEC-12-3]', async () => {
  const wish = { from: dir, keys: place.card.secondPlace, secondPlace: join(folder, 'fifth') };
  const vaultFile = join(dir, '2026-05-12-1', 'vault.rows');
  const whole = await readFile(vaultFile);
  const changed = Buffer.from(whole);
  changed[40] = (changed[40] ?? 0) ^ 1;
  await writeFile(vaultFile, changed);
  const broken = await testRestore(works, wish);
  await writeFile(vaultFile, whole);
  assert.deepEqual(broken.ok ? '' : broken.error, {
    type: 'generation-broken',
    files: ['2026-05-12-1/vault.rows'],
  });

  const manifestFile = join(dir, '2026-05-12-1', 'generation.json');
  const manifest = await readFile(manifestFile, 'utf8');
  await writeFile(manifestFile, manifest.replace('"tryout":true', '"tryout":false'));
  const forged = await testRestore(works, wish);
  await writeFile(manifestFile, manifest);
  assert.equal(forged.ok ? '' : forged.error.type, 'no-generation');

  const mirrorFile = join(place.card.secondPlace, 'key-mirror', 'keys.mirror');
  const mirror = await readFile(mirrorFile);
  await openCases(place, 1);
  setNow('2026-05-13');
  await made();
  const newer = await readFile(mirrorFile);
  await writeFile(mirrorFile, mirror);
  const where = join(folder, 'half');
  const old = await testRestore(works, { ...wish, dataDir: where });
  await writeFile(mirrorFile, newer);
  assert.deepEqual(old.ok ? '' : old.error, { type: 'keys-missing', persons: 3 });
  const opened = await openPlace(where, chiyodaVisit, works);
  assert.deepEqual(opened.ok ? '' : opened.error.type, 'place-unusable');
});

test('who was erased after the generation was made is not in the restored place, and everybody else is [PII-12-4] [SEC-12-3]', async () => {
  setNow('2026-05-14');
  const [gone, here] = await openCases(place, 2);
  assert.ok(gone && here);
  await made();
  const erased = await erasePersons(
    place,
    { cases: [gone.case], ref: 'WARD-20', witnesses: [] },
    { actor: manager, second: supervisor },
  );
  assert.ok(erased.ok && erased.value.left.length === 0);
  const restored = await testRestore(works, {
    from: dir,
    keys: place.card.secondPlace,
    secondPlace: join(folder, 'sixth'),
  });
  assert.ok(restored.ok, JSON.stringify(restored));
  const { place: other } = restored.value;
  assert.equal(restored.value.erasedAgain, 1);
  assert.deepEqual(restored.value.erasures.left, []);
  assert.equal(restored.value.erasures.completed.length, 1);
  assert.doesNotMatch(await nameOf(other, gone), /見本/);
  assert.match(await nameOf(other, here), new RegExp(here.name));
  const [rows] = await other.database.reader.rows(
    { name: 'rows-of', text: 'select count(*) as rows from vault where person = $1' },
    [gone.person],
  );
  assert.equal(rows && whole(rows, 'rows'), 0);
  await sealAll(other);
  assert.deepEqual((await verifyPlace(other)).damage, []);
});

test('work goes on while a generation is made, and the generation is one moment of it [SEC-12-2]', async () => {
  setNow('2026-05-15');
  const traffic = { running: true, made: 0 };
  const worker = (async () => {
    while (traffic.running) {
      await openCases(place, 1);
      traffic.made += 1;
    }
  })();
  await made();
  traffic.running = false;
  await worker;
  assert.ok(traffic.made > 0);
  const restored = await testRestore(works, {
    from: dir,
    keys: place.card.secondPlace,
    secondPlace: join(folder, 'seventh'),
  });
  assert.ok(restored.ok, JSON.stringify(restored));
});
