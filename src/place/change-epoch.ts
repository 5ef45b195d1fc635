import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { newSecretKey } from '../security/programme-key.ts';
import { addEntries } from '../store/access-log.ts';
import { writeKeyMirror } from '../store/backup/key-mirror.ts';
import { currentEpoch, setEpoch } from '../store/place-row.ts';
import { onSnapshot } from '../store/snapshot.ts';
import { countOld, rewrapAll } from '../store/vault/rewrap.ts';
import { epochsIn, programmeKeyName, type KeyFolder } from './key-folder.ts';
import type { Place } from './place.ts';

/** The steps of a change of epoch, each named when it is done. Whatever breaks between two, the next start goes on. */
export type EpochStep = 'key-written' | 'epoch-set' | 'rewrapped' | 'mirrored' | 'key-destroyed';

export type AfterStep = (step: EpochStep | 'ordered' | 'registered' | 'completed') => Promise<void> | void;

/** The second place does not answer, or what answers is not ours: nothing that must happen in both can be confirmed. */
export type SecondPlaceMissing = { readonly type: 'second-place-missing'; readonly dir: string };

/**
 * A new epoch: new programme key in both places, then the database moves, everything is rewrapped, the mirrors are
 * written anew, and the old key is destroyed in both places. Returns the new epoch once both have confirmed it.
 */
export async function changeEpoch(
  place: Place,
  after: AfterStep,
): Promise<Result<number, SecondPlaceMissing>> {
  const epoch = await currentEpoch(place.database.reader);
  const next = programmeKeyName(epoch + 1);
  const { here, second } = place.keys;
  if (!(await isOurs(place, epoch))) return missing(place);
  // A key that an interrupted change has left is used: it has locked nothing yet, or the database would have moved.
  const key = (await second.read(next)) ?? (await here.read(next)) ?? newSecretKey();
  for (const folder of [second, here]) {
    if (!(await folder.read(next))?.equals(key)) await folder.write(next, key);
  }
  await after('key-written');
  await place.database.write((writer) => setEpoch(writer, epoch + 1));
  await after('epoch-set');
  return finishChange(place, after);
}

/** Brings a change of epoch that has reached the database to its end; changes nothing when there is none. */
export async function finishChange(
  place: Place,
  after: AfterStep,
): Promise<Result<number, SecondPlaceMissing>> {
  const { database, parts } = place;
  await place.ring.refresh();
  const { current } = place.ring.get();
  const done = await rewrapAll(database, place.ring.get());
  if ((await countOld(database.reader, current.epoch)) > 0) {
    throw new Error('Keys of an older epoch are left after everything was rewrapped');
  }
  if (done > 0) {
    const entry = {
      id: parts.ids.fresh('entry'),
      at: parts.now(),
      word: 'rewrapped',
      actor: 'system:erasure',
      row: 'erasure.complete',
      hits: done,
    } as const;
    await database.write((writer) => addEntries(writer, [entry]));
  }
  await after('rewrapped');
  if (!(await isOurs(place, current.epoch))) return missing(place);
  await writeMirrors(place);
  await after('mirrored');
  for (const folder of [place.keys.here, place.keys.second]) {
    for (const old of await epochsIn(folder)) {
      if (old < current.epoch) await folder.destroy(programmeKeyName(old));
    }
    if (!(await holdsOnly(folder, current.epoch))) return missing(place);
  }
  await place.ring.refresh();
  await after('key-destroyed');
  return ok(current.epoch);
}

/** Whether a key older than the epoch in force still lies in a place: a change of epoch was interrupted. */
export async function isChangeUnfinished(place: Place): Promise<boolean> {
  const { epoch } = place.ring.get().current;
  const epochs = [...(await epochsIn(place.keys.here)), ...(await epochsIn(place.keys.second))];
  return epochs.some((one) => one < epoch);
}

/** Writes the mirror of all living keys in both places. */
export async function writeMirrors(place: Place): Promise<void> {
  const key = await place.keys.here.read('backup-key');
  if (!key) throw new Error('The backup key is missing from the key folder');
  await readyMirrorFolders(place);
  for (const folder of mirrorFolders(place)) {
    await onSnapshot(place.reader, (client) =>
      writeKeyMirror(client, join(folder, MIRROR_FILE), key, place.parts.now()),
    );
  }
}

export async function readyMirrorFolders(place: Place): Promise<void> {
  for (const folder of mirrorFolders(place)) await mkdir(folder, { recursive: true, mode: 0o700 });
}

export const MIRROR_FILE = 'keys.mirror';

/** Here, and in the second place. */
export function mirrorFolders(place: Pick<Place, 'folders' | 'card'>): readonly string[] {
  return [place.folders.mirror, join(place.card.secondPlace, 'key-mirror')];
}

/** Whether the second place answers and is ours. */
export async function isSecondPlaceHere(place: Place): Promise<boolean> {
  return isOurs(place, await currentEpoch(place.database.reader));
}

/** An empty folder where a disk is not mounted would confirm everything; ours holds the key in force. */
async function isOurs(place: Place, epoch: number): Promise<boolean> {
  const name = programmeKeyName(epoch);
  const mine = await place.keys.here.read(name);
  const theirs = await place.keys.second.read(name).catch(() => undefined);
  return mine !== undefined && theirs !== undefined && mine.equals(theirs);
}

async function holdsOnly(folder: KeyFolder, epoch: number): Promise<boolean> {
  const epochs = await epochsIn(folder);
  return epochs.includes(epoch) && epochs.every((one) => one >= epoch);
}

function missing(place: Place): Result<never, SecondPlaceMissing> {
  return err({ type: 'second-place-missing', dir: place.card.secondPlace });
}
