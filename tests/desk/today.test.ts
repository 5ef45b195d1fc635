import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoom } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';

const room = await deskRoom();
const { done, openCase } = deskOf(room);
const operator = await room.sitting('operator');
const clerk = await room.sitting('mailing-clerk');
const mine = await room.sitting('responsible-manager');
const administrator = await room.sitting('administrator');
const auditor = await room.sitting('auditor');
const visitor = await room.sitting('visitor');

test('everybody who signs in has a day; without duties it is quiet and says when there will be some [B-02]', async () => {
  assert.equal((await administrator.get('/')).status, 200);
  for (const one of [auditor, visitor]) {
    const seen = await one.get('/');
    assert.equal(seen.status, 200);
    assert.match(seen.text, /今日までの仕事はありません。期限が近づくと/);
    assert.doesNotMatch(seen.text, /ほかの人を待っているもの|動いているはず/);
  }
});

test('a loss stands on top with its clock, and what waits is counted for whoever may open it [B-02, CHI-8.10-2]', async () => {
  const id = await openCase();
  await done(
    'case.report-loss',
    { case: id, what: 'loss', on: '2026-05-01', source: 'phone' },
    operator.account,
  );
  await done(
    'ward.ask',
    {
      matter: 'matter_today',
      case: id,
      about: 'residence',
      channel: 'phone',
      by: 'health-centre',
      ref: 'c-1',
    },
    operator.account,
  );
  const seen = await operator.get('/');
  assert.match(seen.text, /緊急対応 1件[\s\S]*流産・死産等[\s\S]*までに区へ電話[\s\S]*\/calls\/urgent/);
  assert.match(seen.text, /\/calls\/matters[\s\S]*区の回答を待つ照会[\s\S]*1件/);
  const others = await clerk.get('/');
  assert.doesNotMatch(others.text, /緊急対応 1件|区の回答を待つ照会/);
});

test('a duty is one verb, whose it is, its due day and the one button; many alike are counted [B-02]', async () => {
  for (let nr = 0; nr < 7; nr += 1) await openCase({ opening: { mailWay: 'undecided' } });
  const { text } = await mine.get('/');
  assert.match(text, /送付先の扱いを区に確認する[\s\S]*見本 花子[\s\S]*\/do\/case.name-mail-way\?case=case_/);
  assert.match(text, /ほか2件[\s\S]*\/\?kind=name-mail-way/);
  const all = await mine.get('/?kind=name-mail-way');
  assert.equal(all.text.match(/\/do\/case.name-mail-way/g)?.length, 7);
});

test('opening a day is one line of the log, and a visitor sees duties of her own cases alone [SEC-17-1, CHI-8.3-3]', async () => {
  await operator.get('/');
  const { value } = await auditor.ask('log.entries', {
    from: '2026-05-01',
    to: '2026-05-01',
    actor: operator.account,
    row: 'duty.today',
  });
  const { entries } = (value as { value: { entries: readonly { word: string; screen: string }[] } }).value;
  assert.ok(entries.length > 0 && entries.every(({ word, screen }) => word === 'listed' && screen === '/'));
  const hers = await visitor.ask('duty.today', {});
  assert.deepEqual(hers.value, { value: { mine: [], others: [] } });
});
