import { chmod, link, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { programmeKey, type KeyRing } from '../security/programme-key.ts';

/**
 * Secrets of a place as files that only its own account may read (0600 in a 0700 folder). Programme keys lie in two
 * folders, the second on another disk or host; every write is complete and on disk before it counts.
 */
export type KeyFolder = {
  readonly read: (name: string) => Promise<Buffer | undefined>;
  readonly write: (name: string, secret: Uint8Array) => Promise<void>;
  /** Writes a secret unless there is one already; gives the one that is there. Two at once agree on one. */
  readonly writeOnce: (name: string, secret: Uint8Array) => Promise<Buffer>;
  readonly names: () => Promise<readonly string[]>;
  /** Overwrites, then removes: a key that is destroyed shall not stay in the file's old blocks where that can be helped. */
  readonly destroy: (name: string) => Promise<void>;
};

export async function keyFolder(folder: string): Promise<KeyFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = (name: string) => join(folder, name);
  const writeOnce = async (name: string, secret: Uint8Array): Promise<Buffer> => {
    const draft = path(`${name}.${process.pid}`);
    await writeWhole(folder, draft, secret);
    try {
      await link(draft, path(name));
      await syncFolder(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(draft, { force: true });
    }
    return readFile(path(name));
  };
  return {
    writeOnce,
    read: async (name) => {
      try {
        return await readFile(path(name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: (name, secret) => writeWhole(folder, path(name), secret),
    names: async () => (await readdir(folder)).toSorted(),
    destroy: (name) => overwriteAndRemove(folder, path(name)),
  };
}

const KEY_NAME = /^programme-key\.(\d+)$/;

export function programmeKeyName(epoch: number): string {
  return `programme-key.${epoch}`;
}

/** The epochs whose programme keys lie in a folder, oldest first. */
export async function epochsIn(folder: KeyFolder): Promise<readonly number[]> {
  const names = await folder.names();
  return names
    .flatMap((name) => KEY_NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** The living keys: `current` is the epoch the database works with, `previous` is there while a change of epoch goes on. */
export async function readKeyRing(folder: KeyFolder, currentEpoch: number): Promise<KeyRing> {
  const current = await folder.read(programmeKeyName(currentEpoch));
  if (!current) throw new Error(`The programme key of epoch ${currentEpoch} is missing from the key folder`);
  const previous = await folder.read(programmeKeyName(currentEpoch - 1));
  return {
    current: programmeKey(currentEpoch, current),
    ...(previous ? { previous: programmeKey(currentEpoch - 1, previous) } : {}),
  };
}

async function writeWhole(folder: string, path: string, secret: Uint8Array): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(secret);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(folder);
}

async function overwriteAndRemove(folder: string, path: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      await file.write(Buffer.alloc(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await rm(path, { force: true });
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
