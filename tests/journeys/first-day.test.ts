import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { livesOf } from '../../src/simulation/lives.ts';
import { wordFinder } from '../support/find-words.ts';

const run = promisify(execFile);
const PEOPLE = 60;
const SEED = 8;
/** Far enough that a month was closed and billed, and letters, visits and packages are on their way. */
const UNTIL = '2026-05-20';
const women = livesOf({ people: PEOPLE, seed: SEED }).map(({ woman }) => woman);

let root = '';
let dir = '';
let said = '';

/** `npm start` with fewer people, who are lived with for some weeks only. */
async function start(out: string, until: string): Promise<string> {
  const wish = JSON.stringify({ people: PEOPLE, seed: SEED, out, until });
  const { stdout, stderr } = await run(process.execPath, ['src/simulation/start.ts', 'try-out', wish], {
    maxBuffer: 1 << 24,
  });
  return stdout + stderr;
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'mimamori-day-'));
  // The server's own account passes through; otherwise it would keep its files elsewhere.
  await chmod(root, 0o711);
  said = await start(join(root, 'year'), UNTIL);
  dir = join(root, 'year', 'data');
});

after(async () => {
  await rm(root, { recursive: true, force: true });
});

async function mimamori(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['src/start.ts', ...words, '--data', dir], {
    maxBuffer: 1 << 26,
  });
  return stdout;
}

test('the start takes the first list in and says what was refused, why, and who reaches her month [CHI-8.1-3]', () => {
  const [, rows, accepted, refused] =
    /行数 (\d+)件: 受け入れ (\d+)件、受け入れできない行 (\d+)件/.exec(said)?.map(Number) ?? [];
  assert.ok(rows && accepted && refused && rows === accepted + refused);
  assert.match(said, /\d+行目「郵便番号」: 先頭の0が失われています/);
  const months = [...said.matchAll(/^ {2}2026-\d\d {2}(\d+)人$/gm)].map(([, count]) => Number(count));
  assert.equal(
    months.reduce((sum, one) => sum + one, 0),
    accepted,
  );
  assert.match(said, /台帳に確定しました/);
});

test('the start says how far the year is, and ends with what came of it and where it lies [B-07]', async () => {
  assert.match(said, /^2026-05-01 {2}\d+%$/m);
  for (const row of ['名簿・異動の一覧', '通知・再送・勧奨の差出', '訪問・面談', '育児パッケージの差出']) {
    assert.match(said, new RegExp(`^  ${row}　* {2}\\d+[件通個]$`, 'm'));
  }
  assert.match(said, /期限の違反　* {2}0件/);
  assert.match(said, /記録の点検　* {2}異常はありません/);
  for (const name of ['lists', 'letters', 'reports', 'invoices', 'papers']) {
    const folder = join(root, 'year', name);
    assert.ok(said.includes(folder));
    assert.ok((await readdir(folder)).length > 0, name);
  }
});

test('a second start shows the year that is there, and one that was broken off begins anew [B-07]', async () => {
  const again = await start(join(root, 'year'), UNTIL);
  assert.match(again, /前に生きた1年があります/);
  assert.ok(said.includes(again.slice(again.indexOf('架空の町の1年'))), 'the same table again');
  const broken = join(root, 'broken');
  await start(broken, '2026-04-07');
  await writeFile(join(broken, 'unfinished'), '');
  await writeFile(join(broken, 'letters', 'left-over.pdf'), '').catch(() => undefined);
  const anew = await start(broken, '2026-04-08');
  assert.match(anew, /2026-04-08 まで/);
  assert.ok(!(await readdir(broken, { recursive: true })).some((name) => name.endsWith('left-over.pdf')));
  assert.ok(!(await readdir(broken)).includes('unfinished'));
});

test('nothing that was printed names a woman of the list [PII-6-1]', () => {
  for (const { name, kana, phone, address } of women) {
    for (const word of [name, kana, address, ...(phone ? [phone] : [])]) assert.ok(!said.includes(word));
  }
});

test('no name, kana, telephone number, street or building stands readable in any file of the place [SEC-1-2] [THREAT-01]', async () => {
  await mimamori('ask', 'person.search', '--json', '{"words":"ワタナベ"}', '--as', 'account_demo-operator');
  const words = women.flatMap(({ name, kana, phone, address, building }) => [
    name,
    name.replace('　', ''),
    kana,
    kana.replace('　', ''),
    address.replace(/^東京都千代田区/, ''),
    ...(phone ? [phone, phone.replaceAll('-', '')] : []),
    ...(building ? [building] : []),
  ]);
  const readable = [...new Set(words)].flatMap((word) => [
    Buffer.from(word, 'utf8'),
    iconv.encode(word, 'cp932'),
    Buffer.from(word, 'utf16le'),
  ]);
  const find = wordFinder(readable);
  assert.ok(find(Buffer.from(`x${women[0]?.name ?? ''}y`)), 'the search itself works');
  let files = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    assert.equal(find(bytes), undefined, `a word of the list stands in ${entry.name}`);
  }
  assert.ok(files > 100, 'the database files were looked at');
});

test('the exported journal holds codes and dates and nobody [SEC-1-2]', async () => {
  const journal = await mimamori('journal', 'export');
  const lines = journal.trim().split('\n');
  assert.ok(lines.length > 60);
  for (const line of lines) assert.match(line, /^[\x20-\x7e]+$/);
  const opened = lines.map((line): { type: string; case?: string; seq: number } => JSON.parse(line));
  assert.ok(opened.filter((fact) => fact.type === 'case.opened').length > 5);
  assert.deepEqual(
    opened.map((fact) => fact.seq),
    opened.map((_fact, index) => index + 1),
  );
  const statistics = await mimamori('journal', 'export', '--statistics');
  assert.doesNotMatch(statistics, /case_|person_|\d{4}-\d{2}-\d{2}/);
  assert.match(journal, /"line":/);
  assert.doesNotMatch(statistics, /"(line|no|generation)":/);
});

test('projections made again are the same, and a backup restores to the same digest [SEC-12-3]', async () => {
  assert.equal(JSON.parse(await mimamori('rebuild', '--check')).ok, true);
  const backup = join(dir, 'generations');
  await mimamori('backup', backup);
  const other = await mkdtemp(join(tmpdir(), 'mimamori-again-'));
  await chmod(other, 0o711);
  try {
    const { stdout } = await run(process.execPath, ['src/start.ts', 'restore', backup, '--data', other]);
    const restored: { facts: number; generation: string } = JSON.parse(stdout);
    assert.ok(restored.facts > 60);
    const checked = await run(process.execPath, ['src/start.ts', 'verify', '--data', other]);
    assert.equal(JSON.parse(checked.stdout).ok, true);
    assert.equal(JSON.parse(await mimamori('verify')).ok, true, 'the first place lives on, unharmed');
  } finally {
    await rm(other, { recursive: true, force: true });
  }
});

test('a refusal ends with 1 and a sentence, wrong usage with 2', async () => {
  const refused = await run(process.execPath, [
    'src/start.ts',
    'ask',
    'case.list',
    '--json',
    '{}',
    '--as',
    'account_demo-administrator',
    '--data',
    dir,
  ]).catch((error: { code: number; stderr: string }) => error);
  assert.ok('code' in refused && refused.code === 1);
  assert.match(refused.stderr, /権限がありません/);
  const wrong = await run(process.execPath, ['src/start.ts', 'verify', '--nonsense', '--data', dir]).catch(
    (error: { code: number }) => error,
  );
  assert.ok('code' in wrong && wrong.code === 2);
});
