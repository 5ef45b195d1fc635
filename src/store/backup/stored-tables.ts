import type pg from 'pg';
import { PRINT_TABLES } from '../print-files.ts';
import { SIGN_IN_TABLES } from '../sign-in/tables.ts';
import { WRAPPED_KEYS } from '../vault/rewrap.ts';

/** A table that a generation carries whole: its columns, and those that order its rows. */
export type StoredTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: readonly string[];
};

/** Keys and links: in the key mirror only, never in a generation (design 1, Erasure). */
export const KEY_TABLES: readonly string[] = [...WRAPPED_KEYS.map(({ table }) => table), 'subject_link'];

/** Carried in ranges, by the chains. */
const CHAIN_TABLES = ['fact', 'access_entry', 'journal_seal', 'access_seal', 'seal_mark'];

/** Made anew by every place: its mark and epoch, its schema, the shapes of its projections. */
const OWN_TABLES = ['place', 'migration', 'projection_shape'];

/** Every other table of the schema, so that a table a migration adds is never forgotten. Projections are made again. */
export async function storedTables(client: pg.Client): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; keys: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select a.attname::text from pg_index i
             cross join lateral unnest(i.indkey::int[]) with ordinality as k (num, pos)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
             where i.indrelid = c.oid and i.indisprimary order by k.pos) as keys
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     order by c.relname`,
  );
  const left = new Set([...KEY_TABLES, ...CHAIN_TABLES, ...OWN_TABLES, ...PRINT_TABLES, ...SIGN_IN_TABLES]);
  return rows
    .filter(({ name }) => !left.has(name) && !name.startsWith('p_'))
    .map(({ name, columns, keys }) => ({ name, columns, order: keys.length > 0 ? keys : columns }));
}

/** The order in which tables can be filled: whatever a row refers to is there before it. */
export async function fillingOrder<Table extends { readonly name: string }>(
  client: pg.Client,
  tables: readonly Table[],
): Promise<readonly Table[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select f.relname as from, t.relname as to from pg_constraint c
     join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
     where c.contype = 'f' and f.oid <> t.oid and f.relnamespace = 'public'::regnamespace`,
  );
  const ordered: Table[] = [];
  for (let left = tables; left.length > 0;) {
    const waiting = new Set(left.map(({ name }) => name));
    const isReady = ({ name }: Table) => !rows.some(({ from, to }) => from === name && waiting.has(to));
    const ready = left.filter(isReady);
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle');
    ordered.push(...ready);
    left = left.filter((table) => !isReady(table));
  }
  return ordered;
}

/** The statement whose rows, in the text format of COPY, are the content of the table. */
export function tableOut({ name, columns, order }: StoredTable): string {
  return `copy (select ${list(columns)} from "${name}" order by ${list(order)}) to stdout`;
}

export function tableIn({ name, columns }: StoredTable): string {
  return `copy "${name}" (${list(columns)}) from stdin`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
