import pg from 'pg';
import type { ConnectionConfig } from './connection.ts';

/** Backups, erasures and their key mirrors are made one at a time, whichever process makes them. */
const LOCK = 7300004;

/**
 * Runs `work` while nobody else makes a generation or changes the epoch; `undefined` when somebody does and we shall
 * not wait. The lock falls with its session, so a killed process leaves none behind.
 */
export async function withPlaceLock<T>(
  config: ConnectionConfig,
  wait: boolean,
  work: (client: pg.Client) => Promise<T>,
): Promise<T | undefined> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (wait) await client.query('select pg_advisory_lock($1)', [LOCK]);
    else {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
      if (!rows[0]?.got) return undefined;
    }
    return await work(client);
  } finally {
    await client.end();
  }
}
