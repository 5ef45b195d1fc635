import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outsideWomen } from '../support/outside-place.ts';
import { toTheTimes } from '../support/portal-pages.ts';
import { portalPlace } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);

test('from the scanned code to the receipt there are at most twelve screens [CHI-8.16-2, CHI-8.16-9]', async () => {
  const visitor = place.visitor();
  const first = await visitor.enter(women.fresh);
  assert.equal(first.path, '/about');
  // Birthday, about, the pages up to the times, times, check, done.
  const screens = 2 + (await toTheTimes(visitor)) + 3;
  const times = await visitor.get('/times');
  const [slot = ''] = /slot_2026-06-1[0-9]-\d{4}/.exec(times.text) ?? [];
  const check = await visitor.follow(visitor.post('/times', { slot }));
  assert.equal(check.path, '/check');
  assert.match(check.text, /むくみ/);
  assert.doesNotMatch(check.text, /家の中で/);
  const done = await visitor.follow(visitor.post('/check'));
  assert.equal(done.path, '/done');
  assert.ok(screens <= 12, `${screens} screens`);
  assert.match(done.text, /受付番号/);
  const calendar = await visitor.get('/calendar.ics');
  assert.match(calendar.text, /SUMMARY:予定\r\n/);
  assert.doesNotMatch(calendar.text, /訪問|妊|LOCATION|DESCRIPTION/);

  const arrived = await place.outside.arrived();
  const messages = arrived.map(({ message }) => message);
  assert.deepEqual(
    messages.map(({ kind }) => kind),
    ['contact', 'apply'],
  );
  const apply = messages.find((message) => message.kind === 'apply');
  assert.ok(apply?.kind === 'apply');
  assert.equal(apply.booking?.slot, slot);
  assert.deepEqual(apply.answers['Q03'], ['swelling', 'sleep']);
  assert.equal(apply.answers['Q08'], 'no');
  assert.equal(apply.answers['C01'], 'given');

  const home = await visitor.get('/home');
  assert.doesNotMatch(home.text, /むくみ|猫/);
});
