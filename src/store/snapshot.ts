import pg from 'pg';
import type { ConnectionConfig } from './connection.ts';

/** Runs `work` on a connection of its own and one snapshot, for what streams: generations and key mirrors. */
export async function onSnapshot<T>(
  config: ConnectionConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  // A connection that breaks fails the statement that runs; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    return await work(client);
  } finally {
    await client.end();
  }
}
