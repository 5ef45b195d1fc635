import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitRecord } from '../../../tests/support/booked.ts';
import { at, bookingPlace } from '../../../tests/support/booking-place.ts';
import { readPdf } from '../../../tests/support/read-pdf.ts';
import { overseasLetter } from './overseas-letter.ts';

const house = await bookingPlace('2026-05-20');
const { place, manager, operator, done, openCase, openDay, book, setNow } = house;
const nurse = await house.visitor();

test('the letter to a woman abroad names the last day of her right, and only while her package waits [CHI-8.8-10, DOC-20]', async () => {
  await openDay('2026-06-10', 4);
  const id = await openCase();
  const booking = await book(id, at('2026-06-10'));
  await done('visit.assign', { case: id, booking, visitor: nurse }, manager);
  setNow('2026-06-10', '12:00');
  await done('visit.complete', visitRecord('2026-06-10', { case: id, booking }), manager);
  const door = { programme: place.programme, tryout: true, now: place.parts.now, ask: place.ask };
  const before = await overseasLetter(door, id, { actor: operator });
  assert.ok(!before.ok && before.error.type === 'nothing-printed');

  await done('benefit.hold', { case: id, reason: 'overseas' }, manager);
  const made = await overseasLetter(door, id, { actor: operator });
  assert.ok(made.ok, made.ok ? '' : JSON.stringify(made.error));
  const pages = await readPdf(made.value);
  assert.equal(pages.length, 1);
  assert.ok((pages[0]?.text ?? '').replace(/\s/g, '').includes('令和9年6月10日まで'), 'the last day');

  const denied = await overseasLetter(door, id, { actor: nurse });
  assert.ok(!denied.ok && denied.error.type === 'refused' && denied.error.refusal.refused === 'denied');
});
