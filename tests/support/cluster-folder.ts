import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

import { stopPostmaster } from '../../src/place/postmaster.ts';

/**
 * A temporary folder that the server's account can get through, gone after the test. Servers whose cluster
 * lies in one of `clusters` (paths below the folder) are stopped before.
 */
export function clusterFolder(t: TestContext, clusters: readonly string[] = ['cluster']): string {
  const folder = mkdtempSync(join(tmpdir(), `mimamori-test-${process.pid}-`));
  chmodSync(folder, 0o711);
  t.after(async () => {
    for (const cluster of clusters) await stopPostmaster(join(folder, cluster, 'pgdata'));
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
