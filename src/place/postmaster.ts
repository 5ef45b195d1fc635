import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterHome } from './cluster-home.ts';
import { giveTo } from './cluster-home.ts';
import { clusterSettings, NEVER_OFF, SERVER_ENVIRONMENT, SETTINGS_FILE } from './cluster-settings.ts';
import { isRunning } from './process-mark.ts';
import { SOCKET_PORT, socketPath } from './socket-folder.ts';
import { waitUntil } from './wait-until.ts';

/** The first process of a running server, as its file `postmaster.pid` tells. */
export type Postmaster = {
  readonly pid: number;
  readonly socketDir: string;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping';
};

export type NotStarted =
  | { readonly type: 'cluster-did-not-start'; readonly lastWords: string }
  | { readonly type: 'cluster-start-too-slow'; readonly seconds: number };

/** Recovery after a crash replays at most about 1 GB; a disk that needs longer than this is not well. */
const PATIENCE = 300_000;

/** The server that runs on `data`, or undefined. A file left behind by a crash is seen through. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const found = read(data);
  if (found === undefined) return undefined;
  if (isServerOf(found.pid, data)) return found;
  // In another container its number means nothing here, but the socket does.
  return (await answers(socketPath(found.socketDir, found.port))) ? found : undefined;
}

/** As `findPostmaster`, but waits until a server that is just starting or stopping has done so. */
export async function findSettledPostmaster(data: string): Promise<Postmaster | undefined> {
  const settled = await waitUntil(PATIENCE, 20, async () => {
    const found = await findPostmaster(data);
    return found === undefined || found.state === 'ready' ? { found } : undefined;
  });
  if (settled === undefined) throw new Error(`PostgreSQL on ${data} neither starts nor stops`);
  return settled.found;
}

/**
 * Starts the server on existing data and waits until it takes connections. It is no child of our terminal
 * (Ctrl-C does not reach it) and does not keep our event loop alive. Call it under the cluster's lock.
 */
export async function startPostmaster(
  home: ClusterHome,
  binaries: Binaries,
  socketDir: string,
  logTo: string,
): Promise<Result<Postmaster, NotStarted>> {
  const settings = join(home.data, SETTINGS_FILE);
  writeFileSync(settings, clusterSettings(socketDir, SOCKET_PORT), { mode: 0o600 });
  giveTo(home.account, settings);
  // Helpers of a killed server need a moment to notice and to let go of its memory: insist for ten seconds.
  const insist = existsSync(join(home.data, 'postmaster.pid')) ? 10_000 : 0;
  for (let waited = 0; ; waited += 100) {
    disarmStaleFiles(home.data, socketDir);
    const end = await launch(home, binaries, logTo);
    if (end.ok || end.error.type !== 'cluster-did-not-start' || waited >= insist) return end;
    await sleep(100);
  }
}

/** Fast shutdown: sessions are ended, everything is written, then it goes. False if it is not ours to stop. */
export async function stopPostmaster(data: string): Promise<boolean> {
  const found = read(data);
  if (found === undefined) return true;
  if (!isServerOf(found.pid, data)) return !(await answers(socketPath(found.socketDir, found.port)));
  process.kill(found.pid, 'SIGINT');
  const gone = await waitUntil(PATIENCE, 10, () => (isServerOf(found.pid, data) ? undefined : true));
  if (gone === undefined) throw new Error(`PostgreSQL ${found.pid} does not stop`);
  return true;
}

/** Kills the server and its helpers at one blow, as a power cut would. */
export async function killPostmaster(data: string): Promise<void> {
  const found = read(data);
  if (found === undefined || !isServerOf(found.pid, data)) return;
  process.kill(found.pid, 'SIGSTOP'); // so that it neither tidies up nor starts new helpers meanwhile
  const all = [...childrenOf(found.pid), found.pid];
  for (const pid of all) {
    if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  }
  while (all.some(isRunning)) await sleep(5);
}

async function launch(
  home: ClusterHome,
  binaries: Binaries,
  logTo: string,
): Promise<Result<Postmaster, NotStarted>> {
  const log = openLog(home, logTo);
  const words = ['-D', home.data, ...NEVER_OFF.flatMap((setting) => ['-c', setting])];
  const child = spawn(join(binaries.dir, 'postgres'), words, {
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', log.handle, log.handle],
    detached: true,
    ...home.account.given,
  });
  closeSync(log.handle);
  const end: { words?: string } = {};
  child.once('error', (error) => (end.words = error.message));
  child.once('exit', () => (end.words ??= ''));
  child.unref();
  const outcome = await waitUntil(PATIENCE, 5, () => {
    const found = read(home.data);
    if (found !== undefined && found.pid === child.pid && found.state === 'ready') return ok(found);
    if (end.words === undefined) return undefined;
    const said = readFileSync(logTo).subarray(log.size).toString('utf8').slice(-4000);
    return err({ type: 'cluster-did-not-start', lastWords: `${said}${end.words}`.trim() });
  });
  return outcome ?? err({ type: 'cluster-start-too-slow', seconds: PATIENCE / 1000 });
}

/** Opens the log for appending; one that has grown large steps aside, so two files at most are kept. */
function openLog(home: ClusterHome, path: string): { handle: number; size: number } {
  const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (before > 5_000_000) renameSync(path, `${path}.1`);
  const handle = openSync(path, 'a', 0o600);
  giveTo(home.account, path);
  return { handle, size: before > 5_000_000 ? 0 : before };
}

/**
 * PostgreSQL sees through the files of a dead server, unless their process number has since been given to
 * some other program of the same account (usual after a reboot): then it refuses to start. It takes the
 * number of its own parent, which is us, for stale: so we put that in. Removing the file instead would also
 * remove the memory key by which it makes sure that no helper of the dead server still writes.
 */
function disarmStaleFiles(data: string, socketDir: string): void {
  for (const path of [join(data, 'postmaster.pid'), `${socketPath(socketDir, SOCKET_PORT)}.lock`]) {
    if (!existsSync(path)) continue;
    const [pid, ...rest] = readFileSync(path, 'utf8').split('\n');
    if (isRunning(Number(pid)) && servesElsewhere(Number(pid), data)) {
      writeFileSync(path, [String(process.pid), ...rest].join('\n'));
    }
  }
}

/** Whether a running process is surely not the server of `data`, not even of a folder moved while it ran. */
function servesElsewhere(pid: number, data: string): boolean {
  if (!isPostgres(pid)) return true;
  const words = commandOf(pid);
  const other = words[words.indexOf('-D') + 1] ?? '';
  return other !== data && read(other)?.pid === pid;
}

/** Lines of the file: number, data directory, start, port, socket folder, address, memory key, state. */
function read(data: string): Postmaster | undefined {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, , , port, socketDir = '', , , word] = text.split('\n').map((line) => line.trim());
  const state =
    word === 'ready' || word === 'standby' ? 'ready' : word === 'stopping' ? 'stopping' : 'starting';
  return { pid: Number(pid), socketDir, port: Number(port), state };
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('error', () => done(false));
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
  });
}

function isServerOf(pid: number, data: string): boolean {
  return isPostgres(pid) && `${commandOf(pid).join(' ')} `.includes(` ${data} `);
}

function isPostgres(pid: number): boolean {
  return ['postgres', 'postmaster'].includes(basename(commandOf(pid)[0] ?? ''));
}

/** Words of the command line; empty if no such process runs. */
function commandOf(pid: number): string[] {
  if (!isRunning(pid)) return [];
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ');
  } catch {
    return [];
  }
}

function childrenOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}
