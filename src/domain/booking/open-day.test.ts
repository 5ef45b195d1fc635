import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { factsOf, refusalOf, today, on } from '../../../tests/support/given.ts';
import { closeDay } from './close-day.ts';
import { evolveDay, noDay } from './day.ts';
import { openDay } from './open-day.ts';

const now = today('2026-05-01');
const open = (day: string, changes = {}) =>
  openDay({ day: noDay }, { date: date(day), visitors: 3, ...changes }, now);

test('an ordinary operating day shows seven times, each with as many seats as visitors on duty [CHI-8.16-7]', () => {
  const outcome = open('2026-05-07', { outside: 2 });
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'day.opened' && !('refused' in outcome));
  assert.deepEqual(fact.starts, ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00']);
  assert.equal(outcome.seats?.length, 7);
  assert.deepEqual(outcome.seats?.[0], {
    act: 'open',
    slot: 'slot_2026-05-07-0900',
    date: '2026-05-07',
    start: '09:00',
    inside: 1,
    outside: 2,
  });
});

test('a time whose visit would not end by 17:00 cannot be opened: 16:50 and 15 minutes [CHI-8.6-4]', () => {
  assert.equal(refusalOf(open('2026-05-07', { starts: ['16:50'] })), 'outside-hours');
  assert.equal(refusalOf(open('2026-05-07', { starts: ['16:45'] })), 'decided');
  assert.equal(refusalOf(open('2026-05-07', { starts: ['08:45'] })), 'outside-hours');
});

test('a closed day, a day without visitors, or more for the portal than there are, is not opened [CHI-8.6-1]', () => {
  assert.equal(refusalOf(open('2026-05-10')), 'closed-day');
  assert.equal(refusalOf(open('2026-05-07', { visitors: 0 })), 'nobody-on-duty');
  assert.equal(refusalOf(open('2026-05-07', { outside: 4 })), 'nobody-on-duty');
});

test('a day falls out once, in one act, and can be opened again', () => {
  const [made] = factsOf(open('2026-05-07'));
  assert.ok(made);
  const day = evolveDay(noDay, on('2026-05-01', made));
  const outcome = closeDay({ day }, { date: date('2026-05-07'), reason: 'typhoon' }, now);
  const [fact] = factsOf(outcome);
  assert.ok(fact && !('refused' in outcome));
  assert.deepEqual(outcome.seats, [{ act: 'close', date: '2026-05-07' }]);
  const closed = evolveDay(day, on('2026-05-01', fact));
  assert.equal(
    refusalOf(closeDay({ day: closed }, { date: date('2026-05-07'), reason: 'typhoon' }, now)),
    'day-not-open',
  );
  assert.equal(evolveDay(closed, on('2026-05-02', made)).closed, undefined);
});
