import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';

import type { Result } from '../domain/basics/result.ts';
import { ok } from '../domain/basics/result.ts';
import type { Binaries, NoBinaries } from './binaries.ts';
import { findBinaries } from './binaries.ts';
import type { ClusterHome, NoHome } from './cluster-home.ts';
import { giveTreeTo, openClusterHome } from './cluster-home.ts';
import { countUsers, enterUser } from './cluster-users.ts';
import type { NotCreated } from './create-cluster.ts';
import { ADMIN, createCluster } from './create-cluster.ts';
import type { NotStarted, Postmaster } from './postmaster.ts';
import { findSettledPostmaster, killPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import type { LockBusy } from './process-lock.ts';
import { withProcessLock } from './process-lock.ts';
import type { NoSocketFolder } from './socket-folder.ts';
import { openSocketFolder, socketPath } from './socket-folder.ts';
import { waitUntil } from './wait-until.ts';

/** What `pg` needs to connect; `host` is the folder of the socket. */
export type ClusterConnection = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
};

/** A private PostgreSQL server of this machine, reached by a socket only. */
export type Cluster = {
  readonly socketDir: string;
  readonly port: number;
  readonly adminUser: string;
  /** Major version. */
  readonly version: number;
  /** Whether this call started the server, or found it running. */
  readonly startedHere: boolean;
  /** Folder of the cluster's files; differs from the folder asked for if the server could not reach that. */
  readonly files: string;
  readonly connection: (database: string, user: string, password: string) => ClusterConnection;
  /** Ends all sessions and stops the server, whoever uses it. False: it runs in another container. */
  readonly stop: () => Promise<boolean>;
  /**
   * "I need it no longer." The last one out stops the server: no living process that called `startCluster`
   * is left and no session is open. Close your own connections first. Gives whether it was stopped.
   */
  readonly release: () => Promise<'stopped' | 'still-used'>;
  /** Kills the server like a power cut. For tests of what survives it. */
  readonly kill: () => Promise<void>;
};

export type ClusterError = NoHome | NoBinaries | NotCreated | NotStarted | NoSocketFolder | LockBusy;

export type ClusterWish = {
  /** A folder for the cluster alone; made if missing. */
  readonly dir: string;
  /** Given to the superuser when the cluster is created; later it must be the same. */
  readonly adminPassword: string;
  /** File for the server's log; by default `server.log` beside the data. */
  readonly logTo?: string;
  /** Programs to use instead of those `findBinaries` finds. */
  readonly binaries?: Binaries;
  /** Where the files go if the server's account cannot reach `dir`; by default `/var/lib/mimamori`. */
  readonly shelter?: string;
};

/**
 * The running cluster of `wish.dir`: created if there is none, started if it does not run, shared if another
 * process already runs it. Any number of processes may ask at the same moment.
 */
export async function startCluster(wish: ClusterWish): Promise<Result<Cluster, ClusterError>> {
  const home = openClusterHome(wish.dir, wish.shelter);
  if (!home.ok) return home;
  const started = await withProcessLock(lockOf(home.value), () => findOrStart(home.value, wish));
  return started.ok ? started.value : started;
}

async function findOrStart(home: ClusterHome, wish: ClusterWish): Promise<Result<Cluster, ClusterError>> {
  const running = await findSettledPostmaster(home.data);
  if (running !== undefined) {
    if (existsSync(socketPath(running.socketDir, running.port))) {
      return ok(describe(home, running, false, wish.adminPassword));
    }
    await stopPostmaster(home.data); // somebody cleaned up the socket: nobody can reach this server any more
  }
  const binaries = wish.binaries === undefined ? await chooseBinaries(home) : ok(wish.binaries);
  if (!binaries.ok) return binaries;
  const created = await createCluster(home, binaries.value, wish.adminPassword);
  if (!created.ok) return created;
  if (created.value === 'existed') giveTreeTo(home.account, home.data); // root may have restored it as root
  const socketDir = openSocketFolder(home);
  if (!socketDir.ok) return socketDir;
  const logTo = wish.logTo ?? join(home.files, 'server.log');
  const postmaster = await startPostmaster(home, binaries.value, socketDir.value, logTo);
  if (!postmaster.ok) return postmaster;
  return ok(describe(home, postmaster.value, true, wish.adminPassword));
}

function describe(
  home: ClusterHome,
  server: Postmaster,
  startedHere: boolean,
  adminPassword: string,
): Cluster {
  const strikeOff = enterUser(home);
  const connection = (database: string, user: string, password: string) => ({
    host: server.socketDir,
    port: server.port,
    database,
    user,
    password,
  });
  const underLock = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await withProcessLock(lockOf(home), work);
    if (!done.ok) throw new Error(`process ${done.error.pid} does not let go of the cluster`);
    return done.value;
  };
  return {
    socketDir: server.socketDir,
    port: server.port,
    adminUser: ADMIN,
    version: versionOf(home),
    startedHere,
    files: home.files,
    connection,
    stop: () => {
      strikeOff();
      return underLock(() => stopPostmaster(home.data));
    },
    release: async () => {
      try {
        return await underLock(async () => {
          strikeOff(); // under the lock: of several who let go at the same moment one is the last
          if (countUsers(home) > 0) return 'still-used';
          if (await hasSessions(connection('postgres', ADMIN, adminPassword))) return 'still-used';
          return (await stopPostmaster(home.data)) ? 'stopped' : 'still-used';
        });
      } finally {
        strikeOff();
      }
    },
    kill: () => {
      strikeOff();
      return killPostmaster(home.data);
    },
  };
}

/** Whether sessions other than our own question are open. One that was just closed gets a moment to vanish. */
async function hasSessions(connection: ClusterConnection): Promise<boolean> {
  const client = new Client(connection);
  try {
    await client.connect();
  } catch (error) {
    // Nobody listens: nothing can be connected. Anything else (a wrong password) we cannot judge.
    return !['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
  try {
    const none = await waitUntil(500, 10, async () => {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where backend_type in ('client backend', 'walsender') and pid <> pg_backend_pid()`,
      );
      return rowCount === 0 ? true : undefined;
    });
    return none === undefined;
  } finally {
    await client.end();
  }
}

function chooseBinaries(home: ClusterHome): Promise<Result<Binaries, NoBinaries>> {
  const needed = existsSync(home.data) ? versionOf(home) : undefined;
  return findBinaries({ account: home.account, cacheDir: join(home.files, 'binaries'), needed });
}

function versionOf(home: ClusterHome): number {
  return Number(readFileSync(join(home.data, 'PG_VERSION'), 'utf8'));
}

function lockOf(home: ClusterHome): string {
  return join(home.dir, 'start.lock');
}
