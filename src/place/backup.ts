import { join, resolve } from 'node:path';
import { dayOfInstant } from '../domain/basics/instant.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { By } from '../gate/gate.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import { publicHalf } from '../security/signature.ts';
import { inwardWithin } from '../store/backup/inward-within.ts';
import { generationsIn, manifestDigest, type Manifest } from '../store/backup/generation.ts';
import { writeKeyMirror } from '../store/backup/key-mirror.ts';
import { brokenFiles, copyGeneration, removeGenerations, surplus } from '../store/backup/prove-generation.ts';
import { writeGeneration } from '../store/backup/write-generation.ts';
import { withPlaceLock } from '../store/place-lock.ts';
import { onSnapshot } from '../store/snapshot.ts';
import { troubleOf, type Trouble } from '../store/trouble.ts';
import { anchorNow } from './anchors.ts';
import { isSecondPlaceHere, MIRROR_FILE, mirrorFolders, readyMirrorFolders } from './change-epoch.ts';
import { finishErasures } from './erasure.ts';
import type { Place } from './place.ts';

export type BackupWish = {
  /** Folder of the generations. */
  readonly dir: string;
  /** Folder of the second copy, on another machine or disk (SEC-12-4); by default in the second place of the keys. */
  readonly second?: string;
};

export type BackupReport = {
  readonly generation: string;
  /** SHA-256 of the signed manifest, as it stands in the fact. */
  readonly digest: string;
  readonly facts: number;
  readonly removed: readonly string[];
  readonly second: string;
};

export type NoBackup =
  | { readonly type: Trouble; readonly dir: string }
  | { readonly type: 'same-place'; readonly dir: string }
  /** An erasure waits for the second place; a mirror made now would bring back what it destroys. */
  | { readonly type: 'erasure-unfinished' }
  | { readonly type: 'not-as-written'; readonly dir: string; readonly files: readonly string[] }
  | { readonly type: 'no-second-copy'; readonly dir: string; readonly why: string }
  | { readonly type: 'backup-refused'; readonly refusal: GateRefusal };

/** Daily generations that are kept (SEC-12-2, AMB-53). */
const DAYS = 7;

/**
 * One more generation: key mirrors and all rows on one snapshot, read back, copied to the second place and compared
 * there; only then it is a fact, and only then the eighth is removed.
 */
export async function backupPlace(
  place: Place,
  wish: BackupWish,
  by: By = { actor: 'system:backup' },
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Result<BackupReport, NoBackup>> {
  const dir = resolve(wish.dir);
  const second = resolve(wish.second ?? join(place.card.secondPlace, 'generations'));
  if (dir === second) return err({ type: 'same-place', dir });
  const generation = await nextGeneration(place, [dir, second]);
  const made = await namingTrouble(dir, () =>
    withPlaceLock(place.reader, true, () => makeGeneration(place, { dir, second, generation, by, progress })),
  );
  if (!made.ok) {
    // Best effort: where the database is what is in trouble, the failure cannot be written down either.
    await place
      .execute([{ row: 'backup.record-failure', input: { generation, reason: made.error.type } }], by)
      .catch(() => undefined);
  }
  return made;
}

type Making = {
  readonly dir: string;
  readonly second: string;
  readonly generation: string;
  readonly by: By;
  readonly progress: (done: number, total: number) => void;
};

async function makeGeneration(place: Place, making: Making): Promise<Result<BackupReport, NoBackup>> {
  const { dir, second, generation, by } = making;
  if (!(await isSecondPlaceHere(place))) {
    return err({ type: 'no-second-copy', dir: place.card.secondPlace, why: 'second-place-missing' });
  }
  if ((await finishErasures(place)).left.length > 0) return err({ type: 'erasure-unfinished' });
  const backupKey = await secret(place, 'backup-key');
  const privatePem = (await secret(place, 'anchor-key')).toString('utf8');
  const anchorKey = { privatePem, publicPem: publicHalf(privatePem) };
  const anchor = await anchorNow(place);
  const at = place.parts.now();
  const { manifest, courier } = await onSnapshot(place.reader, async (client) => {
    // Mirrors first: a generation without the keys of its persons must never count.
    await readyMirrorFolders(place);
    for (const folder of mirrorFolders(place)) {
      await writeKeyMirror(client, join(folder, MIRROR_FILE), backupKey, at);
    }
    const previous = (await generationsIn(dir)).at(-1) ?? null;
    const generationWish = { ...making, at, backupKey, anchorKey, anchor, previous };
    return { manifest: await writeGeneration(client, generationWish), courier: await inwardWithin(client) };
  });
  const broken = await brokenFiles(dir, manifest, backupKey);
  if (broken.length > 0) return err({ type: 'not-as-written', dir, files: broken });
  const copied = await copyToSecond(dir, second, manifest);
  if (!copied.ok) return copied;
  const digest = manifestDigest(manifest);
  const done = await place.execute(
    [{ row: 'backup.record', input: { generation, digest, facts: manifest.facts, ...courier } }],
    by,
  );
  if (!done.ok) return err({ type: 'backup-refused', refusal: done.error });
  const removed = surplus(await generationsIn(dir), DAYS);
  for (const folder of [dir, second]) {
    await removeGenerations(folder, surplus(await generationsIn(folder), DAYS), anchorKey.publicPem);
  }
  for (const one of removed) {
    const gone = await place.execute([{ row: 'backup.record-removal', input: { generation: one } }], by);
    if (!gone.ok) return err({ type: 'backup-refused', refusal: gone.error });
  }
  return ok({ generation, digest, facts: manifest.facts, removed, second });
}

async function copyToSecond(
  dir: string,
  second: string,
  manifest: Manifest,
): Promise<Result<'copied', NoBackup>> {
  try {
    const broken = await copyGeneration(dir, second, manifest);
    return broken.length === 0
      ? ok('copied')
      : err({ type: 'no-second-copy', dir: second, why: 'not-as-written' });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    return err({ type: 'no-second-copy', dir: second, why: String(error.code) });
  }
}

async function namingTrouble(
  dir: string,
  work: () => Promise<Result<BackupReport, NoBackup> | undefined>,
): Promise<Result<BackupReport, NoBackup>> {
  try {
    const made = await work();
    if (!made) throw new Error('The lock of the place was not waited for');
    return made;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) return err({ type: trouble, dir });
    throw error;
  }
}

/** `2026-05-01-1`: the day in Japan and a number that no generation of that day has yet. */
async function nextGeneration(place: Place, dirs: readonly string[]): Promise<string> {
  const day = dayOfInstant(place.parts.now());
  const known = (await Promise.all(dirs.map((one) => generationsIn(one).catch(() => [])))).flat();
  const numbers = known.filter((one) => one.startsWith(day)).map((one) => Number(one.slice(11)));
  return `${day}-${Math.max(0, ...numbers) + 1}`;
}

async function secret(place: Place, name: string): Promise<Buffer> {
  const found = await place.keys.here.read(name);
  if (!found) throw new Error(`The secret ${name} is missing from the key folder`);
  return found;
}
