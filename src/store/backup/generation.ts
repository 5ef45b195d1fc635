import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Anchor } from '../../security/checkpoint.ts';
import { sha256Hex } from '../../security/digest.ts';
import { isSignedBy, signText } from '../../security/signature.ts';

const FILE = z.object({
  /** Path below the folder of generations. */
  file: z.string().regex(/^(ranges|\d{4}-\d{2}-\d{2}-\d{1,3})\/[a-z0-9_.-]+$/),
  rows: z.number(),
  /** SHA-256 of the plain rows. */
  digest: z.string(),
  /** SHA-256 of the file as it is stored. */
  stored: z.string(),
});
const CHAIN = z.object({
  end: z.object({ seq: z.number(), hash: z.string() }),
  ranges: z.array(FILE.extend({ from: z.number(), to: z.number() })),
  tail: FILE,
});

const MANIFEST = z.object({
  format: z.literal(1),
  generation: z.string(),
  at: z.string(),
  programme: z.string(),
  tryout: z.boolean(),
  createdAt: z.string(),
  /** Which migrations had made the schema. */
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  tables: z.array(
    FILE.extend({ name: z.string(), columns: z.array(z.string()), order: z.array(z.string()) }),
  ),
  chains: z.object({ journal: CHAIN, access: CHAIN }),
  facts: z.number(),
  anchor: z.object({
    at: z.string(),
    journal: z.object({ seq: z.number(), hash: z.string() }),
    access: z.object({ seq: z.number(), hash: z.string() }),
    signature: z.string(),
  }),
  /** The generation before this one, in the same folder. */
  previous: z.string().nullable(),
});

/** A file of a generation with the digests of what it holds. */
export type StoredFile = z.infer<typeof FILE>;

/** What a generation holds and how to prove it. No personal value stands in it. */
export type Manifest = Omit<z.infer<typeof MANIFEST>, 'anchor'> & { readonly anchor: Anchor };

export const MANIFEST_FILE = 'generation.json';
const NAME = /^\d{4}-\d{2}-\d{2}-\d{1,3}$/;

/** The manifest as a text with its signature as the last line. */
export function manifestText(manifest: Manifest, privatePem: string): string {
  const body = canonical(manifest);
  return `${body}\n${signText(privatePem, body)}\n`;
}

/** SHA-256 of a manifest, as it stands in the facts about its generation. */
export function manifestDigest(manifest: Manifest): string {
  return sha256Hex(canonical(manifest));
}

/** `undefined` when there is none, or it is not signed with this key, or it is no manifest. */
export async function readManifest(
  dir: string,
  generation: string,
  publicPem: string,
): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(join(dir, generation, MANIFEST_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [body = '', signature = ''] = text.split('\n');
  if (!isSignedBy(publicPem, body, signature)) return undefined;
  const read = MANIFEST.safeParse(JSON.parse(body));
  return read.success && read.data.generation === generation ? read.data : undefined;
}

/** Names of the complete generations in a folder, oldest first. */
export async function generationsIn(dir: string): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = await readdir(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names.filter((name) => NAME.test(name)).toSorted((a, b) => order(a).localeCompare(order(b)));
}

/** Every file a generation stands on, each once. */
export function filesOf(manifest: Manifest): readonly StoredFile[] {
  const { journal, access } = manifest.chains;
  return [...manifest.tables, ...journal.ranges, journal.tail, ...access.ranges, access.tail];
}

/** The same text for a manifest that was just made and for one that was read. */
function canonical(manifest: Manifest): string {
  return JSON.stringify(MANIFEST.parse(manifest));
}

/** `2026-05-01-2` comes before `2026-05-01-10`. */
function order(name: string): string {
  return `${name.slice(0, 10)}-${name.slice(11).padStart(3, '0')}`;
}
