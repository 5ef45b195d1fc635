import assert from 'node:assert/strict';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { testPlace } from '../../tests/support/place.ts';
import { sealAll } from '../../tests/support/sealed.ts';
import { countOpened, secretsIn, type Copied } from '../../tests/support/try-all-keys.ts';
import { openCases, openingOf, someWoman, type Woman } from '../../tests/support/women.ts';
import { sha256Hex } from '../security/digest.ts';
import { randomIds } from '../security/random-ids.ts';
import { readKeyMirror } from '../store/backup/key-mirror.ts';
import { findListKey, newListKey } from '../store/list-keys.ts';
import { bytes, text, whole } from '../store/row.ts';
import { boundTo } from '../store/vault/session.ts';
import { verifyPlace } from './anchors.ts';
import { MIRROR_FILE, mirrorFolders, writeMirrors, type AfterStep } from './change-epoch.ts';
import { erasePersons } from './erasure.ts';
import { readRegister } from './erasure-register.ts';
import { epochsIn } from './key-folder.ts';
import type { Place } from './place.ts';

const { place, person, again } = await testPlace();
const manager = await person('responsible-manager');
const supervisor = await person('work-supervisor');
const operator = await person('operator');
const by = { actor: manager, second: supervisor };

function wishFor(...women: readonly Woman[]): Parameters<typeof erasePersons>[1] {
  return { cases: women.map((woman) => woman.case), ref: 'WARD-14', witnesses: ['not-attending'] };
}

async function nameOf(at: Place, woman: Woman): Promise<string> {
  const shown = await at.ask('case.show', { case: woman.case }, { actor: operator });
  assert.ok(shown.ok);
  return JSON.stringify(shown.value);
}

/** Everything the database and the mirror hold of a woman now. */
async function copyOf(woman: Woman): Promise<Copied> {
  const { reader } = place.database;
  await writeMirrors(place);
  const backupKey = await place.keys.here.read('backup-key');
  assert.ok(backupKey);
  const mirror = await readKeyMirror(join(place.folders.mirror, MIRROR_FILE), backupKey);
  const keys = await reader.rows(
    { name: 'copy-keys', text: 'select person, wrapped from person_key where person = $1' },
    [woman.person],
  );
  const rows = await reader.rows(
    { name: 'copy-rows', text: 'select section, item, version, sealed from vault where person = $1' },
    [woman.person],
  );
  const links = await reader.rows({ name: 'copy-links', text: 'select digest, sealed from subject_link' });
  const hers = place.ring.get().current.linkDigest(woman.case);
  return {
    wrapped: [
      ...keys.map((row) => ({ person: text(row, 'person'), wrapped: bytes(row, 'wrapped') })),
      ...(mirror.keys.get('person_key') ?? [])
        .filter(({ name }) => name === woman.person)
        .map(({ name, wrapped }) => ({ person: name, wrapped })),
    ],
    rows: rows.map((row) => ({
      bound: boundTo(woman.person, text(row, 'section'), text(row, 'item'), whole(row, 'version')),
      sealed: bytes(row, 'sealed'),
    })),
    links: links
      .filter((row) => bytes(row, 'digest').equals(hers))
      .map((row) => ({ digest: bytes(row, 'digest'), sealed: bytes(row, 'sealed') })),
  };
}

/** The keys of everybody who still has one, opened with the living programme key. */
async function livingPersonKeys(): Promise<readonly Buffer[]> {
  const { current } = place.ring.get();
  const rows = await place.database.reader.rows({
    name: 'living-keys',
    text: 'select person, wrapped from person_key',
  });
  return rows.map((row) => current.unwrap(text(row, 'person'), bytes(row, 'wrapped')));
}

