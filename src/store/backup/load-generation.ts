import pg from 'pg';
import { join } from 'node:path';
import { runningDigest } from '../../security/digest.ts';
import type { ProgrammeKey } from '../../security/programme-key.ts';
import type { ConnectionConfig } from '../connection.ts';
import { copyIn, copyOut } from '../copy.ts';
import type { Chain } from '../seal-chain.ts';
import { WRAPPED_KEYS } from '../vault/rewrap.ts';
import { loadRange, loadTail, rangeOut } from './chain-ranges.ts';
import type { Manifest } from './generation.ts';
import type { KeyMirror, MirroredKey } from './key-mirror.ts';
import { readSealedFile } from './sealed-file.ts';
import { fillingOrder, KEY_TABLES, storedTables, tableIn, tableOut } from './stored-tables.ts';

export type Loading = {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly backupKey: Uint8Array;
  readonly mirror: KeyMirror;
  readonly key: ProgrammeKey;
  readonly progress: (done: number, total: number) => void;
};

/** Tables or ranges whose content is not that of the manifest, after everything was loaded. Empty: proved. */
export type Loaded = {
  readonly differing: readonly string[];
  /** Persons with rows but without a key: erased after the generation was made. */
  readonly keyless: readonly string[];
};

/**
 * Loads a generation and the keys of the mirror into an empty schema, as the owner, in one transaction; then reads every
 * table out again and compares it with the manifest. When something differs nothing of it stays.
 */
export async function loadGeneration(owner: ConnectionConfig, loading: Loading): Promise<Loaded> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await loadAll(client, loading);
    const differing = await findDiffering(client, loading.manifest);
    const { rows } = await client.query<{ person: string }>(
      'select distinct person from vault v where not exists (select from person_key k where k.person = v.person) order by 1',
    );
    await client.query(differing.length === 0 ? 'commit' : 'rollback');
    return { differing, keyless: rows.map(({ person }) => person) };
  } finally {
    await client.end();
  }
}

async function loadAll(client: pg.Client, loading: Loading): Promise<void> {
  const { dir, manifest, backupKey, progress } = loading;
  const content = (file: string) => readSealedFile(join(dir, file), backupKey, file);
  const total = manifest.tables.length + 3;
  await client.query('update place set epoch = $1', [loading.mirror.epoch]);
  for (const chain of ['journal', 'access'] as const) {
    const { ranges, tail, end } = manifest.chains[chain];
    for (const { file } of ranges) await loadRange(client, chain, content(file));
    await loadTail(client, chain, content(tail.file), end);
  }
  progress(2, total);
  for (const [index, table] of (await fillingOrder(client, manifest.tables)).entries()) {
    await copyIn(client, tableIn(table), content(table.file));
    progress(3 + index, total);
  }
  await loadKeys(client, loading);
  await setSequences(client);
  progress(total, total);
}

/** Keys of persons and lists the generation knows; others are of people who came later, and lead nowhere here. */
async function loadKeys(client: pg.Client, { mirror, key }: Loading): Promise<void> {
  const persons = new Set(
    (await client.query<{ person: string }>('select distinct person from vault')).rows.map(
      ({ person }) => person,
    ),
  );
  const lists = new Set(
    (
      await client.query<{ list: string }>(
        "select substring(stream from 6) as list from stream_head where stream like 'list:%' union select list from staged_row",
      )
    ).rows.map(({ list }) => list),
  );
  for (const { table, name } of WRAPPED_KEYS) {
    const known = table === 'person_key' ? persons : lists;
    const keys = (mirror.keys.get(table) ?? []).filter((one: MirroredKey) => known.has(one.name));
    await client.query(
      `insert into ${table} (${name}, epoch, wrapped) select * from unnest($1::text[], $2::int[], $3::bytea[])`,
      [keys.map((one) => one.name), keys.map((one) => one.epoch), keys.map((one) => one.wrapped)],
    );
  }
  const links = mirror.links.filter(({ digest, sealed }) => persons.has(key.openLink(digest, sealed).person));
  await client.query(
    'insert into subject_link (digest, owner, epoch, sealed) select * from unnest($1::bytea[], $2::bytea[], $3::int[], $4::bytea[])',
    [
      links.map((one) => one.digest),
      links.map((one) => one.owner),
      links.map((one) => one.epoch),
      links.map((one) => one.sealed),
    ],
  );
}

/** Numbers go on where they stood. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence, c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''`,
  );
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval('${sequence}', greatest((select coalesce(max("${column}"), 0) from "${table}"), 1),
         exists (select from "${table}"))`,
    );
  }
}

async function findDiffering(client: pg.Client, manifest: Manifest): Promise<readonly string[]> {
  const differing: string[] = [];
  const compare = async (name: string, statement: string, digest: string) => {
    const found = runningDigest();
    for await (const piece of copyOut(client, statement)) found.add(piece);
    if (found.hex() !== digest) differing.push(name);
  };
  for (const table of manifest.tables) await compare(table.name, tableOut(table), table.digest);
  for (const chain of ['journal', 'access'] as const satisfies readonly Chain[]) {
    const { ranges, tail, end } = manifest.chains[chain];
    for (const { file, from, to, digest } of ranges) await compare(file, rangeOut(chain, from, to), digest);
    const seal = chain === 'journal' ? 'journal_seal' : 'access_seal';
    const { rows } = await client.query<{ last: string }>(
      `select coalesce(max(seq), 0) as last from ${seal}`,
    );
    if (Number(rows[0]?.last) !== end.seq + tail.rows) differing.push(`${chain} (end)`);
  }
  // Whatever this schema has and the generation has not must be empty, or the place was not.
  const known = new Set(manifest.tables.map(({ name }) => name));
  for (const { name } of await storedTables(client)) {
    if (!known.has(name) && !KEY_TABLES.includes(name)) differing.push(`${name} (unknown to the generation)`);
  }
  return differing;
}
