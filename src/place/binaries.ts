import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';
import { embeddedBinaries } from './embedded-binaries.ts';
import type { ServerAccount } from './server-account.ts';

/** A folder with `initdb` and `postgres`, and the major version they are of. */
export type Binaries = { readonly dir: string; readonly version: number };

export type NoBinaries = {
  readonly type: 'no-binaries';
  /** The version the existing data needs, or undefined when any from 15 on would do. */
  readonly needed: number | undefined;
  /** What was found but cannot be used: folder and version (undefined: does not run here). */
  readonly found: readonly { readonly dir: string; readonly version: number | undefined }[];
};

/** SQL is written for this version. */
const OLDEST = 15;

const DEBIAN = '/usr/lib/postgresql';

/**
 * Finds programs of PostgreSQL that `account` can run: Debian's (newest first), else those on the PATH,
 * else the npm package of this platform. The variable MIMAMORI_PG_BIN names a folder that is then the only
 * one looked at. `needed` is the major version of existing data, which no other version can open.
 */
export async function findBinaries(wish: {
  readonly account: ServerAccount;
  /** Where a copy of the npm package may be kept, see `embeddedBinaries`. */
  readonly cacheDir: string;
  readonly needed?: number | undefined;
}): Promise<Result<Binaries, NoBinaries>> {
  const found: { dir: string; version: number | undefined }[] = [];
  for (const candidate of candidates(wish.account, wish.cacheDir)) {
    const dir = candidate();
    if (dir === undefined || found.some((known) => known.dir === dir)) continue;
    if (!existsSync(join(dir, 'initdb')) || !existsSync(join(dir, 'postgres'))) continue;
    const version = await versionOf(dir, wish.account);
    if (version !== undefined && (wish.needed === undefined ? version >= OLDEST : version === wish.needed)) {
      return ok({ dir, version });
    }
    found.push({ dir, version });
  }
  return err({ type: 'no-binaries', needed: wish.needed, found });
}

/** Folders in order of preference; the npm package comes as a call because asking for it may copy it. */
function candidates(account: ServerAccount, cacheDir: string): (() => string | undefined)[] {
  const chosen = process.env['MIMAMORI_PG_BIN'];
  if (chosen !== undefined && chosen !== '') return [() => chosen];
  const debian = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
    .map(Number)
    .filter((version) => Number.isSafeInteger(version))
    .sort((a, b) => b - a)
    .map((version) => join(DEBIAN, String(version), 'bin'));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((dir) => dir.startsWith('/'));
  return [...[...debian, ...path].map((dir) => () => dir), () => embeddedBinaries(account, cacheDir)];
}

/** Asks the program itself, as the account that will run it: what cannot be reached or loaded has no version. */
function versionOf(dir: string, account: ServerAccount): Promise<number | undefined> {
  return new Promise((done) => {
    const options = { cwd: '/', timeout: 10_000, ...account.given };
    execFile(join(dir, 'postgres'), ['--version'], options, (_error, text) => {
      const major = /\(PostgreSQL\) (\d+)/.exec(text)?.[1];
      done(major === undefined ? undefined : Number(major));
    });
  });
}
