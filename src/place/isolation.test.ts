import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Programme } from '../programmes/programme.ts';
import { connects } from '../../tests/support/connects.ts';
import { someWoman, openingOf } from '../../tests/support/women.ts';
import { testPlace } from '../../tests/support/place.ts';
import type { DatabaseRoles } from './database-roles.ts';
import { foldersOf } from './folders.ts';
import { initPlace } from './init-place.ts';
import { programmeKeyName } from './key-folder.ts';
import { openPlace } from './open-place.ts';
import type { Place } from './place.ts';

const one = await testPlace('2026-05-20');
const other: Programme = { ...one.place.programme, id: 'other-visit', title: '別の訪問支援事業' };
const made = await initPlace(
  { dataDir: one.dir, programme: other, tryout: true, database: `${one.place.card.database}_other` },
  one.works,
);
if (!made.ok) throw new Error(`The second place was not made: ${made.error.type}`);
const two = made.value;
after(() => two.close());

const woman = someWoman();
const opened = await one.place.execute([openingOf(woman)], { actor: 'system:intake' });
assert.ok(opened.ok);
const manager = await one.person('responsible-manager');

async function rolesOf(place: Place): Promise<DatabaseRoles> {
  const secret = await place.keys.here.read('database-roles');
  return JSON.parse(secret?.toString('utf8') ?? '{}') as DatabaseRoles;
}

test('two programmes of one data directory have databases of their own, and no role of one enters the other [B-16]', async () => {
  assert.notEqual(two.card.database, one.place.card.database);
  const permissionDenied = '42501';
  for (const [from, to] of [
    [one.place, two],
    [two, one.place],
  ] as const) {
    for (const { user, password } of Object.values(await rolesOf(from))) {
      assert.equal(await connects({ ...from.reader, user, password }), 'connected');
      assert.equal(await connects({ ...to.reader, user, password }), permissionDenied);
    }
  }
});

test('their keys differ: what is sealed for one is noise to the other [B-16]', async () => {
  for (const name of [programmeKeyName(1), 'backup-key', 'anchor-key', 'database-roles']) {
    const mine = await one.place.keys.here.read(name);
    const theirs = await two.keys.here.read(name);
    assert.ok(mine && theirs && !mine.equals(theirs), name);
  }
  const wrapped = one.place.parts.ring().current.wrap(woman.person, Buffer.alloc(32, 7));
  assert.throws(() => two.parts.ring().current.unwrap(woman.person, wrapped));
  const folders = [foldersOf(one.dir, one.place.programme.id), foldersOf(one.dir, other.id)];
  const paths = folders.flatMap(({ root, keys, inside, mirror, anchors }) => [
    root,
    keys,
    inside,
    mirror,
    anchors,
  ]);
  assert.equal(new Set(paths).size, paths.length);
  assert.notEqual(one.place.card.secondPlace, two.card.secondPlace);
});

test('a search, a case, a right and a log of one are nowhere in the other [B-16] [BAB-CS-6]', async () => {
  const denied = await two.ask('case.show', { case: woman.case }, { actor: manager });
  assert.deepEqual(!denied.ok && denied.error.refused, 'denied');
  for (const role of ['responsible-manager', 'auditor']) {
    const input = {
      account: `account_${role}`,
      holder: role,
      name: '見本 次郎',
      roles: [role],
      until: '2027-03-31',
    };
    const installed = await two.execute([{ row: 'account.install', input }], { actor: 'system:init' });
    assert.ok(installed.ok);
  }
  const by = { actor: 'account_responsible-manager' };
  const shown = await two.ask('case.show', { case: woman.case }, by);
  assert.deepEqual(shown, { ok: true, value: [] });
  const found = await two.ask('person.search', { words: 'ミホンハナコ' }, by);
  const here = await one.place.ask('person.search', { words: 'ミホンハナコ' }, { actor: manager });
  assert.ok(here.ok && JSON.stringify(here.value).includes(woman.case));
  assert.ok(found.ok && !JSON.stringify(found.value).includes(woman.case));
  const log = await two.ask(
    'log.entries',
    { from: '2026-05-01', to: '2026-05-31' },
    { actor: 'account_auditor' },
  );
  assert.ok(log.ok);
  for (const strange of [woman.case, woman.person, manager]) {
    const facts = await two.database.reader.rows(
      { name: 'test-strange', text: 'select 1 from fact where strpos(line, $1) > 0' },
      [strange],
    );
    assert.equal(facts.length, 0);
  }
});

test('a place is not made with the second place of another: its keys would be written over [B-16] [SEC-12-4]', async () => {
  const theirs = one.place.card.secondPlace;
  const before = await Promise.all((await one.place.keys.second.names()).map(one.place.keys.second.read));
  const third: Programme = { ...other, id: 'third-visit' };
  const database = `${one.place.card.database}_third`;
  const made = await initPlace(
    { dataDir: one.dir, programme: third, tryout: true, database, secondPlace: theirs },
    one.works,
  );
  assert.deepEqual(!made.ok && made.error, { type: 'second-place-taken', dir: theirs });
  const now = await Promise.all((await one.place.keys.second.names()).map(one.place.keys.second.read));
  assert.deepEqual(now, before);
});

test('a place with the card of another programme is not opened [B-16]', async () => {
  const dir = `${one.dir}/mixed`;
  await mkdir(dir);
  await cp(foldersOf(one.dir, one.place.programme.id).root, foldersOf(dir, other.id).root, {
    recursive: true,
  });
  const mixed = await openPlace(dir, other, one.works);
  assert.deepEqual(!mixed.ok && mixed.error, {
    type: 'other-programme',
    dir: foldersOf(dir, other.id).root,
    programme: one.place.programme.id,
  });
});

test('nor is one whose card was rewritten: the database knows whose it is [B-16]', async () => {
  const dir = `${one.dir}/forged`;
  const folders = foldersOf(dir, other.id);
  await mkdir(dir);
  await cp(foldersOf(one.dir, one.place.programme.id).root, folders.root, { recursive: true });
  const card = JSON.parse(await readFile(folders.card, 'utf8')) as object;
  await writeFile(folders.card, JSON.stringify({ ...card, programme: other.id }));
  const forged = await openPlace(dir, other, one.works);
  assert.deepEqual(!forged.ok && forged.error.type, 'other-programme');
});
