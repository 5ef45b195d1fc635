import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Instant } from '../domain/basics/instant.ts';
import { programmeKey } from '../security/programme-key.ts';
import { publicHalf } from '../security/signature.ts';
import { manifestDigest } from '../store/backup/generation.ts';
import { loadGeneration } from '../store/backup/load-generation.ts';
import { livingLists } from '../store/list-keys.ts';
import { migrate } from '../store/migrate.ts';
import { markPlace } from '../store/place-row.ts';
import { knownErasures } from '../store/questions/erasure.ts';
import { checkProjections } from '../store/rebuild.ts';
import { troubleOf, type Trouble } from '../store/trouble.ts';
import { anchorNow, verifyPlace } from './anchors.ts';
import { readCard, writeCard } from './card.ts';
import { MIRROR_FILE } from './change-epoch.ts';
import type { ClusterError } from './cluster.ts';
import { makeDatabase, newRoles } from './database-roles.ts';
import { replayErasure, resumeErasures, type Erased } from './erasure.ts';
import { foldersOf, type Folders } from './folders.ts';
import { keyFolder, programmeKeyName } from './key-folder.ts';
import { appendLine } from './ndjson-file.ts';
import { openPlace, type NoPlace, type Works } from './open-place.ts';
import { carryPairing } from './pairing.ts';
import { copyRecipientKeys } from './recipient-keys.ts';
import type { Place } from './place.ts';
import { PORTAL_PEPPER } from './portal-pepper.ts';
import { isThere, readSource, type NoSource, type RestoreWish, type Source } from './restore-source.ts';
import { isTaken, type SecondPlaceTaken } from './second-place.ts';
import { privateServer } from './server.ts';
import { markUnusable, unmark } from './unusable.ts';

export type Restored = {
  readonly place: Place;
  readonly generation: string;
  readonly digest: string;
  readonly facts: number;
  /** What was compared and found the same: tables, ranges of both chains. */
  readonly proved: { readonly tables: number; readonly ranges: number; readonly projections: number };
  /** Erasures of the register that the generation did not know and that were done again. */
  readonly erasedAgain: number;
  readonly erasures: Erased;
};

export type NotRestored =
  | NoSource
  | { readonly type: 'newer-schema'; readonly migration: string }
  /** Rows of persons whose key is gone though no erasure says so: this mirror is not the one of this generation. */
  | { readonly type: 'keys-missing'; readonly persons: number }
  | { readonly type: 'not-the-same'; readonly what: readonly string[] }
  | { readonly type: 'exists-already'; readonly dir: string }
  | SecondPlaceTaken
  | { readonly type: 'second-place-needed' }
  | { readonly type: Trouble; readonly dir: string }
  | NoPlace
  | ClusterError;

/**
 * Makes a place from a generation and the key mirror (SEC-12-3): everything is proved before it counts. Until the very
 * end the place carries a mark that keeps it from being opened, so that a broken restore is never half good.
 */
export async function restorePlace(
  wish: RestoreWish,
  works: Works,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Result<Restored, NotRestored>> {
  try {
    const source = await readSource(wish);
    if (!source.ok) return source;
    const folders = foldersOf(wish.dataDir, source.value.programme.id);
    if (await readCard(folders.card)) return err({ type: 'exists-already', dir: folders.root });
    const second = secondPlaceOf(wish, source.value);
    if (second === undefined) return err({ type: 'second-place-needed' });
    if (await isTaken(await keyFolder(second), source.value.secrets.backupKey)) {
      return err({ type: 'second-place-taken', dir: second });
    }
    await markUnusable(folders, `restore of ${source.value.manifest.generation}`);
    const place = await fillPlace({ ...wish, secondPlace: second }, works, source.value, folders, progress);
    return place.ok ? await settle(place.value, source.value, folders) : place;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) return err({ type: trouble, dir: wish.dataDir });
    throw error;
  }
}

type Filling = RestoreWish & { readonly secondPlace: string };

/**
 * A rehearsal is made while the first place lives on: sharing its second place, each would swear to a chain that is not
 * the other's, and an erasure in one would take the key of both.
 */
function secondPlaceOf(wish: RestoreWish, { manifest, programme }: Source): string | undefined {
  if (wish.secondPlace !== undefined) return resolve(wish.secondPlace);
  return manifest.tryout ? resolve(wish.dataDir, 'second-place', programme.id) : undefined;
}

