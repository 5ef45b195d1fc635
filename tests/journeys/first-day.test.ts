import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import type { YearMonth } from '../../src/domain/basics/year-month.ts';
import { seededChance } from '../../src/simulation/chance.ts';
import { womenReaching } from '../../src/simulation/town.ts';
import { wordFinder } from '../support/find-words.ts';

const run = promisify(execFile);
const women = womenReaching('2026-06' as YearMonth, 60, 1, seededChance(8));

let dir = '';
let said = '';

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mimamori-day-'));
  // The server's own account passes through; otherwise it would keep its files elsewhere.
  await chmod(dir, 0o711);
  const day = await run(process.execPath, ['src/simulation/start.ts', 'first-day', dir], { maxBuffer: 1 << 24 });
  said = day.stdout;
});

after(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function mimamori(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['src/start.ts', ...words, '--data', dir], {
    maxBuffer: 1 << 26,
  });
  return stdout;
}

test('the first day takes a list in and says what was refused, why, and what is due [CHI-8.1-3]', () => {
  assert.match(said, /行数 60件: 受け入れ 56件、受け入れできない行 4件/);
  assert.match(said, /8行目「支援措置」/);
  assert.match(said, /2026-06 {2}56人/);
  assert.match(said, /台帳に確定しました/);
  assert.match(said, /期限 2026-05-20/);
  assert.match(said, /記録の点検: 異常はありません/);
});

test('nothing that was printed names a woman of the list [PII-6-1]', () => {
  for (const { name, kana, phone, address } of women) {
    for (const word of [name, kana, address, ...(phone ? [phone] : [])]) assert.ok(!said.includes(word));
  }
});

test('no name, kana, telephone number, street or building stands readable in any file of the place [SEC-1-2]', async () => {
  await mimamori('ask', 'person.search', '--json', '{"words":"ワタナベ"}', '--as', 'account_demo-operator');
  const words = women.flatMap(({ name, kana, phone, address, building }) => [
    name,
    name.replace('　', ''),
    kana,
    kana.replace('　', ''),
    address.slice('東京都千代田区'.length),
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
  assert.equal(opened.filter((fact) => fact.type === 'case.opened').length, 56);
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
