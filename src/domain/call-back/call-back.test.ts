import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import type { CallBackId } from '../basics/ids.ts';
import { instantAt } from '../basics/instant.ts';
import type { CallBackAbout, CallBackFact } from '../facts/contact.ts';
import type { Fact, NewFact } from '../facts.ts';
import { changeProtection } from '../standing/change-protection.ts';
import { holdCase } from '../standing/hold-case.ts';
import { pause } from '../standing/pause.ts';
import { reportBirth } from '../standing/report-birth.ts';
import { reportDeath } from '../standing/report-death.ts';
import { reportLoss } from '../standing/report-loss.ts';
import { withdraw } from '../standing/withdraw.ts';
import { CALL_BACK_ABOUTS } from './call-back.ts';
import { closeCallBack } from './close-call-back.ts';
import { requestCallBack } from './request-call-back.ts';

const DAY = '2026-06-10';
const resident = today(DAY, { actor: 'resident' });
const operator = today(DAY);

const requested = (
  about: CallBackAbout = 'question',
  callBack: CallBackId = 'call-back_1',
): CallBackFact => ({
  type: 'call-back.requested',
  case: CASE,
  callBack,
  about,
  channel: 'web',
  dueBy: instantAt(date('2026-06-12'), '10:00'),
});
const closed: CallBackFact = {
  type: 'call-back.closed',
  case: CASE,
  callBack: 'call-back_1',
  result: 'reached',
};
const withdrawn: Fact = {
  type: 'case.withdrawn',
  case: CASE,
  by: 'herself',
  channel: 'web',
  package: 'decline',
};
const loss: Fact = { type: 'case.loss-reported', case: CASE, on: date('2026-06-09'), source: 'web' };
const after = (...facts: readonly NewFact[]) => given(opened(), ...facts.map((fact) => on(DAY, fact)));

const ask = (seen = after(), about: CallBackAbout = 'question', context = resident) =>
  requestCallBack(seen, { case: CASE, about, channel: 'web' }, context);

test('a call-back is due like an enquiry, in opening hours only [CHI-8.14-4]', () => {
  const sunday = today('2026-05-10', { actor: 'resident', time: '21:00' });
  assert.deepEqual(factsOf(ask(after(), 'cancel-booking', sunday)), [
    {
      type: 'call-back.requested',
      case: CASE,
      callBack: 'call-back_1',
      about: 'cancel-booking',
      channel: 'web',
      dueBy: '2026-05-12T17:00:00.000+09:00',
    },
  ]);
  assert.equal(refusalOf(ask(given())), 'case-not-open');
});

test('the same asked again while it is open is known; another matter, or after the end, is a new one [CHI-8.14-1]', () => {
  assert.deepEqual(factsOf(ask(after(requested()))), []);
  assert.equal(factsOf(ask(after(requested()), 'other')).length, 1);
  assert.equal(factsOf(ask(after(requested(), closed))).length, 1);
});

test('after a loss, a death, protection or a stop of the ward nobody is called back [CHI-8.14-5, AMB-56]', () => {
  const stops: readonly Fact[] = [
    loss,
    { type: 'case.died', case: CASE, who: 'woman', on: date(DAY), source: 'ward' },
    { type: 'case.died', case: CASE, who: 'child', on: date(DAY), source: 'ward' },
    { type: 'case.protection-changed', case: CASE, to: true, ref: 'W-1' },
    { type: 'case.held', case: CASE, reason: 'ward-stop', ref: 'W-1' },
    { type: 'case.held', case: CASE, reason: 'identity-mismatch' },
  ];
  for (const stop of stops) {
    for (const about of CALL_BACK_ABOUTS) {
      assert.equal(refusalOf(ask(after(stop), about)), 'call-back-stopped', `${stop.type} ${about}`);
      assert.equal(refusalOf(ask(after(stop), about, operator)), 'call-back-stopped');
      assert.equal(refusalOf(ask(after(withdrawn, stop), about)), 'call-back-stopped');
    }
  }
});

test('a withdrawal by the link leaves one call-back about itself, and none to the staff [CHI-8.14-7]', () => {
  for (const about of ['withdraw', 'stop'] as const) {
    assert.equal(factsOf(ask(after(withdrawn), about)).length, 1);
    assert.deepEqual(factsOf(ask(after(withdrawn, requested(about)), about)), []);
    assert.equal(refusalOf(ask(after(withdrawn, requested(about), closed), about)), 'call-back-stopped');
    assert.equal(refusalOf(ask(after(withdrawn), about, operator)), 'call-back-stopped');
  }
  const before = withdraw(after(requested('stop')), { case: CASE, channel: 'web' }, resident);
  assert.equal(factsOf(ask(after(requested('stop'), ...factsOf(before)), 'stop')).length, 1);
  assert.equal(refusalOf(ask(after(withdrawn, requested('withdraw')), 'stop')), 'call-back-stopped');
  for (const about of ['cancel-booking', 'question', 'other'] as const) {
    assert.equal(refusalOf(ask(after(withdrawn), about)), 'call-back-stopped');
  }
});

test('a pause and a closed case keep us from calling unasked, not from what she asks for [CHI-8.14-7]', () => {
  const paused: Fact = {
    type: 'case.paused',
    case: CASE,
    reason: 'hospital',
    until: date('2026-07-01'),
    by: 'herself',
    channel: 'web',
  };
  const ended: Fact = { type: 'case.closed', case: CASE, outcome: 'visited' };
  for (const fact of [paused, ended]) assert.equal(factsOf(ask(after(fact))).length, 1);
});

test('a stop that forbids calls closes what is open in its own transaction, and nothing twice [CHI-8.14-5]', () => {
  const open = after(requested('other'), closed, requested('question', 'call-back_2'));
  const told = { case: CASE, on: date(DAY), source: 'phone' } as const;
  const stopped = [
    reportLoss(open, { ...told, what: 'loss' }, operator),
    reportLoss(open, { ...told, what: 'child-death' }, operator),
    reportDeath(open, told, operator),
    changeProtection(open, { case: CASE, to: true, ref: 'W-1' }, operator),
    withdraw(open, { case: CASE, channel: 'web' }, resident),
    holdCase(open, { case: CASE, reason: 'ward-stop', ref: 'W-1' }, operator),
  ];
  const ends = (outcome: Parameters<typeof factsOf>[0]) =>
    factsOf(outcome).filter(({ type }) => type === 'call-back.closed');
  for (const outcome of stopped) {
    assert.deepEqual(ends(outcome), [
      { type: 'call-back.closed', case: CASE, callBack: 'call-back_2', result: 'stopped' },
    ]);
  }
  const until = date('2026-07-01');
  const rest = { case: CASE, reason: 'her-wish', until, by: 'herself', channel: 'web' } as const;
  assert.deepEqual(ends(pause(open, rest, resident)), []);
  assert.deepEqual(ends(reportBirth(open, told, operator)), []);
});

test('a call-back is closed once, with the result of the call [CHI-8.9-3]', () => {
  const close = (...facts: readonly NewFact[]) =>
    closeCallBack(after(...facts), { case: CASE, callBack: 'call-back_1', result: 'reached' }, operator);
  assert.deepEqual(factsOf(close(requested())), [closed]);
  assert.equal(refusalOf(close()), 'no-such-call-back');
  assert.equal(refusalOf(close(requested(), closed)), 'call-back-closed');
});
