import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { foldersOf } from '../../src/place/folders.ts';
import { testPlace } from '../support/place.ts';
import { freePorts, until } from '../support/served-town.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Rooms, and parts of rooms, of which the outside may have something in its memory. */
const ALLOWED = [
  'serve-outside.ts',
  'tsx.ts',
  'apps/portal/',
  'apps/kit/still/',
  // What every server of pages needs: headers, forms, routes.
  'apps/kit/server/',
  'domain/',
  'programmes/',
  'gate/outside/',
  'exchange/outside/',
  'serve/both/',
  'store/outside/',
  'store/connection.ts',
  'store/apply-migrations.ts',
  'store/row.ts',
  'security/capsule.ts',
  'security/digest.ts',
  'security/envelope.ts',
  // Seals only; what opens stays inside.
  'security/hpke-seal.ts',
  'security/network-mark.ts',
  'security/random-bytes.ts',
  'security/random-ids.ts',
  'security/sealing.ts',
  'security/self-signed.ts',
  'security/session-cookie.ts',
  'security/signature.ts',
  // The form of bundles, which both ends read.
  'exchange/courier/read-bundle.ts',
  'exchange/courier/bundle-files.ts',
  'exchange/courier/medium-line.ts',
];

/** Writes down every file that is really loaded, from before the first one. */
const RECORDER = `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({
  load: (url, context, next) => {
    appendFileSync(process.env.MIMAMORI_OUTSIDE_LOADED, url + '\\n');
    return next(url, context);
  },
});
`;

test('the outside process loads nothing of vault, journal, inside gate or inside keys, and answers [SEC-14-3] [THREAT-18]', async (t) => {
  const { place, dir } = await testPlace();
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-loads-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [recorder, list] = [join(folder, 'recorder.mjs'), join(folder, 'loaded')];
  await writeFile(recorder, RECORDER);
  await writeFile(list, '');
  const [portal = 0, courier = 0] = await freePorts(2);
  const { outside } = foldersOf(dir, place.programme.id);
  const words = ['--portal-port', portal, '--courier-port', courier].map(String);
  const child = spawn(
    process.execPath,
    ['--import', recorder, join(ROOT, 'src/serve-outside.ts'), outside, ...words],
    { env: { PATH: process.env['PATH'], MIMAMORI_OUTSIDE_LOADED: list }, stdio: 'ignore' },
  );
  const ended = new Promise((done) => {
    child.on('exit', done);
  });
  const visit = (path: string) =>
    fetch(`http://localhost:${portal}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  await until(async () => (await visit('/')) === 200);
  // What is loaded only when it is needed is needed now.
  for (const path of ['/enquiry', '/stop', '/privacy', '/accessibility', '/q/ABCD-EFGH-JKLM-NPQR-STUV']) {
    assert.notEqual(await visit(path), 500, path);
  }
  child.kill('SIGTERM');
  assert.equal(await ended, 0);

  const loaded = (await readFile(list, 'utf8'))
    .trim()
    .split('\n')
    .filter((url) => url.startsWith('file:'))
    .map((url) => relative(join(ROOT, 'src'), fileURLToPath(url.split('?')[0] ?? '')));
  const ours = [...new Set(loaded)].filter((path) => !path.startsWith('..'));
  assert.ok(ours.includes('gate/outside/open-outside-gate.ts'), 'the search itself works');
  assert.ok(ours.length > 100);
  assert.deepEqual(
    ours.filter((path) => !ALLOWED.some((room) => path === room || path.startsWith(room))),
    [],
  );
});
