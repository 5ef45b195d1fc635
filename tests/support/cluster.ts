import { randomUUID } from 'node:crypto';
import { after } from 'node:test';

import { Client } from 'pg';

import type { ClusterConnection } from '../../src/place/cluster.ts';
import { startPrivateCluster, type PrivateCluster } from './private-cluster.ts';

/** A running PostgreSQL for tests, with the superuser's connection to any of its databases. */
export type TestCluster = {
  readonly socketDir: string;
  readonly port: number;
  readonly adminUser: string;
  readonly adminPassword: string;
  readonly admin: (database: string) => ClusterConnection;
  /** Makes an empty database (named by chance unless told) of the superuser. */
  readonly freshDatabase: (name?: string) => Promise<TestDatabase>;
};

export type TestDatabase = {
  readonly name: string;
  /** As the superuser. */
  readonly connection: ClusterConnection;
  /** The same database as another role. */
  readonly as: (user: string, password: string) => ClusterConnection;
  /** Removes it, ending sessions that are still open. */
  readonly drop: () => Promise<void>;
};

let own: Promise<PrivateCluster> | undefined;

// Here and not in the function: a hook set inside a running test would end with that test.
after(async () => {
  if (own !== undefined) await (await own).remove();
});

/**
 * The cluster that all test files of a run share, or, when a file runs alone (`node --test one.test.ts`),
 * one of its own that ends with the file. Roles belong to the whole cluster: name them by chance.
 */
export async function testCluster(): Promise<TestCluster> {
  const socketDir = process.env['MIMAMORI_TEST_SOCKET'];
  if (socketDir !== undefined) {
    const port = Number(process.env['MIMAMORI_TEST_PORT']);
    return describe(
      socketDir,
      port,
      process.env['MIMAMORI_TEST_ADMIN'] ?? '',
      process.env['MIMAMORI_TEST_PASSWORD'] ?? '',
    );
  }
  own ??= startPrivateCluster();
  const { cluster, adminPassword } = await own;
  return describe(cluster.socketDir, cluster.port, cluster.adminUser, adminPassword);
}

function describe(host: string, port: number, adminUser: string, adminPassword: string): TestCluster {
  const admin = (database: string) => ({ host, port, database, user: adminUser, password: adminPassword });
  const run = async (sql: string) => {
    const client = new Client(admin('postgres'));
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    socketDir: host,
    port,
    adminUser,
    adminPassword,
    admin,
    freshDatabase: async (name = `test_${randomUUID().replaceAll('-', '')}`) => {
      await run(`create database "${name}" template template0`);
      return {
        name,
        connection: admin(name),
        as: (user, password) => ({ ...admin(name), user, password }),
        drop: () => run(`drop database "${name}" with (force)`),
      };
    },
  };
}
