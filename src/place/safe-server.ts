import type { ClientBase } from 'pg';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';

/** A server that may lose committed rows when the power fails. */
export type UnsafeServer = { readonly type: 'unsafe-server'; readonly off: readonly string[] };

/**
 * Refuses a server for real data (one given by URL) when fsync, full_page_writes or synchronous_commit is
 * off for this session. `client` must be connected with the role that will do the work.
 */
export async function refuseUnsafe(client: ClientBase): Promise<Result<'safe', UnsafeServer>> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  );
  const off = rows.map((row) => row.name);
  return off.length === 0 ? ok('safe') : err({ type: 'unsafe-server', off });
}
