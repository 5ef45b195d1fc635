import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { MissedReason } from '../facts/visit.ts';
import { booked, wish } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { endUnvisited } from './end-unvisited.ts';
import { missVisit } from './miss-visit.ts';
import { raiseCap } from './raise-cap.ts';

const held = [opened(), booked('2026-05-20', '2026-06-10')];
const missed = (day: string, reason: MissedReason, attempt: number) => [
  booked('2026-05-20', day, { booking: `booking_${attempt}`, attempt }),
  on(day, { type: 'visit.missed', case: CASE, booking: `booking_${attempt}`, date: date(day), reason }),
];
const third = wish('2026-06-18');

test('an absence is recorded with time, calls and note, and the re-visit is linked to it [CHI-8.7-1]', () => {
  const outcome = missVisit(
    given(...held),
    { case: CASE, booking: 'booking_1', reason: 'absent', time: '10:05', calls: 2, noteLeft: true },
    today('2026-06-10', { time: '10:10' }),
  );
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'visit.missed' && !('refused' in outcome));
  assert.deepEqual([fact.time, fact.calls, fact.noteLeft], ['10:05', 2, true]);
  assert.deepEqual(outcome.release, [{ kind: 'booking', key: CASE }]);
  const again = makeBooking(given(...held, on('2026-06-10', fact)), third, today('2026-06-11'));
  const [revisit] = factsOf(again);
  assert.ok(revisit?.type === 'booking.made');
  assert.deepEqual([revisit.attempt, revisit.revisitOf], [2, 'booking_1']);
});

test('a third attempt by an operator is refused; the manager can allow it with a reason [CHI-8.7-2]', () => {
  const twice = [opened(), ...missed('2026-06-10', 'absent', 1), ...missed('2026-06-12', 'others-only', 2)];
  assert.deepEqual(makeBooking(given(...twice), third, today('2026-06-13')), {
    refused: 'attempts-used',
    attempts: 2,
  });
  const manager = today('2026-06-13', { actor: 'account_manager' });
  const [raised] = factsOf(raiseCap(given(...twice), { case: CASE, reason: 'in-hospital-then' }, manager));
  assert.deepEqual(raised, {
    type: 'visit.cap-raised',
    case: CASE,
    by: 'account_manager',
    reason: 'in-hospital-then',
  });
  assert.ok(raised);
  const allowed = [...twice, on('2026-06-13', raised)];
  assert.equal(refusalOf(makeBooking(given(...allowed), third, today('2026-06-13'))), 'decided');
  const fourth = [...allowed, ...missed('2026-06-18', 'absent', 3)];
  assert.equal(
    refusalOf(makeBooking(given(...fourth), wish('2026-06-19'), today('2026-06-18'))),
    'attempts-used',
  );
});

test('the cap is raised only when the attempts are used up, and by a person', () => {
  const once = given(opened(), ...missed('2026-06-10', 'absent', 1));
  const raise = { case: CASE, reason: 'x' } as const;
  assert.equal(refusalOf(raiseCap(once, raise, today('2026-06-13'))), 'attempts-left');
  assert.equal(
    refusalOf(raiseCap(once, raise, today('2026-06-13', { actor: 'system:clock' }))),
    'not-a-person',
  );
});

test('only absent and others-only use up an attempt [CHI-8.7-2, CHI-8.3-5]', () => {
  const counting: Readonly<Record<MissedReason, boolean>> = {
    absent: true,
    'others-only': true,
    refused: false,
    'visitor-side': false,
    closure: false,
    'wrong-address': false,
    hospital: false,
    born: false,
    moved: false,
  };
  for (const [reason, counts] of Object.entries(counting) as [MissedReason, boolean][]) {
    const facts = [opened(), ...missed('2026-06-10', reason, 1), ...missed('2026-06-12', reason, 2)];
    const expected = counts ? 'attempts-used' : 'decided';
    assert.equal(refusalOf(makeBooking(given(...facts), third, today('2026-06-13'))), expected, reason);
  }
});

test('nobody is absent before the time of the visit, and nothing is missed before its day [CHI-8.7-1]', () => {
  const miss = (reason: MissedReason, day: string, time: string) =>
    refusalOf(missVisit(given(...held), { case: CASE, booking: 'booking_1', reason }, today(day, { time })));
  assert.equal(miss('absent', '2026-06-10', '09:59'), 'visit-not-yet');
  assert.equal(miss('absent', '2026-06-10', '10:00'), 'decided');
  assert.equal(miss('hospital', '2026-06-10', '08:00'), 'decided');
  assert.equal(miss('hospital', '2026-06-09', '12:00'), 'visit-not-yet');
});

test('a woman who turns out to have moved is told to the ward [CHI-4.2-1] [INC-28]', () => {
  const outcome = missVisit(
    given(...held),
    { case: CASE, booking: 'booking_1', reason: 'moved' },
    today('2026-06-10'),
  );
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.send, [{ queue: 'ward-notice', ref: 'moved/booking_1', case: CASE }]);
});

test('a case whose visit cannot be carried out ends without a package [CHI-8.7-3]', () => {
  const twice = [opened(), ...missed('2026-06-10', 'absent', 1), ...missed('2026-06-12', 'absent', 2)];
  const facts = factsOf(endUnvisited(given(...twice), { case: CASE }, today('2026-06-13')));
  assert.deepEqual(
    facts.map(({ type }) => type),
    ['benefit.withheld', 'case.closed'],
  );
  assert.equal(
    refusalOf(endUnvisited(given(...held), { case: CASE }, today('2026-06-01'))),
    'already-booked',
  );
});
