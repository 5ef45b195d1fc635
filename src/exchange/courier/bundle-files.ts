import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedBundle } from '../../domain/portal/bundle.ts';
import { readSigned } from './read-bundle.ts';

/** Bundles as files of a folder: `out-000058.json`, `in-000007.json`. A file is there whole or not at all. */
export type BundleFiles = {
  readonly write: (n: number, bundle: SignedBundle) => Promise<void>;
  /** Nothing when there is none; a file that is no signed bundle counts as altered, with an empty signature. */
  readonly read: (n: number) => Promise<SignedBundle | undefined>;
  /** Numbers of the bundles that are there, in order. */
  readonly numbers: () => Promise<readonly number[]>;
  readonly remove: (n: number) => Promise<void>;
};

export function bundleFiles(dir: string, way: 'in' | 'out'): BundleFiles {
  const path = (n: number) => join(dir, `${way}-${String(n).padStart(6, '0')}.json`);
  const name = new RegExp(`^${way}-(\\d{6,})\\.json$`);
  return {
    write: async (n, bundle) => {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await writeWhole(dir, path(n), JSON.stringify(bundle));
    },
    read: async (n) => {
      const text = await textOf(path(n));
      return text === undefined ? undefined : (readSigned(text) ?? { text, signature: '' });
    },
    numbers: async () =>
      (await readdir(dir).catch(() => []))
        .flatMap((file) => name.exec(file)?.[1] ?? [])
        .map(Number)
        .toSorted((a, b) => a - b),
    remove: (n) => rm(path(n), { force: true }),
  };
}

/** Nothing when the file is not there. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** On the disk when this returns, under its name; before that nothing is there under it. */
export async function writeWhole(dir: string, path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
