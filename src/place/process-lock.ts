import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';
import { isAlive, markOf } from './process-mark.ts';

export type LockBusy = { readonly type: 'cluster-busy'; readonly pid: number };

/** Together with our process number it makes names that no other living caller uses. */
let callers = 0;

/** Milliseconds between two looks at a lock that somebody holds. */
const PAUSE = 20;

/**
 * Runs `work` while no other process (and no other caller in this one) holds the lock file `path`.
 * The file names its holder; one left behind by a process that died is taken over.
 * Waits as long as the holder lives, at most `patience` milliseconds, then gives `cluster-busy`.
 */
export async function withProcessLock<T>(
  path: string,
  work: () => Promise<T>,
  patience = 600_000,
): Promise<Result<T, LockBusy>> {
  const mine = `${path}.${process.pid}.${++callers}`;
  writeFileSync(mine, markOf(process.pid), { mode: 0o644 });
  try {
    // A link appears at once and with its content, so nobody ever reads a lock without a holder.
    let waited = 0;
    while (!tryLink(mine, path)) {
      const holder = read(path);
      if (holder === undefined) continue;
      if (!isAlive(holder)) takeAway(path, holder, `${mine}.aside`);
      else if (waited >= patience) return err({ type: 'cluster-busy', pid: Number.parseInt(holder, 10) });
      else {
        await sleep(PAUSE);
        waited += PAUSE;
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return ok(await work());
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead holder's lock. If another waiter was quicker and we caught its new lock, put that back. */
function takeAway(path: string, deadHolder: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== deadHolder) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
