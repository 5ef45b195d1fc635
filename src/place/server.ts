import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../domain/basics/result.ts';
import { newRolePassword } from '../security/passwords.ts';
import type { ConnectionConfig } from '../store/connection.ts';
import { startCluster, type ClusterError } from './cluster.ts';
import { foldersOf } from './folders.ts';
import { keyFolder } from './key-folder.ts';

/** The PostgreSQL server a place stands on: our private cluster, or one that is given (production, tests). */
export type Server = {
  readonly connection: (database: string, user: string, password: string) => ConnectionConfig;
  readonly admin: () => ConnectionConfig;
  readonly release: () => Promise<void>;
};

/** The private cluster of a data directory, made and started as needed. Its administrator's password lies beside it. */
export async function privateServer(dataDir: string): Promise<Result<Server, ClusterError>> {
  // Others may pass through, nobody may look: the server's own account has to reach its files below.
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const keys = await keyFolder(join(dataDir, 'cluster-keys'));
  const password = (await keys.writeOnce('cluster-admin', Buffer.from(newRolePassword()))).toString('utf8');
  const started = await startCluster({ dir: foldersOf(dataDir, '').cluster, adminPassword: password });
  if (!started.ok) return started;
  const cluster = started.value;
  return ok({
    connection: cluster.connection,
    admin: () => cluster.connection('postgres', cluster.adminUser, password),
    release: async () => {
      await cluster.release();
    },
  });
}
