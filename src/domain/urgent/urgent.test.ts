import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { urgentRules } from '../../programmes/chiyoda-visit/urgent.ts';
import { urgentMail } from '../../programmes/words/urgent-mail.ts';
import { date } from '../basics/civil-date.ts';
import { instantAt, type Instant } from '../basics/instant.ts';
import type { UrgentClass } from '../facts/consultation.ts';
import type { NewFact, RecordedFact } from '../facts.ts';
import { acknowledgeUrgent, closeUrgent, raiseUrgent, reportUrgent } from './handle-urgent.ts';
import { urgentDue, urgentState } from './urgent-state.ts';
import { wardCallOrder } from './ward-call-order.ts';

const URGENT = 'urgent_1';
const of = { urgent: URGENT, case: CASE } as const;
const at = (time: string, day = '2026-05-23'): Instant => instantAt(date(day), time);
const timed = (fact: NewFact, time: string): RecordedFact => ({
  ...on('2026-05-23', fact),
  at: at(time),
});
const raised = (urgentClass: UrgentClass = 'u1', time = '22:00') =>
  timed(
    {
      type: 'urgent.raised',
      ...of,
      class: urgentClass,
      channel: 'phone',
      source: 'visit',
      reason: 'bleeding',
    },
    time,
  );
const called = (to: string, reached: boolean, time: string) =>
  timed({ type: 'urgent.reported', ...of, class: 'u1', channel: 'phone', to, reached }, time);
const state = (now: Instant, ...facts: readonly RecordedFact[]) => {
  const [urgent] = given(opened(), ...facts).case.urgents;
  assert.ok(urgent);
  return urgentState(urgent, now, urgentRules);
};

test('u1 runs 30 minutes by the clock, at night too, until somebody of the ward is reached [CHI-8.10-2]', () => {
  assert.deepEqual(state(at('22:30'), raised()), {
    state: 'open',
    dueAt: at('22:30'),
    overdue: false,
    callNext: 'ward-night-desk',
  });
  assert.equal(state(at('22:31'), raised()).overdue, true);
  const tried = [raised(), called('ward-night-desk', false, '22:05')];
  assert.equal(state(at('22:06'), ...tried).callNext, 'health-centre-duty');
  const reached = [...tried, called('health-centre-chief', true, '22:20')];
  assert.deepEqual(state(at('23:59'), ...reached), { state: 'reached', dueAt: at('22:30'), overdue: false });
  const late = [...tried, called('health-centre-chief', true, '22:31')];
  assert.equal(state(at('22:40'), ...late).overdue, true);
});

test('after the last function on the list the first is called again [CHI-8.10-2]', () => {
  const calls = urgentRules.contacts.map((to) => called(to, false, '22:05'));
  assert.equal(state(at('22:06'), raised(), ...calls).callNext, urgentRules.nightDesk);
});

test('by day the offices are called in their order, at night and on days without an office the night desk first [CHI-8.10-2, SEC-7-7]', () => {
  const first = (time: string, day: string) => wardCallOrder(at(time, day), urgentRules)[0];
  assert.equal(first('08:30', '2026-05-22'), 'health-centre-duty');
  assert.equal(first('16:59', '2026-05-22'), 'health-centre-duty');
  assert.equal(first('08:29', '2026-05-22'), 'ward-night-desk');
  assert.equal(first('17:00', '2026-05-22'), 'ward-night-desk');
  assert.equal(first('11:00', '2026-05-23'), 'ward-night-desk');
  assert.equal(first('11:00', '2026-05-05'), 'ward-night-desk');
  assert.equal(wardCallOrder(at('23:00'), urgentRules).length, urgentRules.contacts.length);
});

test('u2 and a loss are due the same day, u3 by the end of the next office day [CHI-8.10-2, CHI-8.14-5]', () => {
  const due = (urgentClass: UrgentClass) => urgentDue(urgentClass, at('22:00'), urgentRules);
  assert.equal(due('u2'), at('23:59'));
  assert.equal(due('loss'), at('23:59'));
  assert.equal(due('u3'), at('17:00', '2026-05-25'));
  const friday = instantAt(date('2026-05-01'), '10:00');
  assert.equal(urgentDue('u3', friday, urgentRules), at('17:00', '2026-05-07'));
});

test('mail reaches nobody, only functions of the list are called, and every step has its moment [CHI-8.10-2]', () => {
  const seen = given(opened(), raised());
  const report = (to: string, channel: 'phone' | 'email', reached: boolean) =>
    refusalOf(reportUrgent(seen, { ...of, to, reached, channel }, today('2026-05-23')));
  assert.equal(report('health-centre-duty', 'email', true), 'mail-is-no-call');
  assert.equal(report('health-centre-duty', 'email', false), 'decided');
  assert.equal(report('somebody', 'phone', true), 'unknown-contact');
  assert.equal(report('ward-night-desk', 'phone', true), 'decided');
});

test('an urgent case is closed only after the ward has acknowledged it [CHI-8.10-2]', () => {
  const close = (...facts: readonly RecordedFact[]) =>
    refusalOf(
      closeUrgent(
        given(opened(), ...facts),
        { ...of, outcome: 'ward-visits', channel: 'phone' },
        today('2026-05-23'),
      ),
    );
  assert.equal(close(), 'no-such-urgent');
  assert.equal(close(raised()), 'not-acknowledged');
  const [fact] = factsOf(
    acknowledgeUrgent(
      given(opened(), raised()),
      { ...of, by: 'health-centre-chief', ref: 'W-3', channel: 'phone' },
      today('2026-05-23'),
    ),
  );
  assert.ok(fact);
  const acknowledged = [raised(), timed(fact, '22:10')];
  assert.equal(state(at('22:40'), ...acknowledged).state, 'acknowledged');
  assert.equal(state(at('22:40'), ...acknowledged).overdue, false);
  assert.equal(close(...acknowledged), 'decided');
  const closed = timed(
    { type: 'urgent.closed', ...of, class: 'u1', channel: 'phone', outcome: 'x' },
    '22:50',
  );
  assert.equal(close(...acknowledged, closed), 'urgent-closed');
  assert.equal(state(at('23:00'), ...acknowledged, closed).state, 'closed');
});

test('raising keeps the words in the vault and tells the ward by number only [CHI-8.10-2, SEC-10-4]', () => {
  const outcome = raiseUrgent(
    given(opened()),
    {
      ...of,
      class: 'u1',
      source: 'visit',
      reason: 'bleeding',
      channel: 'visit',
      words: '出血があるとのこと',
    },
    today('2026-05-23'),
  );
  assert.ok(!('refused' in outcome));
  assert.equal(outcome.keep?.[0]?.section, 'consultation');
  assert.deepEqual(outcome.send, [{ queue: 'ward-notice', ref: URGENT, case: CASE }]);
  assert.doesNotMatch(JSON.stringify(outcome.facts), /[^\x20-\x7e]/);
  const mail = urgentMail('26-0123', at('22:00'));
  assert.deepEqual((mail.subject + mail.body).match(/26-0123/g), ['26-0123']);
  assert.doesNotMatch(mail.subject + mail.body, /妊|出血|u1|urgent|case_/);
});
