import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';

/**
 * The account of the operating system that PostgreSQL runs under. It refuses to run as root, so a start
 * by root needs somebody else; `given` is undefined when the server simply runs as ourselves.
 */
export type ServerAccount = {
  /** The account to change to, or undefined for "as we are". */
  readonly given: { readonly uid: number; readonly gid: number } | undefined;
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
};

export type NoAccount =
  /** Started as root, and neither the folder's owner nor `postgres` nor `nobody` can be used. */
  | { readonly type: 'no-unprivileged-account' }
  /** Our own user number has no name here (a container started with a free number); initdb needs one. */
  | { readonly type: 'account-has-no-name'; readonly uid: number };

/**
 * Chooses the account for a cluster below `dir` (which need not exist yet): ourselves, or if we are root
 * the owner of `dir` (or of what it will be made in), else `postgres`, else `nobody`.
 */
export function chooseAccount(dir: string): Result<ServerAccount, NoAccount> {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return ourselves(uid);
  const known = readAccounts();
  const owner = statSync(nearestExisting(dir)).uid;
  const chosen =
    known.find((account) => account.uid === owner && account.uid !== 0) ??
    known.find((account) => account.name === 'postgres' && account.uid !== 0) ??
    known.find((account) => account.name === 'nobody' && account.uid !== 0);
  if (chosen === undefined) return err({ type: 'no-unprivileged-account' });
  return ok({ ...chosen, given: { uid: chosen.uid, gid: chosen.gid } });
}

/** Whether the account gets into the folder `path`, asked of the system itself (modes, ACLs, mounts). */
export function canEnter(account: ServerAccount, path: string): boolean {
  return spawnSync('test', ['-x', path], { cwd: '/', ...account.given, stdio: 'ignore' }).status === 0;
}

/** The folder itself, or the closest one above it that exists. */
export function nearestExisting(path: string): string {
  let at = resolve(path);
  while (!existsSync(at)) at = dirname(at);
  return at;
}

function ourselves(uid: number): Result<ServerAccount, NoAccount> {
  try {
    const { gid, username } = userInfo();
    return ok({ given: undefined, uid, gid, name: username });
  } catch {
    return err({ type: 'account-has-no-name', uid });
  }
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
