import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { booked, wish } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { cancelBooking } from './cancel-booking.ts';
import { moveBooking } from './move-booking.ts';

const held = [opened(), booked('2026-05-20', '2026-06-10')];
const assigned = on('2026-05-21', {
  type: 'visit.assigned',
  case: CASE,
  booking: 'booking_1',
  visitor: 'account_nurse',
});

test('changing a date keeps the old one in the history and frees seat and visitor [CHI-8.14-1]', () => {
  const outcome = moveBooking(given(...held, assigned), wish('2026-06-12'), today('2026-05-22'));
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'booking.moved' && !('refused' in outcome));
  assert.equal(fact.booking, 'booking_1');
  assert.deepEqual(outcome.seats, [
    { act: 'free', slot: 'slot_2026-06-10-1000', ref: 'booking_1' },
    { act: 'take', slot: 'slot_2026-06-12-1000', ref: 'booking_1' },
  ]);
  assert.ok(outcome.release?.every(({ kind }) => kind === 'visitor-time'));
  assert.notEqual(outcome.release?.length, 0);
  const { case: after } = given(...held, assigned, on('2026-05-22', fact));
  assert.deepEqual(after.bookings.bookedDates, ['2026-06-10', '2026-06-12']);
  assert.equal(after.bookings.active?.visitor, undefined);
});

test('a booked date before the due date stays hers although it is moved behind it: born 5 August, due 20 August [CHI-4.2-9]', () => {
  const facts = [
    opened('2026-04-20', { due: date('2026-12-21') }),
    booked('2026-11-20', '2026-12-10'),
    on('2026-12-05', { type: 'case.birth-reported', case: CASE, on: date('2026-12-05'), source: 'phone' }),
  ];
  const outcome = moveBooking(given(...facts), wish('2026-12-25'), today('2026-12-07'));
  assert.equal(refusalOf(outcome), 'decided');
});

test('there is nothing to move without a booking or to the same time', () => {
  assert.equal(
    refusalOf(moveBooking(given(opened()), wish('2026-06-12'), today('2026-05-22'))),
    'no-booking',
  );
  assert.equal(refusalOf(moveBooking(given(...held), wish('2026-06-10'), today('2026-05-22'))), 'same-slot');
});

test('on the evening before, she moves a visit by telephone only but can always give it up', () => {
  const evening = today('2026-06-09', { time: '17:01', actor: 'resident' });
  assert.equal(refusalOf(moveBooking(given(...held), wish('2026-06-12'), evening)), 'change-too-late');
  const outcome = cancelBooking(given(...held), { case: CASE, reason: 'her-wish' }, evening);
  assert.equal(refusalOf(outcome), 'decided');
});

test('cancelling frees the seat and the claim, and the date stays in the history [CHI-8.14-1]', () => {
  const outcome = cancelBooking(given(...held), { case: CASE, reason: 'her-wish' }, today('2026-05-22'));
  const [fact] = factsOf(outcome);
  assert.ok(fact && !('refused' in outcome));
  assert.deepEqual(outcome.seats, [{ act: 'free', slot: 'slot_2026-06-10-1000', ref: 'booking_1' }]);
  assert.deepEqual(outcome.release, [{ kind: 'booking', key: CASE }]);
  const { case: after } = given(...held, on('2026-05-22', fact));
  assert.equal(after.bookings.active, undefined);
  assert.deepEqual(after.bookings.bookedDates, ['2026-06-10']);
  assert.equal(
    refusalOf(cancelBooking({ case: after }, { case: CASE, reason: 'her-wish' }, today('2026-05-22'))),
    'no-booking',
  );
});
