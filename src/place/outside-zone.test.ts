import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { connects } from '../../tests/support/connects.ts';
import { testPlace } from '../../tests/support/place.ts';
import { readOutsideConfig } from '../exchange/outside/outside-config.ts';
import { readOutsideSecrets } from '../exchange/outside/outside-keys.ts';
import { chiyodaVisit } from '../programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../security/random-ids.ts';
import { publicHalf } from '../security/signature.ts';
import { backupPlace } from './backup.ts';
import type { DatabaseRoles } from './database-roles.ts';
import { keyFolder } from './key-folder.ts';
import { restorePlace } from './restore-place.ts';

const house = await testPlace();
const { place } = house;
const outside = place.folders.outside;
const keysPath = join(outside, 'keys');
const configPath = join(outside, 'outside.json');

async function rolesIn(folder: string): Promise<DatabaseRoles> {
  return JSON.parse(await readFile(join(folder, 'database-roles'), 'utf8'));
}

function takesIn(database: string, { user, password }: DatabaseRoles['writer']): Promise<string> {
  return connects({ ...place.reader, database, user, password });
}

/** Everything that the outside's folder holds of keys, to see whether it changed. */
async function keysNow(): Promise<readonly string[]> {
  const keys = await keyFolder(keysPath);
  const names = await keys.names();
  return Promise.all(names.map(async (name) => `${name} ${(await keys.read(name))?.toString('base64')}`));
}

test('init makes an outside with a database of its own that no role of the inside enters, nor the other way round [SEC-14-3]', async () => {
  const config = await readOutsideConfig(configPath);
  assert.ok(config);
  assert.notEqual(config.database.database, place.card.database);
  const theirs = await rolesIn(keysPath);
  const ours = await rolesIn(place.folders.keys);
  assert.equal(await takesIn(config.database.database, theirs.writer), 'connected');
  for (const role of Object.values(ours)) {
    assert.equal(await takesIn(config.database.database, role), '42501');
  }
  for (const role of Object.values(theirs)) assert.equal(await takesIn(place.card.database, role), '42501');
});

test('both zones know of each other what they must, and the outside nothing of the secrets of the inside [SEC-14-3]', async () => {
  const { keys, line } = await readOutsideSecrets(keysPath);
  const here = place.keys.here;
  const read = async (name: string) => (await here.read(name))?.toString('utf8') ?? '';
  assert.deepEqual(Buffer.from(keys.pepper), await here.read('portal-pepper'));
  assert.equal(keys.inside, publicHalf(await read('courier-key')));
  assert.equal(await read('outside-courier-public'), publicHalf(keys.signing));
  assert.equal(await read('outside-cert'), line.cert);
  assert.equal(line.inside, await read('courier-cert'));
  const held = new Set((await keysNow()).map((one) => one.split(' ')[1]));
  for (const name of await here.names()) {
    if (name === 'portal-pepper') continue;
    const secret = (await here.read(name))?.toString('base64');
    const isPublic = ['courier-cert', 'outside-cert', 'outside-courier-public'].includes(name);
    if (!isPublic) assert.ok(!held.has(secret), name);
  }
});

test('the configuration of the outside holds no secret, and only its own account reads it [SEC-14-3]', async () => {
  const text = await readFile(configPath, 'utf8');
  for (const line of await keysNow()) {
    const secret = Buffer.from(line.split(' ')[1] ?? '', 'base64');
    assert.ok(!text.includes(secret.toString('utf8').trim()));
  }
  const { owner } = await rolesIn(keysPath);
  assert.ok(!text.includes(owner.password));
  assert.equal((await stat(configPath)).mode & 0o777, 0o600);
});

test('a place from before the portal gets its outside when it is opened next, and then keeps it [SEC-14-3]', async () => {
  await rm(keysPath, { recursive: true });
  await rm(configPath);
  for (const name of [
    'courier-key',
    'courier-cert',
    'courier-cert-key',
    'outside-cert',
    'outside-courier-public',
  ]) {
    await place.keys.here.destroy(name);
  }
  await place.keys.second.destroy('pairing');
  await house.again();
  const first = await keysNow();
  assert.ok(first.length > 6);
  await house.again();
  assert.deepEqual(await keysNow(), first);
});

test('a making that broke off before it had written down its roles is begun again [SEC-14-3]', async () => {
  const before = await rolesIn(keysPath);
  await rm(configPath);
  await rm(join(keysPath, 'database-roles'));
  await house.again();
  const now = await rolesIn(keysPath);
  assert.notEqual(now.writer.password, before.writer.password);
  assert.equal(await takesIn(`${place.card.database}_outside`, now.writer), 'connected');
  assert.equal(await takesIn(`${place.card.database}_outside`, before.writer), '28P01');
});

test('ports and address that a person has set outlive a lost socket, and what stands in the database too [SEC-14-3]', async () => {
  const roles = await rolesIn(keysPath);
  const config = await readOutsideConfig(configPath);
  assert.ok(config);
  const set = { host: '0.0.0.0', port: 443, origin: 'https://yoyaku.example.jp', proxied: true };
  const moved = { ...config, portal: set, database: { ...config.database, host: '/nowhere' } };
  await writeFile(configPath, JSON.stringify(moved));
  await house.again();
  const found = await readOutsideConfig(configPath);
  assert.deepEqual([found?.portal, found?.database], [set, config.database]);
  assert.deepEqual(await rolesIn(keysPath), roles);
});

test('a restore makes a fresh outside that can take the place of the lost one [SEC-12-3]', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mimamori-zone-'));
  after(() => rm(dir, { recursive: true, force: true }));
  const database = `t_${randomIds().fresh('entry').slice(6)}`;
  const made = await backupPlace(
    place,
    { dir: join(dir, 'generations') },
    { actor: await house.person('administrator') },
  );
  assert.ok(made.ok, made.ok ? '' : made.error.type);
  const restored = await restorePlace(
    {
      from: join(dir, 'generations'),
      keys: place.card.secondPlace,
      dataDir: join(dir, 'data'),
      programmes: [chiyodaVisit],
      database,
    },
    house.works,
  );
  assert.ok(restored.ok, restored.ok ? '' : restored.error.type);
  const again = restored.value.place;
  const [theirs, lost] = await Promise.all(
    [again.folders.outside, outside].map((folder) => readOutsideSecrets(join(folder, 'keys'))),
  );
  assert.deepEqual(theirs?.keys.pepper, lost?.keys.pepper);
  assert.deepEqual(theirs?.line, lost?.line);
  assert.equal(
    await takesIn(`${database}_outside`, theirs?.roles.writer ?? { user: '', password: '' }),
    'connected',
  );
  await again.close();
});
