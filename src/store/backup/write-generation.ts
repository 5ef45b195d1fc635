import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Anchor } from '../../security/checkpoint.ts';
import { copyOut } from '../copy.ts';
import type { Chain } from '../seal-chain.ts';
import { RANGE_ROWS, rangeOut, tailOut } from './chain-ranges.ts';
import { MANIFEST_FILE, manifestText, readManifest, type Manifest, type StoredFile } from './generation.ts';
import { writeSealedFile } from './sealed-file.ts';
import { storedTables, tableOut } from './stored-tables.ts';

export type GenerationWish = {
  readonly dir: string;
  readonly generation: string;
  readonly at: string;
  readonly backupKey: Uint8Array;
  readonly anchorKey: { readonly privatePem: string; readonly publicPem: string };
  readonly anchor: Anchor;
  readonly previous: string | null;
  readonly progress: (done: number, total: number) => void;
};

/**
 * Writes a generation from the client's snapshot: ranges of the chains that no earlier generation has, then every other
 * table, then the signed manifest. It is made under another name and gets its own only when all of it is on the disk.
 */
export async function writeGeneration(client: pg.Client, wish: GenerationWish): Promise<Manifest> {
  const { dir, generation } = wish;
  const making = join(dir, `.making-${generation}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(join(dir, 'ranges'), { recursive: true, mode: 0o700 });
  await mkdir(making, { recursive: true, mode: 0o700 });
  try {
    const manifest = await writeFiles(client, wish, making);
    const file = await open(join(making, MANIFEST_FILE), 'w', 0o600);
    try {
      await file.writeFile(manifestText(manifest, wish.anchorKey.privatePem));
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(making);
    await syncFolder(join(dir, 'ranges'));
    await rename(making, join(dir, generation));
    await syncFolder(dir);
    return manifest;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeFiles(client: pg.Client, wish: GenerationWish, making: string): Promise<Manifest> {
  const { dir, generation, backupKey } = wish;
  const write = async (name: string, statement: string): Promise<StoredFile> => {
    const file = `${generation}/${name}`;
    const { digest, stored, lines } = await writeSealedFile(
      join(making, name),
      backupKey,
      file,
      copyOut(client, statement),
    );
    return { file, rows: lines, digest, stored };
  };
  const before = wish.previous ? await readManifest(dir, wish.previous, wish.anchorKey.publicPem) : undefined;
  const tables = await storedTables(client);
  const total = tables.length + 2;
  const journal = await writeChain(client, 'journal', wish, before, write);
  wish.progress(1, total);
  const log = await writeChain(client, 'access', wish, before, write);
  wish.progress(2, total);
  const written: Manifest['tables'] = [];
  for (const table of tables) {
    written.push({
      ...(await write(`${table.name}.rows`, tableOut(table))),
      name: table.name,
      columns: [...table.columns],
      order: [...table.order],
    });
    wish.progress(2 + written.length, total);
  }
  const { rows: places } = await client.query<{ programme: string; tryout: boolean; created_at: string }>(
    'select programme, tryout, created_at from place',
  );
  const [place] = places;
  if (!place) throw new Error('The database was not initialised');
  const { rows: migrations } = await client.query<{ name: string; digest: string }>(
    'select name, digest from migration order by name',
  );
  return {
    format: 1,
    generation,
    at: wish.at,
    programme: place.programme,
    tryout: place.tryout,
    createdAt: place.created_at,
    migrations,
    tables: written,
    chains: { journal, access: log },
    facts: journal.end.seq + journal.tail.rows,
    anchor: wish.anchor,
    previous: wish.previous,
  };
}

async function writeChain(
  client: pg.Client,
  chain: Chain,
  wish: GenerationWish,
  before: Manifest | undefined,
  write: (name: string, statement: string) => Promise<StoredFile>,
): Promise<Manifest['chains']['journal']> {
  const seal = chain === 'journal' ? 'journal_seal' : 'access_seal';
  const hashAt = async (seq: number): Promise<string> => {
    const { rows } = await client.query<{ hash: Buffer }>(`select hash from ${seal} where seq = $1`, [seq]);
    return rows[0]?.hash.toString('hex') ?? '0'.repeat(64);
  };
  const { rows } = await client.query<{ seq: string }>(`select coalesce(max(seq), 0) as seq from ${seal}`);
  const last = Number(rows[0]?.seq ?? 0);
  const known = new Map(before?.chains[chain].ranges.map((range) => [range.file, range]));
  const ranges: Manifest['chains']['journal']['ranges'] = [];
  for (let from = 1; from <= last; from += RANGE_ROWS) {
    const to = Math.min(last, from + RANGE_ROWS - 1);
    // The hash of its last link is a promise for all lines up to there: the same name is the same content.
    const file = `ranges/${chain}-${from}-${to}-${(await hashAt(to)).slice(0, 32)}.rows`;
    const there = known.get(file);
    if (there && (await exists(join(wish.dir, file)))) {
      ranges.push(there);
      continue;
    }
    const path = join(wish.dir, file);
    const content = await writeSealedFile(
      `${path}.new`,
      wish.backupKey,
      file,
      copyOut(client, rangeOut(chain, from, to)),
    );
    await rename(`${path}.new`, path);
    ranges.push({ file, from, to, rows: content.lines, digest: content.digest, stored: content.stored });
  }
  const tail = await write(`${chain}.tail`, tailOut(chain));
  return { end: { seq: last, hash: await hashAt(last) }, ranges, tail };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