test('after an erasure nobody can read her with every copy from before and every living key [PII-12-4] [THREAT-03, THREAT-04]', async () => {
  const [woman, other] = await openCases(place, 2);
  assert.ok(woman && other);
  await sealAll(place);
  const copied = await copyOf(woman);
  const before = await secretsIn(place.folders.keys, place.card.secondPlace);
  // The test can see: with the keys from before she opens, from the database and from the mirror.
  assert.deepEqual([copied.wrapped.length, copied.rows.length, copied.links.length], [2, 2, 1]);
  assert.ok(countOpened(copied, before, []) >= 2 + 2 + 1);

  const erased = await erasePersons(place, wishFor(woman), by);
  assert.ok(erased.ok, JSON.stringify(erased));
  assert.deepEqual(erased.value.left, []);
  const [done] = erased.value.completed;
  assert.ok(done);

  const living = await secretsIn(place.folders.keys, place.card.secondPlace);
  assert.ok(living.length >= 4);
  assert.equal(countOpened(copied, living, await livingPersonKeys()), 0);
  for (const folder of [place.keys.here, place.keys.second]) {
    assert.deepEqual(await epochsIn(folder), [done.epoch]);
  }

  assert.match(await nameOf(place, other), new RegExp(other.name));
  assert.doesNotMatch(await nameOf(place, woman), /見本/);
  const certificate = await readFile(done.certificate, 'utf8');
  assert.equal(sha256Hex(certificate), done.digest);
  assert.match(certificate, /対象人数　　: 1人/);
  assert.doesNotMatch(certificate, new RegExp(woman.name));
  const [counted] = await place.database.reader.rows({
    name: 'count-cases',
    text: "select count(*) as cases from p_case where \"case\" in (select split_part(stream, ':', 2) from fact where type = 'case.opened')",
  });
  assert.equal(counted && whole(counted, 'cases'), 2, 'the counts still stand');
  await sealAll(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
});

test('only the manager with a second person may order an erasure, and only for somebody who is there [PII-12-2]', async () => {
  const [woman] = await openCases(place, 1);
  assert.ok(woman);
  const alone = await erasePersons(place, wishFor(woman), { actor: manager });
  assert.deepEqual(alone, {
    ok: false,
    error: { type: 'refused', refusal: { refused: 'second-person-needed', row: 'erasure.order' } },
  });
  const clerk = await erasePersons(place, wishFor(woman), { actor: operator, second: supervisor });
  assert.ok(!clerk.ok && clerk.error.type === 'refused' && clerk.error.refusal.refused === 'denied');
  const nobody = await erasePersons(place, wishFor(someWoman()), by);
  assert.ok(!nobody.ok && nobody.error.type === 'nobody-there');
  assert.match(await nameOf(place, woman), new RegExp(woman.name));
});

const STEPS = [
  'ordered',
  'registered',
  'key-written',
  'epoch-set',
  'rewrapped',
  'mirrored',
  'key-destroyed',
  'completed',
] as const;

for (const step of STEPS) {
  test(`an erasure that breaks off after the step ${step} is finished at the next start [PII-12-4]`, async () => {
    const [woman, other] = await openCases(place, 2);
    assert.ok(woman && other);
    const copied = await copyOf(woman);
    const breakOff: AfterStep = (done) => {
      if (done === step) throw new Error('broken off');
    };
    await assert.rejects(erasePersons(place, wishFor(woman), by, breakOff), /broken off/);
    // Work goes on with half a change behind it, in this process and in another one.
    const [meanwhile] = await openCases(place, 1);
    assert.ok(meanwhile);
    const reopened = await again();
    assert.deepEqual(reopened.leftErasures, []);
    const states = await reopened.database.reader.rows({
      name: 'erasure-states',
      text: "select state from p_erasure where state <> 'completed'",
    });
    assert.deepEqual(states, []);
    const living = await secretsIn(place.folders.keys, place.card.secondPlace);
    assert.equal(countOpened(copied, living, []), 0);
    assert.deepEqual(await epochsIn(place.keys.here), await epochsIn(place.keys.second));
    assert.equal((await epochsIn(place.keys.here)).length, 1);
    for (const at of [place, reopened]) {
      assert.match(await nameOf(at, other), new RegExp(other.name));
      assert.match(await nameOf(at, meanwhile), new RegExp(meanwhile.name));
    }
    const registers = await Promise.all(mirrorFolders(place).map(readRegister));
    for (const register of registers) {
      assert.equal(register.filter(({ persons }) => persons.includes(woman.person)).length, 1);
    }
  });
}

test('without the second place an erasure stays open and says so, and is finished when it is back [SEC-12-4] [PII-12-4]', async () => {
  const [woman] = await openCases(place, 1);
  assert.ok(woman);
  const aside = `${place.card.secondPlace}-aside`;
  await rename(place.card.secondPlace, aside);
  // What an unmounted disk looks like: an empty folder would confirm everything.
  const reopened = await again();
  const erased = await erasePersons(reopened, wishFor(woman), by);
  assert.ok(erased.ok);
  assert.deepEqual(erased.value.completed, []);
  assert.deepEqual(
    erased.value.left.map(({ why }) => why),
    ['second-place-missing'],
  );
  await rename(place.card.secondPlace, `${aside}-empty`);
  await rename(aside, place.card.secondPlace);
  assert.deepEqual((await again()).leftErasures, []);
  const states = await place.database.reader.rows({
    name: 'erasure-states',
    text: "select state from p_erasure where state <> 'completed'",
  });
  assert.deepEqual(states, []);
});

test('the key of a list in which she may stand is destroyed with her [PII-12-4]', async () => {
  const [woman] = await openCases(place, 1);
  assert.ok(woman);
  const list = randomIds().fresh('list');
  await place.ring.refresh();
  await place.database.write((writer) => newListKey(writer, place.ring.get(), list));
  assert.ok(await findListKey(place.database.reader, place.ring.get(), list));
  assert.ok((await erasePersons(place, wishFor(woman), by)).ok);
  assert.equal(await findListKey(place.database.reader, place.ring.get(), list), undefined);
});

test('a process that still holds the keys of the epoch before can order an erasure [PII-12-1]', async () => {
  const other = await again();
  const [first, next] = await openCases(place, 2);
  assert.ok(first && next);
  assert.ok((await erasePersons(place, wishFor(first), by)).ok);
  const erased = await erasePersons(other, wishFor(next), by);
  assert.deepEqual(erased.ok && erased.value.completed.map(({ persons }) => persons), [1]);
});

test('work goes on in this and another process while the epoch changes, and nobody is lost [PII-12-4]', async () => {
  const other = await again();
  const [woman] = await openCases(place, 400);
  assert.ok(woman);
  const traffic = { running: true };
  const made: Woman[] = [];
  const work = async (at: Place) => {
    while (traffic.running) {
      const next = someWoman();
      const done = await at.execute([openingOf(next)], { actor: 'system:intake', key: next.case });
      assert.ok(done.ok, 'a command was refused while the epoch changed');
      made.push(next);
      assert.match(await nameOf(at, next), new RegExp(next.name));
    }
  };
  const workers = [place, place, other, other].map(work);
  for (let round = 0; round < 3; round += 1) {
    const [each] = await openCases(place, 1);
    assert.ok(each);
    const erased = await erasePersons(round === 1 ? other : place, wishFor(each), by);
    assert.ok(erased.ok && erased.value.left.length === 0);
  }
  traffic.running = false;
  await Promise.all(workers);
  assert.ok(made.length > 20, 'there was no traffic');
  const third = await again();
  for (const one of made) assert.match(await nameOf(third, one), new RegExp(one.name));
  const repeated = await place.execute([openingOf(made[0] ?? woman)], {
    actor: 'system:intake',
    key: (made[0] ?? woman).case,
  });
  assert.ok(repeated.ok && repeated.value.replayed, 'a command from the epoch before is known again');
});
