import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { executeEach } from '../execute-each.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { at, bookingPlace } from '../../../tests/support/booking-place.ts';

const house = await bookingPlace();
const { place, manager, operator, done, said, answer, openCase, openDay, book } = house;

type Offer = { readonly slot: string; readonly when: string; readonly online: string };
const offers = async (id: string, actor: string = operator, more = {}) => {
  const [visit] = await answer<{ readonly offers: readonly Offer[] }>(
    'booking.slots',
    { case: id, ...more },
    actor,
  );
  return visit?.offers ?? [];
};
const wish = (id: string, slot: string) => ({ case: id, slot, mode: 'visit', requestedBy: 'herself' });

test('fifty women ask for one seat at the same moment: exactly one gets it [CHI-8.16-7]', async () => {
  await openDay('2026-06-01', 1);
  const cases = await Promise.all(Array.from({ length: 50 }, () => openCase()));
  const outcomes = await Promise.all(
    cases.map((id) => said('booking.make', wish(id, at('2026-06-01')), operator)),
  );
  const count = (what: string) => outcomes.filter((one) => one === what).length;
  assert.deepEqual([count('done'), count('taken')], [1, 49]);
  const rows = await place.database.reader.rows({
    name: 'test-seats',
    text: `select s.ref, (select count(*)::int from p_booking b where b.slot = s.slot) as bookings
           from seat s where s.slot = 'slot_2026-06-01-1000' and s.state = 'taken'`,
  });
  assert.equal(rows.length, 1);
  assert.equal(rows[0]?.['bookings'], 1);
});

test('one woman is booked on fifty screens at once: one booking, one seat [CHI-8.3-5]', async () => {
  await openDay('2026-06-02', 60);
  const id = await openCase();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => said('booking.make', wish(id, at('2026-06-02')), operator)),
  );
  const count = (what: string) => outcomes.filter((one) => one === what).length;
  assert.deepEqual([count('done'), count('already-booked')], [1, 49]);
  const [slot] = await answer<{ readonly taken: number }>(
    'booking.reserve',
    { from: '2026-06-02', to: '2026-06-02' },
    manager,
  );
  const tens = await answer<{ readonly slot: string; readonly taken: number }>(
    'booking.reserve',
    { from: '2026-06-02', to: '2026-06-02' },
    manager,
  );
  assert.equal(slot?.taken, 0);
  assert.equal(tens.find((one) => one.slot === at('2026-06-02'))?.taken, 1);
});

test('three seats are given to three of ten who ask at once', async () => {
  await openDay('2026-06-03', 3);
  const cases = await Promise.all(Array.from({ length: 10 }, () => openCase()));
  const outcomes = await Promise.all(
    cases.map((id) => said('booking.make', wish(id, at('2026-06-03')), operator)),
  );
  assert.equal(outcomes.filter((one) => one === 'done').length, 3);
  assert.equal(outcomes.filter((one) => one === 'taken').length, 7);
});

test('in a list of wishes a full time is told to whom it is full, and the others get theirs [CHI-8.16-7]', async () => {
  await openDay('2026-06-18', 1);
  const cases = await Promise.all([openCase(), openCase(), openCase()]);
  const times = [at('2026-06-18'), at('2026-06-18'), at('2026-06-18', '13:00')];
  const calls = cases.map((id, nth) => ({ row: 'booking.make', input: wish(id, times[nth] ?? '') }));
  const outcome = await executeEach(place.parts, calls, { actor: operator }, () => Promise.resolve());
  assert.ok(outcome.ok, JSON.stringify(outcome));
  assert.deepEqual(
    [...outcome.value.refused].map(([nth, { refused }]) => [nth, refused]),
    [[1, 'taken']],
  );
});

test('a moved booking frees its seat in the same moment, and two women can change places [CHI-8.14-1]', async () => {
  await openDay('2026-06-04', 1);
  const first = await openCase();
  const second = await openCase();
  await book(first, at('2026-06-04', '09:00'));
  await book(second, at('2026-06-04', '10:00'));
  assert.equal(await said('booking.move', wish(first, at('2026-06-04', '10:00')), operator), 'taken');
  const both = await place.execute(
    [
      { row: 'booking.move', input: wish(first, at('2026-06-04', '10:00')) },
      { row: 'booking.move', input: wish(second, at('2026-06-04', '09:00')) },
    ],
    { actor: operator },
  );
  assert.ok(both.ok);
  await done('booking.cancel', { case: first, reason: 'her-wish' }, 'resident');
  await book(first, at('2026-06-04', '10:00'));
});

