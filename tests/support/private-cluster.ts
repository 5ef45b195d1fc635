import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

import { startCluster, type Cluster } from '../../src/place/cluster.ts';
import { stopPostmaster } from '../../src/place/postmaster.ts';
import { isRunning } from '../../src/place/process-mark.ts';

/** A cluster for tests in a temporary folder; `remove` stops it and leaves nothing behind. */
export type PrivateCluster = {
  readonly cluster: Cluster;
  readonly adminPassword: string;
  readonly remove: () => Promise<void>;
};

/** Names carry the process that made them, so that what a killed run left can be told and swept away. */
const PREFIX = 'mimamori-test-';

/**
 * Starts one, in memory where there is plenty of it: no test of the shared cluster is about what a power cut leaves, and
 * a hundred places that are made on a slow disk wait for it most of the time. What is killed and recovered has servers
 * of its own, on the disk (`clusterFolder`).
 */
export async function startPrivateCluster(): Promise<PrivateCluster> {
  for (const home of [tmpdir(), MEMORY]) await sweep(home);
  const folder = mkdtempSync(join(hasPlenty(MEMORY) ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711); // started as root, the server runs under an account that must get through here
  const adminPassword = randomBytes(16).toString('hex');
  const started = await startCluster({ dir: join(folder, 'cluster'), adminPassword });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return {
    cluster: started.value,
    adminPassword,
    remove: async () => {
      await started.value.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file system of Linux that lies in memory; other systems have none there. */
const MEMORY = '/dev/shm';
/** What the places of a whole run may take, and what the programs beside them need, in bytes. */
const [ROOM, BESIDE] = [6 * 2 ** 30, 4 * 2 ** 30];

function hasPlenty(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM && freemem() > ROOM + BESIDE;
}

/** Stops and removes clusters of test runs that were killed before they could. */
async function sweep(home: string): Promise<void> {
  if (!existsSync(home)) return;
  for (const name of readdirSync(home).filter((one) => one.startsWith(PREFIX))) {
    const maker = Number(name.slice(PREFIX.length).split('-')[0]);
    if (isRunning(maker)) continue;
    try {
      await stopPostmaster(join(home, name, 'cluster', 'pgdata'));
      rmSync(join(home, name), { recursive: true, force: true });
    } catch {
      // Another user's run, another sweep that is quicker, a disk left mounted: none of it may stop this run.
    }
  }
}
