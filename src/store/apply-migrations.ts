import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { sha256Hex } from '../security/digest.ts';

export type RoleNames = { readonly writer: string; readonly reader: string };

/**
 * Brings a schema up to date with the files of a folder, in the order of their names: forward only, each file once, one
 * that was changed after it was applied is refused. Gives the names of those it applied now.
 */
export async function applyMigrations(
  client: pg.Client,
  folder: URL,
  roles: RoleNames,
  /** Name of the last one to apply. */
  upTo?: string,
): Promise<readonly string[]> {
  // Two at once wait for each other; the lock goes with the connection.
  await client.query('select pg_advisory_lock(7300002)');
  await client.query(
    'create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  );
  const done = new Map(
    (await client.query<{ name: string; digest: string }>('select name, digest from migration')).rows.map(
      (row) => [row.name, row.digest],
    ),
  );
  const applied: string[] = [];
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  for (const name of files) {
    if (upTo !== undefined && name > upTo) break;
    const text = await readFile(new URL(name, folder), 'utf8');
    const digest = sha256Hex(text);
    const before = done.get(name);
    if (before === digest) continue;
    if (before) throw new Error(`The migration ${name} was changed after it had been applied`);
    await client.query('begin');
    await client.query(text.replaceAll('{writer}', roles.writer).replaceAll('{reader}', roles.reader));
    await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
    applied.push(name);
  }
  return applied;
}
