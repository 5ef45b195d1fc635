import pg from 'pg';
import type { ConnectionConfig } from './connection.ts';

/** What must go on in one process only is done by whoever holds this lock. A round of the courier has one of its own. */
export const TURNS = { machines: 7300008, courier: 7300009 } as const;

/** Whether somebody else's turn it is. */
export type Turn<T> = { readonly turn: 'ours'; readonly value: T } | { readonly turn: 'theirs' };

/**
 * Runs `work` unless another process is at it, wherever that runs: two clocks, or two couriers, never meet. The lock
 * falls with its session, so a process that dies leaves none behind.
 */
export async function inTurn<T>(
  config: ConnectionConfig,
  work: () => Promise<T>,
  lock: number = TURNS.machines,
): Promise<Turn<T>> {
  const client = new pg.Client(config);
  // A connection that breaks meanwhile lets go of the lock; the work notices by its own.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lock]);
    return rows[0]?.got ? { turn: 'ours', value: await work() } : { turn: 'theirs' };
  } finally {
    await client.end();
  }
}
