import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { visitorOf, type Fields } from '../support/portal-place.ts';
import { freePorts, servedTown, until, type Served } from '../support/served-town.ts';

const run = promisify(execFile);
const town = await servedTown();
const [letter] = town.letters;
assert.ok(letter);
const SECRET = 'only-for-the-inside';
const served = await town.serve({ MIMAMORI_INSIDE_SECRET: SECRET, PGPASSWORD: SECRET });

const answers = (path: string): Promise<number> =>
  fetch(path).then(
    ({ status }) => status,
    () => 0,
  );

const ANSWERS: readonly (readonly [string, Fields])[] = [
  ['/contact', { phone: '090-0000-0000', 'phone-again': '09000000000' }],
  ['/consent', { consent: 'given' }],
  [
    '/questions/1',
    {
      'Q01-year': '2026',
      'Q01-month': '9',
      'Q01-day': '5',
      'Q01-changed': 'no',
      'Q02-checkups': 'yes',
      'Q02-place': 'yes',
      Q03: ['swelling'],
      Q05: 'yes',
      'Q05-multiples': '1',
    },
  ],
  [
    '/questions/2',
    { Q04: 'glad', 'Q04-low': 'no', 'Q04-interest': 'no', Q06: '2', Q07: 'partner', 'Q07-satogaeri': 'no' },
  ],
  ['/questions/3', { Q09: 'none', Q11: 'none', Q13: 'none' }],
  ['/alone', { Q08: 'no' }],
  ['/place', { talk: 'home', package: 'registered' }],
];

test('both zones answer, each on this machine only, and the log of neither names anybody [SEC-14-3]', async () => {
  assert.match(served.said(), /住民の画面\(ポータル\)\s+http:\/\/localhost:\d+\//);
  assert.equal(await answers(`${served.portal}/`), 200);
  const desk = await fetch(served.desk);
  assert.match(await desk.text(), /この端末は登録されていません/);
  const other = await fetch(served.desk.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
  assert.deepEqual([other.status, other.headers.get('location')], [307, served.desk]);
  const { stdout } = await run('ps', ['-eo', 'args=']);
  assert.ok(!stdout.includes(letter.code));
});

test('the outside process has nothing of the environment of the inside [SEC-14-3]', async (t) => {
  if (process.platform !== 'linux') return t.diagnostic('there is no /proc on this system');
  const [outside, inside] = [await served.pid('outside'), await served.pid('inside')];
  assert.ok(outside && inside);
  const environment = (pid: number) => readFile(`/proc/${pid}/environ`, 'utf8');
  assert.ok((await environment(inside)).includes(SECRET), 'the search itself works');
  assert.ok(!(await environment(outside)).includes(SECRET));
  assert.deepEqual(
    (await environment(outside))
      .split('\0')
      .map((one) => one.split('=')[0] ?? '')
      .filter((name) => /^(MIMAMORI|PG)/.test(name)),
    [],
  );
});

test('a booking made on the pages stands in the journal of the inside after one round, and the page says so [CHI-8.2-2] [CHI-8.16-2]', async () => {
  const visitor = visitorOf(served.portal, new Map(), {});
  let first = await visitor.enter(letter);
  // Her capsule comes with the first round; until the round is over the pages ask her to call.
  await until(async () => {
    if (first.path !== '/about') first = await visitor.enter(letter);
    return first.path === '/about' && (await visitor.get('/contact')).text.includes('name="phone"');
  });
  for (const [path, fields] of ANSWERS) {
    const seen = await visitor.follow(visitor.post(path, fields));
    assert.notEqual(seen.path.split('?')[0], path, `${path} did not let through`);
  }
  const [slot = ''] = /slot_\d{4}-\d{2}-\d{2}-\d{4}/.exec((await visitor.get('/times')).text) ?? [];
  await visitor.follow(visitor.post('/times', { slot }));
  const done = await visitor.follow(visitor.post('/check'));
  assert.equal(done.path, '/done');
  // The page says it only when the inside has taken it and told so: then it must stand in the journal. To ask the journal
  // again and again would be a process of its own each time.
  await until(async () => {
    const again = visitorOf(served.portal, new Map(), {});
    const home = await again.enter(letter);
    return /確定/.test(home.text) || /確定/.test((await again.get('/home')).text);
  });
  const journal = await town.mimamori('journal', 'export');
  assert.ok(journal.split('\n').some((line) => line.includes('"booking.made"') && line.includes(slot)));
});

test('a zone that dies is begun again, the other one goes on [B-22]', async () => {
  const inside = await served.pid('inside');
  const outside = await served.pid('outside');
  assert.ok(inside && outside);
  process.kill(outside, 'SIGKILL');
  await until(async () => (await answers(`${served.portal}/`)) === 0);
  await until(async () => (await answers(`${served.portal}/`)) === 200);
  assert.notEqual(await served.pid('outside'), outside);
  assert.equal(await served.pid('inside'), inside);
  process.kill(inside, 'SIGKILL');
  await until(async () => {
    const now = await served.pid('inside');
    return now !== undefined && now !== inside && (await answers(served.desk)) === 403;
  });
  assert.equal(await answers(`${served.portal}/`), 200);
});

test('a port that is taken is said, and nothing goes on half [B-22]', async () => {
  const port = new URL(served.portal).port;
  const second = await town.serve({}, ['--portal-port', port]);
  assert.equal(await second.ended, 1);
  assert.match(second.said(), /ポート|port/);
  assert.equal(await answers(`${served.portal}/`), 200);
});

test('SIGTERM ends both in order, with the database server behind them [B-22]', async () => {
  const pids = [await served.pid('inside'), await served.pid('outside')];
  served.process.kill('SIGTERM');
  assert.equal(await served.ended, 0);
  for (const pid of pids) assert.equal(isAlive(pid), false);
  const { stdout } = await run('ps', ['-eo', 'args=']);
  assert.ok(!stdout.split('\n').some((line) => line.includes('postgres') && line.includes(town.data)));
});

test('the town goes on where it was, and zones whose keeper is killed end by themselves [B-22]', async () => {
  const again: Served = await town.serve();
  const pids = [await again.pid('inside'), await again.pid('outside')];
  const journal = await town.mimamori('journal', 'export');
  const last = journal.trim().split('\n').at(-1) ?? '';
  assert.match(last, /"at":"2026-06-13T/);
  again.process.kill('SIGKILL');
  await until(() => Promise.resolve(pids.every((pid) => !isAlive(pid))));
});

test('npm start on a town that is there serves that one, with three letters to try', async () => {
  const [portal, courier, desk] = await freePorts(3);
  const wish = JSON.stringify({ out: dirname(town.data) });
  const ports = ['--portal-port', portal, '--courier-port', courier, '--desk-port', desk].map(String);
  const child = spawn(process.execPath, ['src/simulation/start.ts', 'town', wish, ...ports], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString('utf8');
  });
  const ended = new Promise((done) => {
    child.on('exit', done);
  });
  await until(() => Promise.resolve(said.includes('Ctrl+C')));
  assert.equal(town.letters.length, 3);
  for (const { code, birthDate } of town.letters) assert.ok(said.includes(`${code}  生年月日 ${birthDate}`));
  assert.equal(await answers(`http://localhost:${portal}/q/${letter.code}`), 200);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
