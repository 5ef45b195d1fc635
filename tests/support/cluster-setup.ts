import { startPrivateCluster, type PrivateCluster } from './private-cluster.ts';

// A module for `node --test --test-global-setup`: one cluster for all test files of a run. Its facts go to
// them in the environment, see `testCluster` in cluster.ts.

let shared: PrivateCluster | undefined;

export async function globalSetup(): Promise<void> {
  shared = await startPrivateCluster();
  process.env['MIMAMORI_TEST_SOCKET'] = shared.cluster.socketDir;
  process.env['MIMAMORI_TEST_PORT'] = String(shared.cluster.port);
  process.env['MIMAMORI_TEST_ADMIN'] = shared.cluster.adminUser;
  process.env['MIMAMORI_TEST_PASSWORD'] = shared.adminPassword;
}

export async function globalTeardown(): Promise<void> {
  await shared?.remove();
}
