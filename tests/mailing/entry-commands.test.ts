import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BatchId } from '../../src/domain/basics/ids.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import { ok } from '../../src/domain/basics/result.ts';
import { mod7 } from '../../src/domain/text/check-digits.ts';
import type { Doors } from '../../src/cli/doors.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { placeDoor } from '../../src/place-door.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { deskOf } from '../support/desk.ts';
import { testPlace } from '../support/place.ts';

const ids = randomIds();
const house = await testPlace('2026-05-12');
const { place, person, setNow } = house;
const { done, openCase } = deskOf(house);
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');
const dir = await mkdtemp(join(tmpdir(), 'mimamori-numbers-'));
after(() => rm(dir, { recursive: true, force: true }));

const never = () => Promise.reject(new Error('No test of numbers needs this'));
const doors: Doors = {
  programmes: [place.programme],
  today: () => date('2026-05-12'),
  open: () => Promise.resolve(ok({ ...placeDoor(place), close: () => Promise.resolve() })),
  init: never,
  restore: never,
};

async function mimamori(...words: readonly string[]) {
  const said = { code: -1, lines: [] as string[], problems: [] as string[], json: undefined as unknown };
  said.code = await runCommandLine([...words, '--as', clerk], doors, {
    line: (text) => said.lines.push(text),
    json: (value) => {
      said.json = value;
    },
    problem: (text) => said.problems.push(text),
    progress: () => undefined,
    progressEnd: () => undefined,
    stdin: (async function* nothing() {})(),
  });
  return said;
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, lines.map((line) => `${line}\r\n`).join(''));
  return path;
}

async function enclosed(): Promise<BatchId> {
  const [batch, id, piece] = [ids.fresh('batch'), await openCase(), ids.fresh('piece')];
  const begin = { batch, kind: 'notice', month: '2026-05', planned: 1, reason: 'agreed-with-ward' };
  await done('batch.begin-without-word', begin, manager);
  await done('piece.plan', { batch, case: id, piece }, clerk);
  await done('batch.fix', { batch }, manager);
  await done('piece.print', { batch, case: id, piece, template: 'notice-1' }, clerk);
  await done('batch.sample', { batch, sampled: 1, differing: 0 }, clerk, manager);
  await done('batch.release', { batch }, manager, clerk);
  const counts = { printed: 1, enclosed: 1, spoiled: 0, pulled: 0, posted: 0 };
  await done('batch.count', { batch, stage: 'enclosed', ...counts }, clerk);
  return batch;
}

test('mimamori tracking tells every line in Japanese, posts with --commit, and says so again when given twice [CHI-8.1-7]', async () => {
  const batch = await enclosed();
  const number = `1311250001${mod7('1311250001')}`;
  const wrong = await file('wrong.csv', ['追跡番号', '1311250001x']);
  const no = await mimamori('tracking', wrong, '--batch', batch);
  assert.equal(no.code, 1);
  assert.match(no.problems.join('\n'), /2行目: 追跡番号に数字でない文字があります/);
  assert.match(no.problems.join('\n'), /番号のない封筒が1通/);
  const right = await file('right.csv', ['追跡番号', number]);
  const preview = await mimamori('tracking', right, '--batch', batch);
  assert.deepEqual([preview.code, preview.lines], [0, ['差し出せます: 1件', '番号 1件、封筒 1通']]);
  const posted = await mimamori('tracking', right, '--batch', batch, '--commit');
  assert.deepEqual([posted.code, posted.lines[0]], [0, '差し出しました: 1件']);
  const again = await mimamori('tracking', right, '--batch', batch, '--commit', '--json');
  const { lines, committed } = again.json as { lines: readonly { what: string }[]; committed: boolean };
  assert.deepEqual([again.code, lines.map(({ what }) => what), committed], [0, ['already'], true]);
  setNow('2026-05-14');
  const results = await file('results.csv', [
    '追跡番号,状態,日付',
    `${number},お届け先にお届け済み,2026-05-14`,
  ]);
  assert.deepEqual((await mimamori('delivery', results)).lines, ['記録できます: 1件']);
  assert.deepEqual((await mimamori('delivery', results, '--commit')).lines, ['記録しました: 1件']);
  assert.deepEqual((await mimamori('delivery', results, '--commit')).lines, ['記録済みです: 1件']);
  setNow('2026-05-12');
});

test('wrong usage ends with 2, a number that is not ours with 1', async () => {
  const some = await file('some.csv', ['追跡番号,状態', '13112500027,お届け済み']);
  assert.equal((await mimamori('tracking', some)).code, 2);
  assert.equal((await mimamori('tracking', some, '--batch', 'batch_x', '--grams', 'heavy')).code, 2);
  assert.equal((await mimamori('delivery')).code, 2);
  assert.equal((await mimamori('delivery', join(dir, 'nobody.csv'))).code, 2);
  const unknown = await mimamori('delivery', some, '--commit');
  assert.equal(unknown.code, 1);
  assert.equal(unknown.problems.length, 1);
});
