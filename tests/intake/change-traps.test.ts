import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { commitRows, factsIn, reason, takeIn, value } from '../support/take-in.ts';
import { changeOf, forMonth, trapHouse, women } from '../support/trap-house.ts';
import { followUp } from '../support/ward-file.ts';
import { woman } from '../support/ward-women.ts';

const { place, clerk, commit, discard, counted, asked, casesOf, happened } = await trapHouse();

test('a listing after a loss: asked, and nothing goes out meanwhile [AMB-38] [INC-10]', async () => {
  const first = await commitRows(place, clerk, women(5, 103), forMonth(5, { addition: true }));
  const [her] = await casesOf(first.list);
  await commitRows(place, clerk, [changeOf(103, { 異動種別: '死産等', 異動日: 'R8.4.30' })], {
    kind: 'changes',
  });
  assert.ok((await happened(her)).includes('case.loss-reported'));
  const listed = value(await takeIn(place, clerk, women(5, 103), forMonth(5, { addition: true })));
  assert.deepEqual(listed.questions, [{ line: 2, kind: 'new-pregnancy' }]);
  await discard(listed);
});

test('a change whose number and birth date disagree: the case is held, nothing else happens, a question opens [AMB-38]', async () => {
  const first = await commitRows(place, clerk, women(5, 104, 105), forMonth(5, { addition: true }));
  const [her, other] = await casesOf(first.list);
  const row = changeOf(104, { 異動種別: '死産等', 異動日: 'R8.4.30', 生年月日: 'S60.1.1' });
  const taken = await commitRows(place, clerk, [row], { kind: 'changes' });
  assert.deepEqual(taken.questions, [{ line: 2, kind: 'change-identity-differs' }]);
  assert.deepEqual(await happened(her), ['case.held']);
  assert.deepEqual(await happened(other), []);
});

test('a change that cannot be read but names its number: refused, and the case is held [AMB-38]', async () => {
  const first = await commitRows(place, clerk, women(5, 106, 107, 108), forMonth(5, { addition: true }));
  const [her] = await casesOf(first.list);
  const rows = [
    changeOf(106, { 異動種別: '死亡' }),
    changeOf(107, { 異動種別: '転出', 異動日: 'R8.4.20' }),
    changeOf(108, { 異動種別: '転出', 異動日: 'R8.4.20' }),
  ];
  const taken = await commitRows(place, clerk, rows, { kind: 'changes' });
  assert.deepEqual(taken.refused, [{ line: 2, column: '異動種別', reason: 'change-kind-unknown' }]);
  assert.deepEqual(await happened(her), ['case.held']);
  assert.deepEqual(await counted(taken.list), [0, 2, 0, 1, 0]);
});

test('a list of changes that knows nobody: sent back as a whole [CHI-8.1-1]', async () => {
  const rows = [901, 902, 903, 904].map((number) =>
    changeOf(number, { 異動種別: '転出', 異動日: 'R8.4.20' }),
  );
  assert.equal(reason(await takeIn(place, clerk, rows, { kind: 'changes' })), 'too-few-fit');
});

test('the same changes in a file locked anew: told twice, done once [AMB-38]', async () => {
  const first = await commitRows(place, clerk, women(5, 109), forMonth(5, { addition: true }));
  const [her] = await casesOf(first.list);
  const row = changeOf(109, { 異動種別: '出生', 異動日: 'R8.4.28' });
  await commitRows(place, clerk, [row], { kind: 'changes' });
  await commitRows(place, clerk, [row], { kind: 'changes' });
  assert.deepEqual(await happened(her), ['case.birth-reported']);
});

test('protection without a named way: a case, but nothing is printed until the ward has named it [AMB-56] [INC-14]', async () => {
  const rows = women(5, 110).map((row) => ({ ...row, 支援措置: '1' }));
  const taken = await commitRows(place, clerk, rows, forMonth(5, { addition: true }));
  assert.deepEqual(taken.questions, [{ line: 2, column: '送付先区分', kind: 'protected-way-undecided' }]);
  const [opened] = (await factsIn(place, 'case.opened')).filter((fact) => fact.list === taken.list);
  assert.deepEqual([opened?.protected, opened?.mailWay], [true, 'undecided']);
});

test('protection that ends by a list alone: it does not end, the ward is asked [AMB-56] [INC-11]', async () => {
  const rows = women(5, 111).map((row) => ({ ...row, 支援措置: '1', 送付先区分: '2' }));
  const first = await commitRows(place, clerk, rows, forMonth(5, { addition: true }));
  const [her] = await casesOf(first.list);
  await commitRows(place, clerk, [changeOf(111, { 異動種別: '支援措置終了' })], { kind: 'changes' });
  const open = women(5, 111).map((row) => ({ ...row, 送付先区分: '2' }));
  const second = await commitRows(place, clerk, open, forMonth(5, { addition: true }));
  assert.deepEqual(await happened(her), []);
  assert.deepEqual(await asked(second.list), ['2 protection-end-needs-ward']);
});

test('the follow-up list comes apart: she is flagged, an unknown one is asked for [CHI-8.3-8]', async () => {
  const rows = women(5, 112, 113).map((row) => ({ ...row, 要フォロー: '' }));
  const first = await commitRows(place, clerk, rows, forMonth(5, { addition: true }));
  assert.deepEqual(await asked(first.list), ['0 follow-up-list-missing']);
  const [her] = await casesOf(first.list);
  const flags = [112, 914].map((number) => {
    const { 整理番号 = '', 氏名カナ = '', 生年月日 = '' } = woman(number);
    return followUp(number, { 整理番号, 氏名カナ, 生年月日 });
  });
  const taken = await commitRows(place, clerk, flags, { kind: 'follow-up' });
  assert.deepEqual(await happened(her), ['case.follow-up-decided']);
  assert.deepEqual(taken.questions, [{ line: 3, kind: 'change-not-found' }]);
});

test('a birth that lies ahead: asked before commit [AMB-38]', async () => {
  await commitRows(place, clerk, women(5, 115), forMonth(5, { addition: true }));
  const staged = value(
    await takeIn(place, clerk, [changeOf(115, { 異動種別: '出生', 異動日: 'R8.6.1' })], { kind: 'changes' }),
  );
  assert.deepEqual(staged.questions, [{ line: 2, kind: 'date-in-future' }]);
  assert.equal(await commit(staged.list), 'questions-open');
  await discard(staged);
});

test('every trap stands in docs/intake-traps.md, and nothing else does', async () => {
  const [rowTraps, changeTraps, table] = await Promise.all(
    ['./traps.test.ts', './change-traps.test.ts', '../../docs/intake-traps.md'].map((file) =>
      readFile(new URL(file, import.meta.url), 'utf8'),
    ),
  );
  const traps = [...`${rowTraps}\n${changeTraps}`.matchAll(/^test\('([^']+?): ([^']+?) \[/gm)].map(
    ([, trap, what]) => `${trap} | ${what}`,
  );
  const rows = [...`${table}`.matchAll(/^\| (.+?) \| (.+?) \| `/gm)].map(
    ([, trap, what]) => `${trap} | ${what}`,
  );
  assert.ok(traps.length > 25);
  assert.deepEqual(rows, traps);
});
