import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { booked } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import type { RecordedFact } from '../facts.ts';
import { correctVisit, type Correction } from './correct-visit.ts';

const missed = on('2026-06-10', {
  type: 'visit.missed',
  case: CASE,
  booking: 'booking_1',
  date: date('2026-06-10'),
  reason: 'absent',
});
const before = [opened(), booked('2026-05-20', '2026-06-10')];
const visited = completedVisit('2026-06-10');
const online = completedVisit('2026-06-10', {
  mode: 'online',
  identity: 'three-points',
  stamped: false,
});

const correct = (facts: readonly RecordedFact[], correction: Correction, booking = 'booking_1' as const) =>
  correctVisit(
    given(...before, ...facts),
    { case: CASE, booking, reason: 'typing-error', ...correction },
    today('2026-07-20'),
  );

test('a talk that went over to the telephone is put right by a fact that names the record [CHI-9.1-2]', () => {
  const facts = factsOf(correct([online], { field: 'mode', to: 'phone' }));
  const expected = {
    type: 'fact.corrected',
    of: online.id,
    case: CASE,
    field: 'mode',
    to: 'phone',
    reason: 'typing-error',
  };
  assert.deepEqual(facts, [expected]);
  const [fact] = facts;
  assert.ok(fact);
  const after = given(...before, online, on('2026-07-20', fact)).case.visits.completed;
  assert.equal(after?.mode, 'phone');
  assert.equal(after?.to, '10:13');
});

test('what is put right once can be put right again, and the same twice changes nothing [CHI-9.1-2]', () => {
  const [fact] = factsOf(correct([visited], { field: 'to', to: '10:31' }));
  assert.ok(fact);
  const later = [visited, on('2026-07-20', fact)];
  assert.equal(refusalOf(correct(later, { field: 'to', to: '10:31' })), 'correct-already');
  assert.equal(refusalOf(correct(later, { field: 'to', to: '10:13' })), 'decided');
});

test('a talk ends after it began, whichever of the two is corrected [CHI-8.3-6]', () => {
  assert.equal(refusalOf(correct([visited], { field: 'to', to: '09:59' })), 'times-wrong');
  assert.equal(refusalOf(correct([visited], { field: 'from', to: '10:13' })), 'times-wrong');
  assert.equal(refusalOf(correct([visited], { field: 'from', to: '10:12' })), 'decided');
});

test('a visit at home does not become a talk from afar, and a missed one has no length [CHI-8.8-1]', () => {
  assert.equal(refusalOf(correct([visited], { field: 'mode', to: 'phone' })), 'not-correctable');
  assert.equal(refusalOf(correct([missed], { field: 'to', to: '10:30' })), 'not-correctable');
  assert.equal(refusalOf(correct([visited], { field: 'reason', to: 'absent' })), 'not-correctable');
  assert.equal(refusalOf(correct([], { field: 'mode', to: 'phone' })), 'no-visit-record');
});

test('the price follows the decision of the ward: the flag becomes what the ward had decided for that day [AMB-46]', () => {
  assert.equal(refusalOf(correct([visited], { field: 'followUp', to: 'true' })), 'ward-decided-otherwise');
  const decided = (day: string) =>
    on('2026-06-22', {
      type: 'case.follow-up-decided',
      case: CASE,
      to: true,
      ref: 'ward-12',
      on: date(day),
    });
  const inTime = [visited, decided('2026-06-09')];
  assert.equal(refusalOf(correct(inTime, { field: 'followUp', to: 'true' })), 'decided');
  const after = [visited, decided('2026-06-11')];
  assert.equal(refusalOf(correct(after, { field: 'followUp', to: 'true' })), 'ward-decided-otherwise');
});

test('an absence that was ours does not count against her attempts any more [CHI-8.7-1]', () => {
  const [fact] = factsOf(correct([missed], { field: 'reason', to: 'visitor-side' }));
  assert.ok(fact);
  const [one] = given(...before, missed, on('2026-07-20', fact)).case.visits.missed;
  assert.equal(one?.reason, 'visitor-side');
});
