import { join } from 'node:path';
import { z } from 'zod';
import type { ErasureId, PersonId } from '../domain/basics/ids.ts';
import type { Instant } from '../domain/basics/instant.ts';
import { appendLine, readLines } from './ndjson-file.ts';

/**
 * One erasure as it stands outside every generation: a restore erases these persons again before anything else. The ids
 * lead nowhere any more.
 */
export type RegisteredErasure = {
  readonly erasure: ErasureId;
  readonly persons: readonly PersonId[];
  readonly ref: string;
  readonly witnesses: readonly string[];
  readonly at: Instant;
};

const ENTRY = z.object({
  erasure: z.custom<ErasureId>((value) => typeof value === 'string'),
  persons: z.array(z.custom<PersonId>((value) => typeof value === 'string')),
  ref: z.string(),
  witnesses: z.array(z.string()),
  at: z.custom<Instant>((value) => typeof value === 'string'),
});

const FILE = 'erasures.ndjson';

/** Enters an erasure in the register of every folder that does not have it yet. */
export async function registerErasure(folders: readonly string[], entry: RegisteredErasure): Promise<void> {
  for (const folder of folders) {
    const known = await readRegister(folder);
    if (!known.some((one) => one.erasure === entry.erasure)) await appendLine(join(folder, FILE), entry);
  }
}

/** A register with a line that cannot be read is no register: whoever was in it would come back. */
export async function readRegister(folder: string): Promise<readonly RegisteredErasure[]> {
  return z.array(ENTRY).parse(await readLines(join(folder, FILE)));
}
