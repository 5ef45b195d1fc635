import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fateOf, outcome, readRows, type Fate } from '../../../tests/support/read-ward-list.ts';
import { change, type Cells } from '../../../tests/support/ward-file.ts';

/** The table of traps of the changes list. {} is: taken without a word. */
const changeTraps: readonly (readonly [trap: string, changes: Cells, fate: Fate])[] = [
  ['a change without a fault', {}, {}],
  ['a birth date that cannot be read', { 生年月日: '080402' }, { asked: ['date-year-unclear 生年月日'] }],
  ['no kana', { 氏名カナ: '' }, { asked: ['blank 氏名カナ'] }],
  ['an unknown kind', { 異動種別: '死亡' }, { refused: ['change-kind-unknown 異動種別'] }],
  ['死産 for 死産等', { 異動種別: '死産' }, {}],
  ['a loss without a date', { 異動種別: '死産等', 異動日: '' }, { asked: ['change-date-missing 異動日'] }],
  [
    'a move without an address',
    { 異動種別: '区内転居' },
    { asked: ['new-address-missing 新郵便番号', 'new-address-missing 新住所'] },
  ],
  [
    'a new name without its kana',
    { 異動種別: '氏名変更', 新氏名: '手本 花子' },
    { asked: ['new-name-missing 新氏名カナ'] },
  ],
  ['a new due date left out', { 異動種別: '予定日変更' }, { asked: ['new-due-date-missing 新予定日'] }],
  [
    'the end of a protection',
    { 異動種別: '支援措置終了' },
    { asked: ['protection-end-needs-ward 異動種別'] },
  ],
];

for (const [trap, changes, expected] of changeTraps) {
  test(`changes: ${trap} → ${outcome(expected)} [CHI-8.1-3]`, async () => {
    assert.deepEqual(await fateOf(change(1, changes), 'changes'), expected);
  });
}

test('several changes may happen to one woman; the same line twice is one change [CHI-8.1-3]', async () => {
  const list = await readRows(
    [change(1), change(1, { 異動種別: '転出取消' }), change(1, { 異動日: '2026-05-10' })],
    { kind: 'changes' },
  );
  assert.equal(list.rows.length, 2);
  assert.deepEqual(list.repeated, [{ line: 4, sameAs: 2 }]);
});

test('a refused change still tells whose post must be held [CHI-8.1-3]', async () => {
  const list = await readRows([change(1), change(2, { 異動種別: '不明' }), change(3)], { kind: 'changes' });
  assert.equal(list.refused[0]?.reference, '26-00002');
});

const words =
  '転出 転出取消 再転入 区内転居 住所訂正 送付先変更 出生 死産等 児死亡 本人死亡 支援措置開始 支援措置終了 ' +
  '要フォロー認定 要フォロー取消 発送停止 停止解除 氏名変更 予定日変更 取消';

test('every word of 異動種別 that was agreed is known, and no two mean the same [CHI-8.1-3]', async () => {
  const kinds = words.split(' ');
  const list = await readRows(
    kinds.map((kind, index) => change(index + 1, { 異動種別: kind })),
    { kind: 'changes' },
  );
  assert.ok(list.kind === 'changes');
  assert.equal(new Set(list.rows.map(({ row }) => row.kind)).size, kinds.length);
});
