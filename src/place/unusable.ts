import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { syncFolder } from '../store/backup/write-generation.ts';
import type { Folders } from './folders.ts';

/** Marks a place before a restore touches it; only the restore that went through to the end takes the mark away. */
export async function markUnusable(folders: Folders, why: string): Promise<void> {
  await mkdir(folders.root, { recursive: true, mode: 0o700 });
  await writeFile(folders.unusable, `${JSON.stringify({ why })}\n`, { mode: 0o600, flush: true });
  await syncFolder(folders.root);
}

export async function unmark(folders: Folders): Promise<void> {
  await rm(folders.unusable);
  await syncFolder(folders.root);
}

/** Why the place cannot be used, or `undefined`: it can. A mark that cannot be read is a mark. */
export async function whyUnusable(folders: Pick<Folders, 'unusable'>): Promise<string | undefined> {
  try {
    const mark: { why?: string } = JSON.parse(await readFile(folders.unusable, 'utf8'));
    return mark.why ?? 'unknown';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return 'unknown';
  }
}
