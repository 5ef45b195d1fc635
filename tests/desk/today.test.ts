import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayUse } from '../../src/apps/desk/rights.ts';
import { ROUTES } from '../../src/apps/desk/routes.ts';
import { DUTY_WAYS, WATCH_WAYS } from '../../src/apps/desk/screens/today-ways.ts';
import { deskRouter } from '../../src/apps/desk/ways.ts';
import { HARM, type DutyKind } from '../../src/domain/duties/duty.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import { showCase } from '../../src/gate/inside/case.ts';
import { ROLE_NAMES } from '../../src/gate/inside/account.ts';
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
  const hers = await administrator.get('/');
  assert.match(
    hers.text,
    /復元の訓練をする[\s\S]*\/do\/duty\.close\?duty=programme~rehearse-restore~2026-04/,
  );
  assert.doesNotMatch(hers.text, /ほかの人を待っているもの|動いているはず|case_|\/cases/);
  assert.equal(
    (await administrator.get('/do/duty.close?duty=programme~rehearse-restore~2026-04')).status,
    200,
  );
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
  const rest = await mine.get('/?kind=name-mail-way&from=5');
  assert.match(rest.text, /6〜7件目を表示 \/ 全7件/);
  assert.equal(rest.text.match(/\/do\/case.name-mail-way/g)?.length, 2);
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

/** Whose duty each is, as B-02 and section 13 name them, and what its key ends in. */
const OWNERS: Readonly<Record<DutyKind, readonly [RoleName, key?: string]>> = {
  'name-mail-way': ['responsible-manager'],
  'send-letter': ['mailing-clerk', 'case_1/send-letter/notice'],
  'post-printed': ['mailing-clerk', 'case_1/post-printed/piece_1'],
  'pull-piece': ['mailing-clerk', 'case_1/pull-piece/piece_1'],
  'ask-back-piece': ['mailing-clerk', 'case_1/ask-back-piece/piece_1'],
  'trace-piece': ['mailing-clerk', 'case_1/trace-piece/piece_1'],
  'settle-message': ['operator', 'case_1/settle-message/message_1'],
  'call-instead': ['operator', 'case_1/call-instead/message_1'],
  'review-return': ['responsible-manager', 'case_1/review-return/piece_1'],
  'tell-ward-unreachable': ['responsible-manager'],
  'decide-follow-up': ['ward-staff'],
  'answer-hold': ['responsible-manager', 'case_1/answer-hold/package-ward'],
  'assign-visitor': ['responsible-manager', 'case_1/assign-visitor/booking_1'],
  'enter-visit-result': ['visitor', 'case_1/enter-visit-result/booking_1'],
  'visit-before-due-date': ['operator'],
  'receive-referral': ['ward-staff', 'case_1/receive-referral/referral-1'],
  'ask-ward-entitlement': ['responsible-manager'],
  'decide-after-loss': ['responsible-manager'],
  'send-package': ['mailing-clerk'],
  'remind-overseas': ['operator', 'case_1/remind-overseas/30'],
  'resume-after-pause': ['operator'],
  'expire-right': ['responsible-manager'],
  'ready-for-visits': ['responsible-manager', 'programme/ready-for-visits'],
  'approve-notice-text': ['responsible-manager', 'programme/approve-notice-text'],
  'ask-cohort-decision': ['responsible-manager', 'programme/ask-cohort-decision'],
  'close-month': ['responsible-manager', 'programme/close-month/2026-05'],
  'annual-report': ['responsible-manager', 'programme/annual-report'],
  'hold-survey': ['responsible-manager', 'programme/hold-survey'],
  'count-stock': ['mailing-clerk', 'programme/count-stock/2026-05'],
  'review-log': ['access-approver', 'programme/review-log/2026-05'],
  'review-access': ['access-approver', 'programme/review-access/2026-06'],
  'look-at-lock': ['administrator', 'account/account_1/look-at-lock'],
  'rehearse-restore': ['administrator', 'programme/rehearse-restore/2026-04'],
  'return-take-out': ['work-supervisor', 'handover/matter_1/return'],
  'ask-disposal': ['responsible-manager', 'retention/ask-disposal/papers'],
  'carry-out-disposal': ['responsible-manager', 'disposal/matter_1/carry-out'],
};

const find = deskRouter(ROUTES);

/** Whether a page stands under the address, with all that it names, and is open to somebody with this role. */
function isOpenTo(role: RoleName, address: string): boolean {
  const { pathname, searchParams } = new URL(address, room.origin);
  const found = find('GET', pathname);
  if (!('route' in found)) return false;
  const { route } = found.route;
  if (route.kind !== 'screen' && route.kind !== 'act') return false;
  const given = route.kind === 'act' ? route.given.map((name) => searchParams.get(name) ?? '') : [];
  const named = [...Object.values(found.params), ...given];
  // The page of a case asks part by part; without who she is there is nothing to be done on it.
  const needs = route.kind === 'act' ? [route.row] : route.path === '/cases/:case' ? [showCase] : route.asks;
  return (
    named.every((value) => /^[\w.:~-]{1,128}$/.test(value)) &&
    needs.every((row) => mayUse(room.desk, { actor: 'account_x', roles: [role] }, row))
  );
}

test('the one button of every duty leads to a page that its owner may open [B-02]', () => {
  const wrong = (Object.keys(HARM) as DutyKind[]).flatMap((kind) => {
    const [owner, key = `case_1/${kind}`] = OWNERS[kind];
    const of = { case: 'case_1', due: '2026-05-20', key };
    return [of, { ...of, batch: 'batch_1' }]
      .map((one) => DUTY_WAYS[kind].href(one))
      .filter((address) => !isOpenTo(owner, address))
      .map((address) => `${kind} of ${owner}: ${address}`);
  });
  assert.deepEqual(wrong, []);
});

test('what should have moved leads to a page that somebody who counts it may open [B-02] [INC-20]', async () => {
  const wrong = Object.values(WATCH_WAYS).filter(
    ({ href }) => !ROLE_NAMES.some((role) => isOpenTo(role, href)),
  );
  assert.deepEqual(wrong, []);
});
