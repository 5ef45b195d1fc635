import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAccount, noAccount } from '../access/account.ts';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { assignVisitor } from './assign-visitor.ts';
import { qualifyVisitor } from './qualify-visitor.ts';
import { trainVisitor } from './train-visitor.ts';

const NURSE = 'account_nurse';
const TOPICS = chiyodaVisit.rules.visits.trainingTopics;

const granted = (until = '2027-03-31') => [
  on('2026-04-01', { type: 'account.opened', account: NURSE, holder: 'h' }),
  on('2026-04-01', {
    type: 'access.granted',
    account: NURSE,
    request: 'request_1',
    role: 'visitor',
    until: date(until),
    by: 'system:init',
  }),
];
const qualified = on('2026-04-02', {
  type: 'visitor.qualified',
  account: NURSE,
  licence: 'nurse',
  checkedOn: date('2026-04-02'),
});
const trained = (topics: readonly string[]) =>
  topics.map((topic) =>
    on('2026-04-03', {
      type: 'training.recorded',
      account: NURSE,
      topic,
      on: date('2026-04-03'),
      material: 'v1',
    }),
  );
const account = (...facts: readonly RecordedFact[]) => facts.reduce(evolveAccount, noAccount);
const ready = account(...granted(), qualified, ...trained(TOPICS));

const assign = (state: typeof ready, ...more: readonly RecordedFact[]) =>
  assignVisitor(
    { ...given(opened(), booked('2026-05-20', '2026-06-10'), ...more), account: state },
    { case: CASE, booking: 'booking_1', visitor: NURSE },
    today('2026-05-21'),
  );

test('a qualified and trained visitor is assigned and her hour is claimed [CHI-8.2-2, CHI-8.3-7]', () => {
  const outcome = assign(ready);
  assert.deepEqual(factsOf(outcome), [
    { type: 'visit.assigned', case: CASE, booking: 'booking_1', visitor: NURSE },
  ]);
  assert.ok(!('refused' in outcome));
  // 30 minutes and the way to the next visit lie within 10:00 to 11:00.
  assert.deepEqual(outcome.claim, [
    { kind: 'visitor-time', key: `${NURSE}/2026-06-10/20` },
    { kind: 'visitor-time', key: `${NURSE}/2026-06-10/21` },
  ]);
});

test('a visitor without a checked licence cannot be assigned [CHI-6.2-1]', () => {
  const outcome = assign(account(...granted(), ...trained(TOPICS)));
  assert.deepEqual(outcome, { refused: 'visitor-not-ready', lacks: ['licence'] });
});

test('a missing topic of the training blocks the assignment and is named [CHI-8.11-1]', () => {
  for (const topic of TOPICS) {
    const others = TOPICS.filter((one) => one !== topic);
    assert.deepEqual(assign(account(...granted(), qualified, ...trained(others))), {
      refused: 'visitor-not-ready',
      lacks: [topic],
    });
  }
});

test('her right must last to the day of the visit [CHI-6.2-1]', () => {
  const until = (day: string) => assign(account(...granted(day), qualified, ...trained(TOPICS)));
  assert.deepEqual(until('2026-06-09'), { refused: 'visitor-not-ready', lacks: ['role'] });
  assert.equal(refusalOf(until('2026-06-10')), 'decided');
});

test('another visitor in her place gives the first one her time back [CHI-8.3-3]', () => {
  const before = on('2026-05-20', {
    type: 'visit.assigned',
    case: CASE,
    booking: 'booking_1',
    visitor: 'account_first',
  });
  const outcome = assign(ready, before);
  assert.ok(!('refused' in outcome));
  assert.ok(outcome.release?.every(({ key }) => key.startsWith('account_first/')));
  assert.equal(outcome.release?.length, 2);
  assert.equal(refusalOf(assign(ready, { ...before, visitor: NURSE })), 'visitor-assigned-already');
});

test('a midwife shows her nurse licence: her own alone is not accepted [CHI-6.2-1]', () => {
  const check = (licence: string, checkedOn = '2026-04-02') =>
    refusalOf(
      qualifyVisitor(
        { account: account(...granted()) },
        { account: NURSE, licence, number: '12345', checkedOn: date(checkedOn) },
        today('2026-04-02'),
      ),
    );
  assert.equal(check('midwife'), 'licence-not-accepted');
  assert.equal(check('nurse'), 'decided');
  assert.equal(check('public-health-nurse'), 'decided');
  assert.equal(check('nurse', '2026-04-03'), 'day-to-come');
});

test('training is recorded by topic, day and version of the material [CHI-8.11-1]', () => {
  const train = (topic: string, day = '2026-04-02') =>
    trainVisitor(
      { account: account(...granted()) },
      { account: NURSE, topic, on: date(day), material: 'v1' },
      today('2026-04-02'),
    );
  assert.deepEqual(factsOf(train('manners')), [
    { type: 'training.recorded', account: NURSE, topic: 'manners', on: '2026-04-02', material: 'v1' },
  ]);
  assert.equal(refusalOf(train('cooking')), 'no-such-topic');
  assert.equal(refusalOf(train('manners', '2026-04-03')), 'day-to-come');
});
