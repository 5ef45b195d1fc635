import { access, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runningDigest } from '../../security/digest.ts';
import { filesOf, generationsIn, MANIFEST_FILE, readManifest, type Manifest } from './generation.ts';
import { digestOfFile, readSealedFile } from './sealed-file.ts';
import { syncFolder } from './write-generation.ts';

/** Opens every file of a generation and compares what it holds; gives the files that are not as they were written. */
export async function brokenFiles(
  dir: string,
  manifest: Manifest,
  backupKey: Uint8Array,
): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { file, digest } of filesOf(manifest)) {
    const found = await digestOfContent(join(dir, file), backupKey, file);
    if (found !== digest) broken.push(file);
  }
  return broken;
}

/** Copies a generation and the ranges it stands on to another folder and compares every byte that arrived. */
export async function copyGeneration(
  from: string,
  to: string,
  manifest: Manifest,
): Promise<readonly string[]> {
  const { generation } = manifest;
  const making = join(to, `.making-${generation}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(join(to, 'ranges'), { recursive: true, mode: 0o700 });
  await mkdir(making, { recursive: true, mode: 0o700 });
  const broken: string[] = [];
  try {
    for (const { file, stored } of filesOf(manifest)) {
      const own = file.startsWith(`${generation}/`);
      const path = own ? join(making, file.slice(generation.length + 1)) : join(to, file);
      if (!own && (await isThere(path)) && (await digestOfFile(path)) === stored) continue;
      await copyWhole(join(from, file), path);
      if ((await digestOfFile(path)) !== stored) broken.push(file);
    }
    await copyWhole(join(from, generation, MANIFEST_FILE), join(making, MANIFEST_FILE));
    await syncFolder(making);
    await syncFolder(join(to, 'ranges'));
    if (broken.length > 0) return broken;
    await rm(join(to, generation), { recursive: true, force: true });
    await rename(making, join(to, generation));
    await syncFolder(to);
    return [];
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Which generations are to go: all but the newest of each of the newest `days` days (SEC-12-2). */
export function surplus(generations: readonly string[], days: number): readonly string[] {
  const newest = new Map<string, string>();
  for (const one of generations) newest.set(one.slice(0, 10), one);
  const kept = new Set([...newest.values()].slice(-days));
  return generations.filter((one) => !kept.has(one));
}

/** Removes generations, and then the ranges that none of those left stands on. */
export async function removeGenerations(
  dir: string,
  going: readonly string[],
  publicPem: string,
): Promise<void> {
  for (const one of going) await rm(join(dir, one), { recursive: true, force: true });
  const used = new Set<string>();
  for (const one of await generationsIn(dir)) {
    const manifest = await readManifest(dir, one, publicPem);
    // A generation that cannot be read may stand on any range: then none is removed.
    if (!manifest) return;
    for (const { file } of filesOf(manifest)) used.add(file);
  }
  for (const name of await readdir(join(dir, 'ranges'))) {
    if (!used.has(`ranges/${name}`)) await rm(join(dir, 'ranges', name), { force: true });
  }
}

async function digestOfContent(path: string, key: Uint8Array, name: string): Promise<string | undefined> {
  const digest = runningDigest();
  try {
    for await (const piece of readSealedFile(path, key, name)) digest.add(piece);
  } catch (error) {
    // A full disk or a lost one is another matter than a file that does not open.
    if (error instanceof Error && 'syscall' in error && 'code' in error && error.code !== 'ENOENT')
      throw error;
    return undefined;
  }
  return digest.hex();
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, `${to}.new`);
  const file = await open(`${to}.new`, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${to}.new`, to);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