async function fillPlace(
  wish: Filling,
  works: Works,
  source: Source,
  folders: Folders,
  progress: (done: number, total: number) => void,
): Promise<Result<Place, NotRestored>> {
  const { manifest, secrets, programme } = source;
  await mkdir(folders.inside, { recursive: true, mode: 0o700 });
  await mkdir(folders.outside, { recursive: true, mode: 0o700 });
  const started = works.server ? ok(works.server) : await privateServer(wish.dataDir);
  if (!started.ok) return started;
  const server = started.value;
  try {
    const database = wish.database ?? `${programme.id.replaceAll('-', '_')}_inside`;
    const roles = newRoles(database);
    await makeDatabase(server.admin(), database, roles, false);
    const owner = server.connection(database, roles.owner.user, roles.owner.password);
    const names = { writer: roles.writer.user, reader: roles.reader.user };
    const last = manifest.migrations.at(-1)?.name ?? '';
    const { applied } = await migrate(owner, names, [], last);
    const unknown = manifest.migrations.find((one) => !applied.includes(one.name));
    if (unknown) return err({ type: 'newer-schema', migration: unknown.name });
    await markPlace(owner, { ...manifest, at: manifest.createdAt as Instant });
    const loaded = await loadGeneration(owner, {
      dir: source.from,
      manifest,
      backupKey: secrets.backupKey,
      mirror: source.mirror,
      key: programmeKey(source.mirror.epoch, secrets.programmeKey),
      progress,
    });
    if (loaded.differing.length > 0) return err({ type: 'not-the-same', what: loaded.differing });
    const erased = new Set<string>(source.register.flatMap(({ persons }) => persons));
    const lost = loaded.keyless.filter((person) => !erased.has(person));
    if (lost.length > 0) return err({ type: 'keys-missing', persons: lost.length });
    await writeKeys(wish, source, folders, roles);
    await writeCard(folders.card, {
      programme: programme.id,
      tryout: manifest.tryout,
      secondPlace: wish.secondPlace,
      database,
      anchorPublicKey: publicHalf(secrets.anchorPem),
      createdAt: manifest.createdAt,
    });
  } finally {
    if (!works.server) await server.release();
  }
  return openPlace(wish.dataDir, programme, works, true);
}

/** Erases again who is in the register, proves what stands, writes the restore down, and only then lets the place open. */
async function settle(
  place: Place,
  source: Source,
  folders: Folders,
): Promise<Result<Restored, NotRestored>> {
  const { manifest } = source;
  const known = await knownErasures(place.database.reader);
  const again = source.register.filter(({ erasure }) => !known.has(erasure));
  for (const entry of again) await replayErasure(place, entry, await livingLists(place.database.reader));
  const compared = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  const { damage } = await verifyPlace(place);
  const wrong = [
    ...compared.differences.map(({ projection, key }) => `${projection} ${key}`),
    ...damage.map(({ book, at, what }) => `${book} ${at}: ${what}`),
  ];
  if (wrong.length > 0) {
    await place.close();
    return err({ type: 'not-the-same', what: wrong });
  }
  const digest = manifestDigest(manifest);
  const { generation, facts } = manifest;
  const done = await place.execute([{ row: 'backup.record-restore', input: { generation, digest, facts } }], {
    actor: 'system:restore',
  });
  if (!done.ok) throw new Error(`The restore could not be written down: ${done.error.refused}`);
  await anchorNow(place);
  await unmark(folders);
  const erasures = await resumeErasures(place);
  const { journal, access: log } = manifest.chains;
  return ok({
    place: { ...place, leftErasures: erasures.ok ? erasures.value.left : [] },
    generation,
    digest,
    facts,
    proved: {
      tables: manifest.tables.length,
      ranges: journal.ranges.length + log.ranges.length,
      projections: compared.rows,
    },
    erasedAgain: again.length,
    erasures: erasures.ok ? erasures.value : { completed: [], left: [] },
  });
}

/** Keys in both places; what the second place had of the lost one (mirror, anchors) is set aside, not overwritten. */
async function writeKeys(
  { secondPlace, keys }: Filling,
  { manifest, secrets, mirror, mirrorDir }: Source,
  folders: Folders,
  roles: object,
): Promise<void> {
  const here = await keyFolder(folders.keys);
  const second = await keyFolder(secondPlace);
  for (const folder of [second, here]) {
    await folder.write(programmeKeyName(mirror.epoch), secrets.programmeKey);
    await folder.write('anchor-key', Buffer.from(secrets.anchorPem));
    await folder.write('backup-key', secrets.backupKey);
    if (secrets.pepper) await folder.write(PORTAL_PEPPER, secrets.pepper);
  }
  const saved = await keyFolder(keys);
  await carryPairing(saved, second);
  for (const folder of [second, here]) await copyRecipientKeys(saved, folder);
  await here.write('database-roles', Buffer.from(JSON.stringify(roles)));
  if (manifest.tryout) await here.write('TRYOUT', Buffer.from('This place was made for trying out.\n'));
  const before = `before-${manifest.generation}`;
  for (const folder of [folders.mirror, join(secondPlace, 'key-mirror')]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (resolve(folder) === resolve(mirrorDir)) {
      await copyFile(join(folder, MIRROR_FILE), join(folder, `${before}.${MIRROR_FILE}`));
      continue;
    }
    await copyFile(join(mirrorDir, MIRROR_FILE), join(folder, MIRROR_FILE));
    if (await isThere(join(mirrorDir, 'erasures.ndjson')))
      await copyFile(join(mirrorDir, 'erasures.ndjson'), join(folder, 'erasures.ndjson'));
  }
  const anchors = join(secondPlace, 'anchors.ndjson');
  if (await isThere(anchors)) await rename(anchors, join(secondPlace, `anchors-${before}.ndjson`));
  for (const path of [folders.anchors, anchors]) await appendLine(path, manifest.anchor);
}
