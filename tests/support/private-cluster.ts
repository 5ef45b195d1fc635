import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

export async function startPrivateCluster(): Promise<PrivateCluster> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
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

/** Stops and removes clusters of test runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const maker = Number(name.slice(PREFIX.length).split('-')[0]);
    if (isRunning(maker)) continue;
    try {
      await stopPostmaster(join(tmpdir(), name, 'cluster', 'pgdata'));
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's run, another sweep that is quicker, a disk left mounted: none of it may stop this run.
    }
  }
}
