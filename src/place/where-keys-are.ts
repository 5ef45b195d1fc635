import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({ secondPlace: z.string() });

const FILE = 'keys-are-at.json';

/** Notes beside the generations in which folder the keys lie: a path and no secret, for whoever restores in a hurry. */
export async function noteWhereKeysAre(dir: string, secondPlace: string): Promise<void> {
  await writeFile(join(dir, FILE), `${JSON.stringify({ secondPlace: resolve(secondPlace) })}\n`, {
    mode: 0o600,
  });
}

/** The folder noted at the last backup, if there is a note. */
export async function whereKeysAre(dir: string): Promise<string | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(dir, FILE), 'utf8'))).secondPlace;
  } catch {
    return undefined;
  }
}
