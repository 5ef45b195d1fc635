import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { newAnchorKey } from '../security/checkpoint.ts';
import { newRolePassword } from '../security/passwords.ts';
import { newSecretKey } from '../security/programme-key.ts';
import type { Programme } from '../programmes/programme.ts';
import { migrate } from '../store/migrate.ts';
import { markPlace } from '../store/place-row.ts';
import { projections } from '../store/projections.ts';
import { readCard, writeCard } from './card.ts';
import { startCluster, type ClusterError } from './cluster.ts';
import { makeDatabase, newRoles } from './database-roles.ts';
import { foldersOf } from './folders.ts';
import { keyFolder, programmeKeyName, type KeyFolder } from './key-folder.ts';
import { openPlace, type NoPlace, type Works } from './open-place.ts';
import type { Place } from './place.ts';

export type InitWish = {
  readonly dataDir: string;
  readonly programme: Programme;
  readonly tryout: boolean;
  /** Folder for the second copy of the programme keys. Try-out places may keep it beside the first. */
  readonly secondPlace?: string;
};

export type NotInitialised =
  | { readonly type: 'exists-already'; readonly dir: string }
  | { readonly type: 'second-place-needed' }
  | NoPlace
  | ClusterError;

/** Makes a place: folders, cluster, database with its three roles, schema, keys in two places, and the first fact. */
export async function initPlace(wish: InitWish, works: Works): Promise<Result<Place, NotInitialised>> {
  const folders = foldersOf(wish.dataDir, wish.programme.id);
  if (await readCard(folders.card)) return err({ type: 'exists-already', dir: folders.root });
  if (!wish.tryout && !wish.secondPlace) return err({ type: 'second-place-needed' });
  const secondPlace = wish.secondPlace ?? join(wish.dataDir, 'second-place', wish.programme.id);
  await mkdir(folders.inside, { recursive: true, mode: 0o700 });
  await mkdir(folders.outside, { recursive: true, mode: 0o700 });
  const here = await keyFolder(folders.keys);
  const second = await keyFolder(secondPlace);
  const adminPassword = await clusterPassword(wish.dataDir, here);
  const started = await startCluster({ dir: folders.cluster, adminPassword });
  if (!started.ok) return started;
  const cluster = started.value;

  const database = `${wish.programme.id.replaceAll('-', '_')}_inside`;
  const roles = newRoles(database);
  await makeDatabase(cluster.connection('postgres', cluster.adminUser, adminPassword), database, roles);
  await here.write('database-roles', Buffer.from(JSON.stringify(roles)));
  const owner = cluster.connection(database, roles.owner.user, roles.owner.password);
  await migrate(owner, { writer: roles.writer.user, reader: roles.reader.user }, projections);
  await markPlace(owner, { programme: wish.programme.id, tryout: wish.tryout, at: works.now() });

  const key = newSecretKey();
  await second.write(programmeKeyName(1), key);
  await here.write(programmeKeyName(1), key);
  const anchorKey = newAnchorKey();
  await here.write('anchor-key', Buffer.from(anchorKey.privatePem));
  await here.write('backup-key', newSecretKey());
  if (wish.tryout) await here.write('TRYOUT', Buffer.from('This place was made for trying out.\n'));
  await writeCard(folders.card, {
    programme: wish.programme.id,
    tryout: wish.tryout,
    secondPlace,
    database,
    anchorPublicKey: anchorKey.publicPem,
    createdAt: works.now(),
  });
  await cluster.release();
  const opened = await openPlace(wish.dataDir, wish.programme, works);
  if (!opened.ok) return opened;
  const place = opened.value;
  const first = await place.execute(
    [{ row: 'place.initialise', input: { programme: wish.programme.id, tryout: wish.tryout } }],
    { actor: 'system:init' },
  );
  if (!first.ok) throw new Error(`A new place refused its first command: ${first.error.refused}`);
  return ok(place);
}

/** One cluster carries several programmes: its administrator's password lies beside it and in each place's keys. */
async function clusterPassword(dataDir: string, here: KeyFolder): Promise<string> {
  const shared = await keyFolder(join(dataDir, 'cluster-keys'));
  const known = await shared.read('cluster-admin');
  const password = known?.toString('utf8') ?? newRolePassword();
  if (!known) await shared.write('cluster-admin', Buffer.from(password));
  await here.write('cluster-admin', Buffer.from(password));
  return password;
}
