import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { programmes } from '../programmes/all.ts';
import type { Doors } from './doors.ts';
import { outputOn } from './output.ts';
import { runCommandLine } from './run-command-line.ts';

const dir = await mkdtemp(join(tmpdir(), 'words-'));
after(() => rm(dir, { recursive: true }));

async function* nothing(): AsyncGenerator<string> {}

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  const never = () => Promise.reject(new Error('No place is needed'));
  const doors: Doors = {
    programmes,
    today: () => date('2026-06-01'),
    open: never,
    init: never,
    restore: never,
  };
  return {
    code: await runCommandLine(args, doors, outputOn(stream, stream, nothing())),
    said: said.join(''),
  };
}

test('the words of a language become one file that the ward can print and sign [CHI-8.16-4]', async () => {
  const file = join(dir, 'words-zh.html');
  const { code, said } = await run('words', '--language', 'zh', '--out', file);
  assert.equal(code, 0);
  assert.match(said, /words-zh\.html/);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const html = await readFile(file, 'utf8');
  for (const part of ['千代田区妊娠後期訪問支援事業', '令和8年6月1日', '承認欄', '您的预产期是哪一天？'])
    assert.ok(html.includes(part), part);
});

test('an unknown language is wrong usage, a programme without a portal has no such words [CHI-8.3-13]', async () => {
  assert.equal((await run('words', '--language', 'fr', '--out', join(dir, 'x.html'))).code, 2);
  assert.equal((await run('words', '--language', 'ja')).code, 2);
  const none = await run(
    'words',
    '--language',
    'ja',
    '--programme',
    'screening',
    '--out',
    join(dir, 'x.html'),
  );
  assert.equal(none.code, 1);
  await assert.rejects(stat(join(dir, 'x.html')));
});
