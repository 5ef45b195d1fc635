import pg from 'pg';
import { sha256Hex } from '../security/digest.ts';
import { applyMigrations, type RoleNames } from './apply-migrations.ts';
import type { ConnectionConfig } from './connection.ts';
import { keyColumn, type Projection } from './projection.ts';

/** What the migration found: projections whose shape changed are empty now and have to be built again. */
export type Migrated = { readonly applied: readonly string[]; readonly emptied: readonly string[] };

/** Before the shape of a projection that is not filled yet. */
const PENDING = 'pending:';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Brings the schema up to date as the owner role: forward only, each file once, a file that was changed after it was
 * applied is refused. Projection tables are made from their declarations.
 */
export async function migrate(
  owner: ConnectionConfig,
  roles: RoleNames,
  projections: readonly Projection[],
  /** Name of the last migration to apply; a restore loads rows into the schema they were written with. */
  upTo?: string,
): Promise<Migrated> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const applied = await applyMigrations(client, FOLDER, roles, upTo);
    const emptied = await shapeProjections(client, roles, projections);
    return { applied, emptied };
  } finally {
    await client.end();
  }
}

async function shapeProjections(
  client: pg.Client,
  roles: RoleNames,
  projections: readonly Projection[],
): Promise<readonly string[]> {
  const known = new Map(
    (
      await client.query<{ name: string; shape: string }>('select name, shape from projection_shape')
    ).rows.map((row) => [row.name, row.shape]),
  );
  const emptied: string[] = [];
  for (const projection of projections) {
    const ddl = tableOf(projection, roles);
    const shape = sha256Hex(ddl, projection.rows.toString());
    if (known.get(projection.name) === shape) continue;
    await client.query('begin');
    await client.query(`drop table if exists p_${projection.name}; ${ddl}`);
    await client.query(
      'insert into projection_shape values ($1, $2) on conflict (name) do update set shape = excluded.shape',
      [projection.name, `${PENDING}${shape}`],
    );
    await client.query('commit');
    emptied.push(projection.name);
  }
  return emptied;
}

function tableOf(projection: Projection, roles: RoleNames): string {
  const table = `p_${projection.name}`;
  const key = keyColumn(projection);
  const columns = Object.entries(projection.columns).map(
    ([name, type]) => `"${name}" ${type}${name === key ? ' primary key' : ''}`,
  );
  const indexes = (projection.indexes ?? []).map(
    (names) =>
      `create index ${table}_by_${names.join('_')} on ${table} (${names.map((name) => `"${name}"`).join(', ')});`,
  );
  return [
    `create table ${table} (stream text not null, ${columns.join(', ')});`,
    ...indexes,
    `grant select, insert, update, delete on ${table} to ${roles.writer};`,
    `grant select on ${table} to ${roles.reader};`,
  ].join('\n');
}

/**
 * Says that the emptied projections are filled. Until then their shape counts as unknown, so that a start that was
 * interrupted between the two makes them again.
 */
export async function confirmShapes(owner: ConnectionConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(
      `update projection_shape set shape = substr(shape, ${PENDING.length + 1}) where shape like '${PENDING}%'`,
    );
  } finally {
    await client.end();
  }
}
