import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { dueForMonth, woman } from '../support/ward-women.ts';
import { PASSWORD, wardFile } from '../support/ward-file.ts';

const run = promisify(execFile);
type Said = { readonly code: number; readonly stdout: string; readonly stderr: string };

let dir = '';

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mimamori-words-'));
  await chmod(dir, 0o711);
});

after(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** One command line in a process of its own: what it ended with, and what it said on which stream. */
async function mimamori(...words: readonly string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['src/start.ts', ...words]);
    return { code: 0, stdout, stderr };
  } catch (error) {
    assert.ok(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error);
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

test('the data directory may be named before or after the command', async () => {
  const data = join(dir, 'both-ways');
  const made = await mimamori(
    '--data',
    data,
    'init',
    '--programme',
    'chiyoda-visit',
    '--demo',
    '--empty',
    '--json',
  );
  assert.equal(made.code, 0, made.stderr);
  assert.equal(JSON.parse(made.stdout).where, join(data, 'chiyoda-visit'));
  const [first, last, joined] = await Promise.all([
    mimamori('--data', data, '--json', 'verify'),
    mimamori('verify', '--data', data, '--json'),
    mimamori(`--data=${data}`, 'verify'),
  ]);
  for (const said of [first, last, joined]) assert.equal(JSON.parse(said.stdout).ok, true);
});

test('a place for trying out comes with a town in the middle of its year, and says so [B-07]', async () => {
  const data = join(dir, 'town');
  const made = await mimamori('init', '--programme', 'chiyoda-visit', '--demo', '--data', data);
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stdout, /架空の町の60人が、2026-09-15 まで/);
  assert.match(made.stdout, /見本\(お試し\)/);
  const journal = await mimamori('journal', 'export', '--data', data);
  const facts = journal.stdout
    .trim()
    .split('\n')
    .map((line): { type: string; at: string; tryout?: boolean } => JSON.parse(line));
  assert.equal(facts[0]?.tryout, true);
  const happened = new Set(facts.map(({ type }) => type));
  for (const type of [
    'piece.posted',
    'visit.completed',
    'benefit.packed',
    'month.closed',
    'invoice.issued',
  ]) {
    assert.ok(happened.has(type), type);
  }
  // The town stands on the morning after, its next days opened to the portal.
  assert.equal(facts.at(-1)?.at.slice(0, 10), '2026-09-16');
  const again = await mimamori('init', '--programme', 'chiyoda-visit', '--demo', '--data', data);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /[ぁ-ん]/);
});

test('wrong usage ends with 2, in Japanese, on the error stream alone', async () => {
  const missing = join(dir, 'nobody.json');
  for (const words of [
    [],
    ['no-such-command'],
    ['verify', '--nonsense'],
    ['verify', '--data'],
    ['calendar', 'holiday', '2026-02-30'],
    ['init', '--programme', 'chiyoda-visit', '--people', missing],
  ]) {
    const said = await mimamori(...words);
    assert.equal(said.code, 2, words.join(' '));
    assert.equal(said.stdout, '', words.join(' '));
    assert.match(said.stderr, /[ぁ-ん]/, words.join(' '));
    assert.doesNotMatch(said.stderr, /Unknown option|ENOENT|at .*\.ts:/, words.join(' '));
  }
});

test('a list sent back says lines, columns and reasons, and no number of the ward [CHI-8.1-3] [PII-6-1]', async () => {
  const data = join(dir, 'sent-back');
  assert.equal(
    (await mimamori('init', '--programme', 'chiyoda-visit', '--demo', '--empty', '--data', data)).code,
    0,
  );
  const rows = [1, 2, 3].map((number) => woman(number, { 出産予定日: dueForMonth(12), 支援措置: 'x' }));
  const file = join(dir, 'list.zip');
  const password = join(dir, 'password.txt');
  await writeFile(file, await wardFile(rows));
  await writeFile(password, `${PASSWORD}\n`);
  const handOver = { method: 'in-person', medium: 'CD-R', from: '区', to: '事務局', at: '2026-04-20T10:00' };
  const said = await mimamori(
    'intake',
    file,
    '--list',
    'targets',
    '--month',
    '2026-12',
    '--password-file',
    password,
    '--handover',
    JSON.stringify(handOver),
    '--json',
    '--data',
    data,
  );
  assert.equal(said.code, 1);
  assert.deepEqual(JSON.parse(said.stdout).refusal, {
    type: 'too-many-refused',
    rows: 3,
    refused: [2, 3, 4].map((line) => ({ line, column: '支援措置', reason: 'flag-unreadable' })),
  });
  for (const cell of rows.flatMap((row) => [
    row['整理番号'],
    row['氏名'],
    row['氏名カナ'],
    row['電話番号'],
  ])) {
    assert.ok(cell !== undefined && !`${said.stdout}${said.stderr}`.includes(cell), 'a cell was printed');
  }
});

test('with real data a restore wants a second place of its own, and leaves the first place whole [SEC-12-3]', async () => {
  const data = join(dir, 'real');
  const people = join(dir, 'people.json');
  await writeFile(
    people,
    JSON.stringify([
      { account: 'account_keeper', name: '見本 一郎', roles: ['administrator'] },
      { account: 'account_manager', name: '見本 二郎', roles: ['responsible-manager'] },
    ]),
  );
  await mkdir(join(dir, 'keys'));
  const made = await mimamori(
    'init',
    '--programme',
    'chiyoda-visit',
    '--people',
    people,
    '--second-place',
    join(dir, 'keys'),
    '--data',
    data,
  );
  assert.equal(made.code, 0, made.stderr);
  const copy = join(dir, 'generations');
  const backedUp = await mimamori('backup', copy, '--as', 'account_keeper', '--data', data);
  assert.equal(backedUp.code, 0, backedUp.stderr);
  const again = join(dir, 'rehearsal');
  const unnamed = await mimamori('restore', copy, '--data', again);
  assert.equal(unnamed.code, 1);
  assert.match(unnamed.stderr, /--second-place/);
  const keysBefore = await readFile(join(dir, 'keys', 'anchors.ndjson'), 'utf8');
  const second = join(dir, 'rehearsal-keys');
  const restored = await mimamori('restore', copy, '--second-place', second, '--data', again);
  assert.equal(restored.code, 0, restored.stderr);
  assert.equal(JSON.parse(restored.stdout).digest, JSON.parse(backedUp.stdout).digest);
  assert.equal(await readFile(join(dir, 'keys', 'anchors.ndjson'), 'utf8'), keysBefore);
  for (const place of [data, again]) {
    assert.equal(JSON.parse((await mimamori('verify', '--data', place)).stdout).ok, true, place);
  }
});
