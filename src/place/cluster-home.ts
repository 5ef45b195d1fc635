import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { accessSync, constants, realpathSync, statSync, lchownSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';
import type { NoAccount, ServerAccount } from './server-account.ts';
import { canEnter, chooseAccount, nearestExisting } from './server-account.ts';

/** Where the files of a cluster lie, and who they belong to. */
export type ClusterHome = {
  /** The folder that was asked for; lock, list of users and (if need be) the pointer lie here. */
  readonly dir: string;
  /** The folder that holds data, socket and log: `dir`, or the one the pointer names. */
  readonly files: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  readonly account: ServerAccount;
};

export type NoHome =
  | NoAccount
  /** We may not write in `dir`, or its cluster belongs to somebody else. */
  | { readonly type: 'folder-not-ours'; readonly dir: string; readonly owner: number }
  /** The cluster lies in `dir`, but `account` no longer gets there. A new, empty one must not replace it. */
  | { readonly type: 'cluster-out-of-reach'; readonly dir: string; readonly account: string }
  /** The pointer in `dir` names a folder that is not on this machine. */
  | { readonly type: 'cluster-home-missing'; readonly dir: string; readonly pointsTo: string }
  /** Neither `dir` nor a folder below `shelter` can be reached by `account`. */
  | {
      readonly type: 'no-reachable-folder';
      readonly dir: string;
      readonly shelter: string;
      readonly account: string;
    };

/** File in `dir` that names the true home when the server's account cannot get into `dir`. */
const POINTER = 'cluster-lies-in';

/**
 * Finds or makes the home of the cluster of `dir`, a folder for the cluster alone. Started by root from a folder that nobody else may
 * enter (a checkout below /root), the server's account could never reach it: then the home is made below
 * `shelter` and a pointer is left. Real data never goes to a temporary folder.
 */
export function openClusterHome(dir: string, shelter = '/var/lib/mimamori'): Result<ClusterHome, NoHome> {
  const wanted = resolve(dir);
  const chosen = chooseAccount(firstExisting(join(wanted, 'pgdata'), wanted));
  if (!chosen.ok) return chosen;
  const account = chosen.value;
  const owner = statSync(nearestExisting(wanted)).uid;
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (isForbidden(error)) return err({ type: 'folder-not-ours', dir: wanted, owner });
    throw error;
  }
  const real = realpathSync(wanted);
  const pointer = join(real, POINTER);
  if (existsSync(pointer)) return follow(real, readFileSync(pointer, 'utf8').trim());
  if (account.given === undefined)
    return checkOwner({ dir: real, files: real, data: join(real, 'pgdata'), account });

  if (canEnter(account, dirname(real))) {
    giveTo(account, real);
    if (canEnter(account, real)) return ok({ dir: real, files: real, data: join(real, 'pgdata'), account });
  }
  if (existsSync(join(real, 'pgdata'))) {
    return err({ type: 'cluster-out-of-reach', dir: real, account: account.name });
  }
  const files = join(shelter, createHash('sha256').update(real).digest('hex').slice(0, 16));
  try {
    mkdirSync(shelter, { recursive: true, mode: 0o711 });
    mkdirSync(files, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isForbidden(error))
      return err({ type: 'no-reachable-folder', dir: real, shelter, account: account.name });
    throw error;
  }
  giveTo(account, files);
  if (!canEnter(account, files)) {
    return err({ type: 'no-reachable-folder', dir: real, shelter, account: account.name });
  }
  writeFileSync(pointer, `${files}\n`, { mode: 0o644 });
  return ok({ dir: real, files, data: join(files, 'pgdata'), account });
}

/** Makes the server's account the owner of one file or folder (nothing to do when we run it as ourselves). */
export function giveTo(account: ServerAccount, path: string): void {
  if (account.given !== undefined) chownSync(path, account.uid, account.gid);
}

/** The same for a folder and all below it. Links are given away themselves, never followed. */
export function giveTreeTo(account: ServerAccount, path: string): void {
  if (account.given === undefined) return;
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTreeTo(account, join(path, name));
}

function follow(dir: string, files: string): Result<ClusterHome, NoHome> {
  if (!existsSync(files)) return err({ type: 'cluster-home-missing', dir, pointsTo: files });
  const account = chooseAccount(firstExisting(join(files, 'pgdata'), files));
  if (!account.ok) return account;
  return checkOwner({ dir, files, data: join(files, 'pgdata'), account: account.value });
}

/** PostgreSQL only starts for the owner of its data; root may hand the files over, others may not. */
function checkOwner(home: ClusterHome): Result<ClusterHome, NoHome> {
  const owner = statSync(firstExisting(home.data, home.files)).uid;
  if (home.account.given === undefined && owner !== home.account.uid) {
    return err({ type: 'folder-not-ours', dir: home.files, owner });
  }
  return ok(home);
}

function firstExisting(path: string, otherwise: string): string {
  return existsSync(path) ? path : otherwise;
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
