import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programmeKey } from '../../src/security/programme-key.ts';
import { unseal } from '../../src/security/sealing.ts';

/** What somebody holds who copied everything of one woman: her wrapped keys, her sealed rows, the links to her. */
export type Copied = {
  readonly wrapped: readonly { readonly person: string; readonly wrapped: Buffer }[];
  readonly rows: readonly { readonly bound: string; readonly sealed: Buffer }[];
  readonly links: readonly { readonly digest: Buffer; readonly sealed: Buffer }[];
};

/** Every secret of 32 bytes that lies as a file below these folders. */
export async function secretsIn(...folders: readonly string[]): Promise<readonly Buffer[]> {
  const secrets: Buffer[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name));
      if (content.length === 32) secrets.push(content);
    }
  }
  return secrets;
}

/**
 * Really tries everything: every secret as the programme key of every epoch on her wrapped keys and links, and every
 * secret and every key so won on her rows. Gives how many things opened.
 */
export function countOpened(
  copied: Copied,
  secrets: readonly Buffer[],
  otherKeys: readonly Buffer[],
): number {
  let opened = 0;
  const won = [...secrets, ...otherKeys];
  for (const secret of secrets) {
    for (let epoch = 1; epoch <= 20; epoch += 1) {
      const key = programmeKey(epoch, secret);
      for (const { person, wrapped } of copied.wrapped) {
        const inner = attempt(() => key.unwrap(person, wrapped));
        if (inner) won.push(inner);
        if (inner) opened += 1;
      }
      for (const { digest, sealed } of copied.links) {
        if (attempt(() => key.openLink(digest, sealed))) opened += 1;
      }
    }
  }
  for (const key of won) {
    for (const { bound, sealed } of copied.rows) {
      if (attempt(() => unseal(key, sealed, bound))) opened += 1;
    }
  }
  return opened;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
