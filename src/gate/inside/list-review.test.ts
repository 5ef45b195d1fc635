import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComparedRow, ListPlan } from './list-review.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { factsIn, takeInFile, value } from '../../../tests/support/take-in.ts';
import { wardFile } from '../../../tests/support/ward-file.ts';
import { woman } from '../../../tests/support/ward-women.ts';

const { place, person } = await testPlace('2026-05-01');
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');

const ask = async <Answer>(name: string, input: object, actor: string): Promise<Answer> => {
  const answer = await place.ask(name, input, { actor });
  assert.ok(answer.ok, answer.ok ? '' : answer.error.refused);
  return answer.value as Answer;
};

test('the plan says before the commit what the closing fact says after it, to the row [CHI-8.1-3]', async () => {
  const first = Array.from({ length: 300 }, (_, index) => woman(index + 1));
  const file = await wardFile([...first, woman(301, { 支援措置: '' })]);
  const { list } = value(await takeInFile(place, clerk, file));
  const { lines, ...plan } = await ask<ListPlan>('list.plan', { list }, clerk);
  assert.deepEqual(plan, {
    rows: 301,
    opened: 300,
    changed: 0,
    unchanged: 0,
    leftOut: 0,
    refused: 1,
    lineCount: 300,
  });
  assert.deepEqual([lines[299]?.line, lines[299]?.does], [301, 'opened']);
  const later = await ask<ListPlan>('list.plan', { list, does: 'opened', skip: 200, limit: 50 }, clerk);
  assert.deepEqual(
    [later.lines.length, later.lines[0]?.line, later.lineCount],
    [50, lines[200]?.line, 300],
    'a piece of the lines, and how many there are',
  );
  const changed = await ask<ListPlan>('list.plan', { list, does: 'changed' }, clerk);
  assert.deepEqual([changed.lines, changed.lineCount, changed.opened], [[], 0, 300]);
  value(await takeInFile(place, clerk, file, { commit: true }));
});

test('a second delivery: moved, unchanged and doubtful rows are told apart, and line by line why [CHI-8.1-3]', async () => {
  const again = Array.from({ length: 300 }, (_, index) => woman(index + 1)).map((row, index) =>
    index === 0
      ? { ...row, 住所: '東京都千代田区麹町９丁目９番９号' }
      : index === 279
        ? { ...row, 氏名カナ: 'カワッタ　ハナ' }
        : row,
  );
  const file = await wardFile([...again, woman(301)]);
  const taken = value(await takeInFile(place, clerk, file));
  const { list } = taken;
  assert.deepEqual(taken.questions, [{ line: 281, kind: 'kana-differs' }]);
  const plan = await ask<ListPlan>('list.plan', { list }, clerk);
  assert.deepEqual(
    [plan.opened, plan.changed, plan.unchanged, plan.leftOut, plan.refused, plan.rows],
    [1, 2, 298, 0, 0, 301],
  );
  assert.deepEqual(
    plan.lines.filter(({ does }) => does === 'changed').map(({ line, parts }) => [line, parts]),
    [
      [2, ['address']],
      [281, ['identity']],
    ],
  );

  const compared = await ask<ComparedRow>('list.compare', { list, line: 281 }, manager);
  assert.equal(compared.row.line, 281);
  assert.equal(compared.row.row.kana, 'カワッタ　ハナ');
  assert.equal(compared.cases.length, 1);
  assert.equal(compared.cases[0]?.fields['identity.kana'], woman(280)['氏名カナ']);
  assert.equal(await ask('list.compare', { list, line: 999 }, manager), null);

  const answer = { line: 281, code: 'kana-differs', answer: 'leave-out', by: 'ward', ref: 'r-1' };
  assert.ok(
    (await place.execute([{ row: 'list.answer-question', input: { list, ...answer } }], { actor: clerk })).ok,
  );
  const left = await ask<ListPlan>('list.plan', { list }, clerk);
  assert.deepEqual([left.opened, left.changed, left.unchanged, left.leftOut], [1, 1, 298, 1]);
  value(await takeInFile(place, clerk, file, { commit: true }));
  const [, closing] = await factsIn(place, 'list.committed');
  assert.ok(closing);
  assert.deepEqual([closing.opened, closing.changed, closing.unchanged, closing.refused], [1, 1, 298, 1]);
  const shown = await ask<{ outcome: object }>('list.show', { list }, clerk);
  assert.deepEqual(shown.outcome, { opened: 1, changed: 1, unchanged: 298, refused: 1, missing: 0 });
});

test('a clerk of the mailing room does not compare rows: they hold what she must not see [SEC-4-4]', async () => {
  const [fact] = await factsIn(place, 'list.committed');
  const denied = await place.ask('list.compare', { list: fact?.list, line: 2 }, { actor: clerk });
  assert.deepEqual(denied.ok ? 'opened' : denied.error.refused, 'denied');
});
