import pg from 'pg';
import { applyMigrations, type RoleNames } from '../apply-migrations.ts';
import type { ConnectionConfig } from '../connection.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Brings the outside's database up to date as its owner role. The reader role may see nothing in it. */
export async function migrateOutside(owner: ConnectionConfig, roles: RoleNames): Promise<readonly string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    return await applyMigrations(client, FOLDER, roles);
  } finally {
    await client.end();
  }
}
