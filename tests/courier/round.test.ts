import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../support/booking-place.ts';
import { OPEN_DAY } from '../support/portal-room.ts';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, outside, round, fallsSilent, woman, session, applies, sends, moves, checkSeats } = zones;
const { done, manager, operator } = room;

const seatThere = async (slot: string) =>
  (await outside.rows(`select state, ref from seat where slot = '${slot}' order by seat`)).map(
    ({ state }) => state,
  );
const receipts = async (code: Parameters<typeof session>[0]) =>
  Object.values((await session(code)).inside.receipts).map((one) =>
    one.result === 'refused' ? one.code : one.result,
  );

test('a first round tells a new outside everything, and the next one nothing [SEC-14-3]', async () => {
  const her = await woman();
  const first = await round();
  assert.equal(first.anew, 'met');
  assert.equal(first.outward.capsules, 1);
  const state = await outside.end().state({ seats: true });
  assert.equal(state.needsSnapshot, false);
  assert.equal(state.seats?.length, 7 * 8);
  assert.equal(await outside.gate().state(), 'open');
  assert.equal((await session(her.code)).inside.words, 'usual');
  assert.equal((await round()).anew, undefined);
  await fallsSilent();
  await checkSeats();
});

test('an application with a date is a booking inside after one round, and she reads "accepted" after the same [CHI-8.2-1, CHI-8.16-2]', async () => {
  const her = await woman();
  await round();
  const slot = at(OPEN_DAY, '09:00');
  assert.equal(await applies(her.code, slot), 'sent');
  assert.equal((await seatThere(slot)).filter((state) => state === 'taken').length, 1);
  await checkSeats(undefined, false);
  const tally = await round();
  assert.deepEqual([tally.inward.envelopes, tally.inward.accepted], [1, 1]);
  assert.ok((await room.factsOf(her.case)).some(({ type }) => type === 'booking.made'));
  assert.deepEqual(await receipts(her.code), ['accepted']);
  assert.equal((await session(her.code)).inside.booking?.slot, slot);
  await checkSeats();
  await fallsSilent();
});

test('a date that ends inside, by telephone or by a stop, frees its seat outside with the next bundle [CHI-8.14-1]', async () => {
  const [one, other] = [await woman(), await woman()];
  await round();
  const slot = at(OPEN_DAY, '10:00');
  for (const her of [one, other]) assert.equal(await applies(her.code, slot), 'sent');
  await round();
  await done('booking.cancel', { case: one.case, reason: 'her-wish' }, operator);
  await done('booking.cancel', { case: other.case, reason: 'her-wish' }, operator);
  assert.equal((await seatThere(slot)).filter((state) => state === 'taken').length, 2);
  await round();
  assert.deepEqual(new Set(await seatThere(slot)), new Set(['free']));
  await checkSeats();
});

test('what she moves or cancels by her link, and what an operator moves, ends with one seat for one booking [CHI-8.14-1]', async () => {
  const her = await woman();
  await round();
  assert.equal(await applies(her.code, at(OPEN_DAY, '11:00')), 'sent');
  await round();
  assert.equal(await moves(her.code, at(OPEN_DAY, '13:00')), 'sent');
  assert.deepEqual((await round()).inward.refused, {});
  await checkSeats();
  await done(
    'booking.move',
    { case: her.case, slot: at(OPEN_DAY, '14:00'), mode: 'visit', requestedBy: 'herself' },
    operator,
  );
  await round();
  await checkSeats();
  assert.equal(await sends(her.code, { kind: 'cancel-booking', reason: 'health', callBack: false }), 'sent');
  await round();
  await checkSeats();
  for (const start of ['11:00', '13:00', '14:00']) {
    assert.deepEqual(new Set(await seatThere(at(OPEN_DAY, start))), new Set(['free']));
  }
});

test('a date that the inside refuses gives its seat back with the same round, and she learns why [CHI-8.2-1, CHI-8.16-3]', async () => {
  const her = await woman();
  await round();
  const slot = at(OPEN_DAY, '15:00');
  assert.equal(await applies(her.code, slot), 'sent');
  // Meanwhile she had called, and has a date.
  await room.book(her.case, at(OPEN_DAY, '16:00'));
  const tally = await round();
  assert.deepEqual([tally.inward.accepted, tally.inward.withoutDate], [1, 1]);
  assert.equal((await receipts(her.code)).length, 1);
  assert.deepEqual(new Set(await seatThere(slot)), new Set(['free']));
  await checkSeats();
});

test('a day that falls out is told, and nothing of it is given; reopened it is given again [CHI-8.14-1]', async () => {
  const her = await woman();
  await done('booking.open-day', { date: '2026-06-05', visitors: 2, outside: 2 }, manager);
  await round();
  const slot = at('2026-06-05', '09:00');
  await done('booking.close-day', { date: '2026-06-05', reason: 'typhoon' }, manager);
  assert.equal((await round()).outward.days, 1);
  assert.equal(await applies(her.code, slot), 'taken');
  await done('booking.open-day', { date: '2026-06-05', visitors: 2, outside: 2 }, manager);
  await round();
  assert.equal(await applies(her.code, slot), 'sent');
  await round();
  await checkSeats();
});

test('seats asked back come to the telephone once the outside has closed them [CHI-8.16-7]', async () => {
  const [her, caller] = [await woman(), await woman()];
  await done('booking.open-day', { date: '2026-06-08', visitors: 2, outside: 2 }, manager);
  await round();
  const slot = at('2026-06-08', '09:00');
  const wish = { case: caller.case, slot, mode: 'visit', requestedBy: 'herself' };
  assert.equal(await room.said('booking.make', wish, operator), 'taken');
  await done('booking.ask-back', { slot, seats: 2 }, operator);
  assert.equal(await applies(her.code, slot), 'sent');
  await round();
  assert.equal(await room.said('booking.make', wish, operator), 'taken', 'asked, not answered yet');
  await round();
  assert.equal(await room.said('booking.make', wish, operator), 'done');
  assert.equal(await room.said('booking.make', wish, operator), 'already-booked');
  await round();
  await checkSeats();
});

test('free seats go to the portal three days ahead and come back after its cut-off, each with one owner [CHI-8.16-7]', async () => {
  const caller = await woman();
  await done('booking.open-day', { date: '2026-06-10', visitors: 1 }, manager);
  const slot = at('2026-06-10', '09:00');
  room.setNow('2026-06-06', '10:00');
  await round();
  assert.deepEqual(await seatThere(slot), []);
  room.setNow('2026-06-08', '10:00');
  await round();
  assert.deepEqual(await seatThere(slot), ['free']);
  const wish = { case: caller.case, slot, mode: 'visit', requestedBy: 'herself' };
  assert.equal(await room.said('booking.make', wish, operator), 'taken');
  await checkSeats();
  room.setNow('2026-06-09', '17:59');
  await round();
  assert.equal(await room.said('booking.make', wish, operator), 'taken');
  room.setNow('2026-06-09', '18:00');
  await round();
  assert.equal(await room.said('booking.make', wish, operator), 'done');
  await checkSeats();
  room.setNow('2026-05-12');
});

test('nobody but the courier may say what the outside was told [SEC-4-2]', async () => {
  const chapter = { born: 'x', reason: 'met', outwardTaken: 0, inwardMade: 0, whole: true, seats: [] };
  for (const actor of [manager, operator, 'resident', 'system:clock']) {
    assert.equal(await room.said('courier.adopt-seats', chapter, actor), 'denied');
  }
  assert.equal(await room.said('booking.ask-back', { slot: at(OPEN_DAY), seats: 1 }, 'resident'), 'denied');
});
