import pg from 'pg';
import { newRolePassword } from '../security/passwords.ts';
import type { ConnectionConfig } from '../store/connection.ts';

/** The three roles of one database: the owner migrates, the writer adds, the reader reads. */
export type DatabaseRoles = Readonly<
  Record<'owner' | 'writer' | 'reader', { readonly user: string; readonly password: string }>
>;

export function newRoles(database: string): DatabaseRoles {
  const role = (name: string) => ({ user: `${database}_${name}`, password: newRolePassword() });
  return { owner: role('owner'), writer: role('writer'), reader: role('reader') };
}

/**
 * Makes the database and its roles as the cluster's administrator. No role is a member of another, so none can become
 * another by `SET ROLE`; nobody else may connect. `again`: an interrupted making left a database without a place, which
 * goes first; a database of a place is never dropped.
 */
export async function makeDatabase(
  admin: ConnectionConfig,
  database: string,
  roles: DatabaseRoles,
  again: boolean,
): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    if (again) await dropUnfinished(client, database, roles);
    for (const [name, { user, password }] of Object.entries(roles)) {
      // The owner inherits `pg_database_owner`, which may create in the schema; the others inherit nothing.
      const inherits = name === 'owner' ? 'inherit' : 'noinherit';
      await client.query(
        `create role ${client.escapeIdentifier(user)} login ${inherits} password ${client.escapeLiteral(password)}`,
      );
    }
    const name = client.escapeIdentifier(database);
    await client.query(
      `create database ${name} owner ${client.escapeIdentifier(roles.owner.user)} template template0`,
    );
    await client.query(`revoke all on database ${name} from public`);
    for (const { user } of [roles.writer, roles.reader]) {
      await client.query(`grant connect on database ${name} to ${client.escapeIdentifier(user)}`);
    }
  } finally {
    await client.end();
  }
}

async function dropUnfinished(client: pg.Client, database: string, roles: DatabaseRoles): Promise<void> {
  await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  for (const { user } of Object.values(roles)) {
    await client.query(`drop role if exists ${client.escapeIdentifier(user)}`);
  }
}
