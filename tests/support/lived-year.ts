import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';

/** How many women the year has. */
export const YEAR_PEOPLE = 60;

/** A year lived by the program itself, in a process of its own; gives the folder that it leaves. */
export async function liveYear(
  folder: string,
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const town = ['--programme', 'chiyoda-visit', '--people', String(YEAR_PEOPLE), '--seed', '4'];
  const words = ['src/start.ts', 'simulate', ...town, '--out', folder, ...more];
  await promisify(execFile)(process.execPath, words, {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 24,
  });
  return folder;
}

let lived: Promise<string> | undefined;
const folders: string[] = [];

// Here and not in the function: a hook set inside a hook would end with that.
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** The one year that all tests of this process look at: nobody changes what lies in it. */
export function livedYear(): Promise<string> {
  lived ??= temporaryFolder('year').then((folder) => liveYear(join(folder, 'one')));
  return lived;
}

/** An empty folder that is gone when the tests of this process are. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `mimamori-${name}-`));
  // The server's own account passes through; otherwise it would keep its files elsewhere.
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}
