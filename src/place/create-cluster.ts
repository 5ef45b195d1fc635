import { execFile } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Result } from '../domain/basics/result.ts';
import { err, ok } from '../domain/basics/result.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterHome } from './cluster-home.ts';
import { giveTo } from './cluster-home.ts';
import { SERVER_ENVIRONMENT, SETTINGS_FILE } from './cluster-settings.ts';
import type { ServerAccount } from './server-account.ts';

export type NotCreated = { readonly type: 'cluster-not-created'; readonly lastWords: string };

/** The superuser of a private cluster. */
export const ADMIN = 'mimamori_admin';

/**
 * Creates the data directory unless it exists. It is built beside its place and moved there when complete,
 * so a crash half-way leaves nothing that looks like a cluster. Call it under the cluster's lock.
 */
export async function createCluster(
  home: ClusterHome,
  binaries: Binaries,
  adminPassword: string,
): Promise<Result<'created' | 'existed', NotCreated>> {
  if (existsSync(home.data)) return ok('existed');
  for (const name of readdirSync(home.files)) {
    if (name.startsWith('draft-')) rmSync(join(home.files, name), { recursive: true, force: true });
  }
  const draft = mkdtempSync(join(home.files, 'draft-'));
  giveTo(home.account, draft);
  try {
    const data = join(draft, 'pgdata');
    const failure = await initialise(draft, data, binaries, home.account, adminPassword);
    if (failure !== undefined) return err({ type: 'cluster-not-created', lastWords: failure });
    appendFileSync(join(data, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
    sync(join(data, 'postgresql.conf'));
    renameSync(data, home.data);
    sync(home.files);
    return ok('created');
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Runs initdb; gives its complaint, or undefined when all went well. */
function initialise(
  draft: string,
  data: string,
  binaries: Binaries,
  account: ServerAccount,
  adminPassword: string,
): Promise<string | undefined> {
  // By file, because a command line is readable by everybody on the machine. It goes with the draft folder.
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  const words = [`--pgdata=${data}`, `--username=${ADMIN}`, `--pwfile=${passwordFile}`];
  words.push(
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    '--data-checksums',
    '--no-instructions',
  );
  const options = { cwd: '/', env: SERVER_ENVIRONMENT, ...account.given };
  return new Promise((done) => {
    execFile(join(binaries.dir, 'initdb'), words, options, (error, _output, complaint) => {
      done(error === null ? undefined : complaint || error.message);
    });
  });
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
