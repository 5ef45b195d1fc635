import { epochsIn, type KeyFolder } from './key-folder.ts';

/** Another place keeps its keys there, under the same names. */
export type SecondPlaceTaken = { readonly type: 'second-place-taken'; readonly dir: string };

/**
 * Whether a folder that is to become the second place of the place with this backup key belongs to another one: writing
 * there would destroy that one's only other copy. Older and newer programme keys of our own may lie there.
 */
export async function isTaken(second: KeyFolder, backupKey: Buffer | undefined): Promise<boolean> {
  const theirs = await second.read('backup-key');
  if (theirs) return !backupKey || !theirs.equals(backupKey);
  return (await epochsIn(second)).length > 0;
}
