import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Call } from '../gate/execute.ts';
import { newAnchorKey } from '../security/checkpoint.ts';
import { newSecretKey } from '../security/programme-key.ts';
import type { Programme } from '../programmes/programme.ts';
import { migrate } from '../store/migrate.ts';
import { markPlace } from '../store/place-row.ts';
import { projections } from '../store/projections.ts';
import { anchorNow } from './anchors.ts';
import { readCard, writeCard } from './card.ts';
import type { ClusterError } from './cluster.ts';
import { makeDatabase, newRoles } from './database-roles.ts';
import { foldersOf } from './folders.ts';
import { keyFolder, programmeKeyName } from './key-folder.ts';
import { openPlace, type NoPlace, type Works } from './open-place.ts';
import type { Place } from './place.ts';
import { isTaken, type SecondPlaceTaken } from './second-place.ts';
import { privateServer } from './server.ts';
import { markUnusable, unmark, whyUnusable } from './unusable.ts';

export type InitWish = {
  readonly dataDir: string;
  readonly programme: Programme;
  readonly tryout: boolean;
  /** Folder for the second copy of the programme keys. Try-out places may keep it beside the first. */
  readonly secondPlace?: string;
  /** Name of the database; by default that of the programme and zone. */
  readonly database?: string;
  /** Commands given together with the first one: the accounts of the first people. */
  readonly first?: readonly Call[];
};

export type NotInitialised =
  | { readonly type: 'exists-already'; readonly dir: string }
  | { readonly type: 'second-place-needed' }
  /** Another place keeps its keys there. */
  | SecondPlaceTaken
  | NoPlace
  | ClusterError;

/** The mark of a place whose making has begun: until it is gone, `init` may be given again and begins anew. */
const BEING_MADE = 'init';

/**
 * Makes a place: folders, cluster, database with its three roles, schema, keys in two places, and in one command the
 * first fact and the first people. Interrupted at any step it is begun again by the same command; nothing is lost, for
 * nothing was there.
 */
export async function initPlace(wish: InitWish, works: Works): Promise<Result<Place, NotInitialised>> {
  const folders = foldersOf(wish.dataDir, wish.programme.id);
  const unusable = await whyUnusable(folders);
  if (unusable && unusable !== BEING_MADE)
    return err({ type: 'place-unusable', dir: folders.root, why: unusable });
  if (!unusable && (await readCard(folders.card))) return err({ type: 'exists-already', dir: folders.root });
  if (!wish.tryout && !wish.secondPlace) return err({ type: 'second-place-needed' });
  const secondPlace = wish.secondPlace ?? join(wish.dataDir, 'second-place', wish.programme.id);
  await mkdir(wish.dataDir, { recursive: true, mode: 0o711 });
  await mkdir(folders.inside, { recursive: true, mode: 0o700 });
  await mkdir(folders.outside, { recursive: true, mode: 0o700 });
  const here = await keyFolder(folders.keys);
  const second = await keyFolder(secondPlace);
  if (await isTaken(second, await here.read('backup-key')))
    return err({ type: 'second-place-taken', dir: secondPlace });
  await markUnusable(folders, BEING_MADE);
  const started = works.server ? ok(works.server) : await privateServer(wish.dataDir);
  if (!started.ok) return started;
  const server = started.value;

  const database = wish.database ?? `${wish.programme.id.replaceAll('-', '_')}_inside`;
  const roles = newRoles(database);
  await makeDatabase(server.admin(), database, roles, unusable === BEING_MADE);
  await here.write('database-roles', Buffer.from(JSON.stringify(roles)));
  const owner = server.connection(database, roles.owner.user, roles.owner.password);
  await migrate(owner, { writer: roles.writer.user, reader: roles.reader.user }, projections);
  await markPlace(owner, { programme: wish.programme.id, tryout: wish.tryout, at: works.now() });

  const key = newSecretKey();
  await second.write(programmeKeyName(1), key);
  await here.write(programmeKeyName(1), key);
  const anchorKey = newAnchorKey();
  await here.write('anchor-key', Buffer.from(anchorKey.privatePem));
  const backupKey = newSecretKey();
  await here.write('backup-key', backupKey);
  // A place that burns is restored from the second place: it holds every key that a restore needs.
  await second.write('anchor-key', Buffer.from(anchorKey.privatePem));
  await second.write('backup-key', backupKey);
  if (wish.tryout) await here.write('TRYOUT', Buffer.from('This place was made for trying out.\n'));
  await writeCard(folders.card, {
    programme: wish.programme.id,
    tryout: wish.tryout,
    secondPlace,
    database,
    anchorPublicKey: anchorKey.publicPem,
    createdAt: works.now(),
  });
  await server.release();
  const opened = await openPlace(wish.dataDir, wish.programme, works, true);
  if (!opened.ok) return opened;
  const place = opened.value;
  const first = await place.execute(
    [
      { row: 'place.initialise', input: { programme: wish.programme.id, tryout: wish.tryout } },
      ...(wish.first ?? []),
    ],
    { actor: 'system:init' },
  );
  if (!first.ok) throw new Error(`A new place refused its first command: ${first.error.refused}`);
  await anchorNow(place);
  await unmark(folders);
  return ok(place);
}
