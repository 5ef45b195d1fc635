import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';
import type { ClusterHome } from './cluster-home.ts';
import { giveTo } from './cluster-home.ts';
import { canEnter } from './server-account.ts';

export type NoSocketFolder = { readonly type: 'socket-folder-taken'; readonly path: string };

/** Part of the socket's name only: the server opens no TCP port. */
export const SOCKET_PORT = 5432;

/** The system allows 104 (macOS) or 108 bytes for a socket's path; stay below both. */
const LONGEST = 100;

/** The path of the socket in its folder. */
export function socketPath(folder: string, port: number): string {
  return join(folder, `.s.PGSQL.${port}`);
}

/**
 * Makes the folder (0700, the server's) for the socket: beside the data, or where that path would be too
 * long for a socket, a short one in the temporary folder. The latter is a public place, so a folder that
 * somebody else put there is refused.
 */
export function openSocketFolder(home: ClusterHome): Result<string, NoSocketFolder> {
  const near = join(home.files, 'socket');
  if (Buffer.byteLength(socketPath(near, SOCKET_PORT)) <= LONGEST) return make(near, home);
  const name = `mimamori-${createHash('sha256').update(home.files).digest('hex').slice(0, 16)}`;
  const short = join(tmpdir(), name);
  const fits =
    Buffer.byteLength(socketPath(short, SOCKET_PORT)) <= LONGEST && canEnter(home.account, tmpdir());
  return make(fits ? short : join('/tmp', name), home);
}

function make(path: string, home: ClusterHome): Result<string, NoSocketFolder> {
  const ours = [home.account.uid, process.getuid?.()];
  const before = lstatSync(path, { throwIfNoEntry: false });
  if (before === undefined) mkdirSync(path, { mode: 0o700 });
  else if (!before.isDirectory() || !ours.includes(before.uid))
    return err({ type: 'socket-folder-taken', path });
  chmodSync(path, 0o700);
  giveTo(home.account, path);
  return ok(path);
}
