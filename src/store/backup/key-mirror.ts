import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type pg from 'pg';
import type { Instant } from '../../domain/basics/instant.ts';
import { copyOut } from '../copy.ts';
import { WRAPPED_KEYS } from '../vault/rewrap.ts';
import { readSealedFile, writeSealedFile } from './sealed-file.ts';

/** A wrapped key: of a person or of a list. */
export type MirroredKey = { readonly name: string; readonly epoch: number; readonly wrapped: Buffer };

/** A link from a case or account to its person, as it lies in the database. */
export type MirroredLink = {
  readonly digest: Buffer;
  readonly owner: Buffer;
  readonly epoch: number;
  readonly sealed: Buffer;
};

/**
 * All keys and links of one epoch. A generation holds none of them: who was erased after it was made has no key here,
 * and who is here can be read with a generation and the programme key of this epoch.
 */
export type KeyMirror = {
  readonly epoch: number;
  readonly at: Instant;
  readonly keys: ReadonlyMap<string, readonly MirroredKey[]>;
  readonly links: readonly MirroredLink[];
};

const NAME = 'key-mirror';

/**
 * Writes the mirror anew on the client's snapshot, complete or not at all. Refuses to write keys of two epochs: then an
 * erasure is under way, and its mirror would bring back what is about to be destroyed.
 */
export async function writeKeyMirror(
  client: pg.Client,
  path: string,
  backupKey: Uint8Array,
  at: Instant,
): Promise<void> {
  await writeSealedFile(`${path}.new`, backupKey, NAME, contentOf(client, at));
  await rename(`${path}.new`, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export async function readKeyMirror(path: string, backupKey: Uint8Array): Promise<KeyMirror> {
  const keys = new Map<string, MirroredKey[]>(WRAPPED_KEYS.map(({ table }) => [table, []]));
  const links: MirroredLink[] = [];
  let head: { epoch: number; at: Instant } | undefined;
  let ended = false;
  for await (const line of linesOf(readSealedFile(path, backupKey, NAME))) {
    const [kind = '', a = '', b = '', c = '', d = ''] = line.split('\t');
    if (kind === 'mirror') head = { epoch: Number(a), at: b as Instant };
    else if (kind === 'end') ended = true;
    else if (kind === 'subject_link') {
      links.push({
        digest: Buffer.from(a, 'hex'),
        owner: Buffer.from(b, 'hex'),
        epoch: Number(c),
        sealed: Buffer.from(d, 'hex'),
      });
    } else keys.get(kind)?.push({ name: a, epoch: Number(b), wrapped: Buffer.from(c, 'hex') });
  }
  if (!head || !ended) throw new Error('The key mirror is cut short');
  return { ...head, keys, links };
}

async function* contentOf(client: pg.Client, at: Instant): AsyncGenerator<Uint8Array> {
  const tables = [...WRAPPED_KEYS.map(({ table }) => table), 'subject_link'];
  const { rows } = await client.query<{ epoch: number; mixed: boolean }>(
    `select epoch, ${tables.map((table) => `exists (select from ${table} k where k.epoch <> p.epoch)`).join(' or ')} as mixed
     from place p`,
  );
  const [place] = rows;
  if (!place || place.mixed) throw new Error('A key mirror holds keys of one epoch only');
  yield Buffer.from(`mirror\t${place.epoch}\t${at}\n`);
  for (const { table, name } of WRAPPED_KEYS) {
    yield* copyOut(
      client,
      `copy (select '${table}', ${name}, epoch, encode(wrapped, 'hex') from ${table} order by 2) to stdout`,
    );
  }
  yield* copyOut(
    client,
    `copy (select 'subject_link', encode(digest, 'hex'), encode(owner, 'hex'), epoch, encode(sealed, 'hex')
           from subject_link order by 2) to stdout`,
  );
  yield Buffer.from('end\n');
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