test('a seat that is held is kept for some minutes, then it is free again', async () => {
  await openDay('2026-06-05', 1);
  const [first, second] = [await openCase(), await openCase()];
  const held = randomIds().fresh('booking');
  const slot = at('2026-06-05');
  await done('booking.hold', { case: first, slot, held }, operator);
  assert.equal(await said('booking.make', wish(second, slot), operator), 'taken');
  assert.ok(!(await offers(second)).some((offer) => offer.slot === slot));
  const facts = await done('booking.make', { ...wish(first, slot), held }, operator);
  assert.equal((facts[0] as { readonly booking?: string } | undefined)?.booking, held);

  const other = at('2026-06-05', '11:00');
  await done('booking.hold', { case: second, slot: other, held: randomIds().fresh('booking') }, operator);
  const third = await openCase();
  house.setNow('2026-05-20', '10:09');
  assert.equal(await said('booking.make', wish(third, other), operator), 'taken');
  house.setNow('2026-05-20', '10:10');
  assert.equal(await said('booking.make', wish(third, other), operator), 'done');
  house.setNow('2026-05-20');
});

test('a seat of the outside is never given by the inside', async () => {
  await done('booking.open-day', { date: '2026-06-08', visitors: 2, outside: 1 }, manager);
  const slot = at('2026-06-08');
  assert.equal(await said('booking.make', wish(await openCase(), slot), operator), 'done');
  assert.equal(await said('booking.make', wish(await openCase(), slot), operator), 'taken');
});

test('a time that was never opened has no seat', async () => {
  assert.equal(await said('booking.make', wish(await openCase(), at('2026-06-09')), operator), 'taken');
});

test('the free times begin with her 8th month, and a full time is not offered [CHI-4.2-4, CHI-8.16-7]', async () => {
  await openDay('2026-05-25', 1);
  await openDay('2026-06-10', 1);
  const id = await openCase();
  await book(await openCase(), at('2026-06-10'));
  const found = await offers(id);
  assert.equal(found[0]?.when, 'month8');
  assert.equal(found.at(-1)?.when, 'before');
  const day = found.filter((offer) => offer.slot.startsWith('slot_2026-06-10'));
  assert.equal(day.length, 6);
});

test('a day falls out in one act: no seat is given any more and its women are listed to be called [CHI-8.14-1]', async () => {
  await openDay('2026-06-11', 2);
  const id = await openCase();
  const booking = await book(id, at('2026-06-11'));
  await done('booking.close-day', { date: '2026-06-11', reason: 'typhoon' }, manager);
  assert.equal(await said('booking.make', wish(await openCase(), at('2026-06-11')), operator), 'taken');
  const listed = await answer<{ readonly booking: string; readonly fields: Record<string, string> }>(
    'booking.rebook',
    {},
    operator,
  );
  assert.deepEqual(
    listed.map((row) => row.booking),
    [booking],
  );
  assert.ok(listed[0]?.fields['contact.phone']);
  await openDay('2026-06-12', 1);
  await done('booking.move', wish(id, at('2026-06-12')), operator);
  assert.deepEqual(await answer('booking.rebook', {}, operator), []);
});

test('when only the last visitor of a time is free the board says so [CHI-6.2-2]', async () => {
  await openDay('2026-06-15', 2);
  const warning = async (start: string) => {
    const rows = await answer<{ readonly slot: string; readonly warning?: string }>(
      'booking.reserve',
      { from: '2026-06-15', to: '2026-06-15' },
      manager,
    );
    return rows.find((row) => row.slot === at('2026-06-15', start))?.warning;
  };
  assert.equal(await warning('10:00'), undefined);
  await book(await openCase(), at('2026-06-15'));
  assert.equal(await warning('10:00'), 'no-reserve');
  await book(await openCase(), at('2026-06-15'));
  assert.equal(await warning('10:00'), 'full');
});

test('fewer visitors on duty take away free seats only', async () => {
  await openDay('2026-06-16', 3);
  await book(await openCase(), at('2026-06-16'));
  await openDay('2026-06-16', 1);
  const rows = await answer<{ readonly seats: number; readonly free: number; readonly slot: string }>(
    'booking.reserve',
    { from: '2026-06-16', to: '2026-06-16' },
    manager,
  );
  assert.ok(rows.every((row) => row.seats === 1));
  assert.equal(rows.find((row) => row.slot === at('2026-06-16'))?.free, 0);
});

test('days are opened by the manager alone, dates given by no clerk, visitor or administrator [SEC-4-2]', async () => {
  const others = ['visitor', 'mailing-clerk', 'administrator', 'ward-staff', 'auditor'] as const;
  const id = await openCase();
  for (const role of others) {
    const account = await house.person(role);
    assert.equal(await said('booking.make', wish(id, at('2026-06-17')), account), 'denied');
    assert.equal(await said('booking.cancel', { case: id, reason: 'x' }, account), 'denied');
    const shown = await place.ask('booking.day', { date: '2026-06-17' }, { actor: account });
    assert.ok(!shown.ok && shown.error.refused === 'denied');
  }
  assert.equal(await said('booking.open-day', { date: '2026-06-17', visitors: 1 }, operator), 'denied');
  assert.equal(await said('booking.open-day', { date: '2026-06-17', visitors: 1 }, 'resident'), 'denied');
});

test('all that was booked, moved and closed here stands in the tables as the journal tells it', async () => {
  const { place } = house;
  const check = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(check.differences, []);
});
