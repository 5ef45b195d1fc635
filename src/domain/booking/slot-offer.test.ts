import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { slotId } from './slot.ts';
import { slotOffers, type OfferedTo } from './slot-offer.ts';

const slot = (day: string, start = '10:00') => ({
  slot: slotId(date(day), start),
  date: date(day),
  start,
});
const woman: OfferedTo = {
  due: date('2026-08-20'),
  month8: { from: date('2026-05-28'), to: date('2026-06-24') },
  cohort: false,
  born: false,
  talk: 15,
};
const asked = { now: instantAt(date('2026-05-20'), '10:00'), online: true };
const offered = (days: readonly string[], to = woman) =>
  slotOffers(
    days.map((day) => slot(day)),
    to,
    asked,
    chiyodaVisit.rules,
  );

test('the first times offered lie within the 8th month [CHI-4.2-4]', () => {
  const offers = offered(['2026-05-25', '2026-05-28', '2026-06-24', '2026-06-25']);
  assert.deepEqual(
    offers.map(({ date, when }) => [date, when]),
    [
      ['2026-05-28', 'month8'],
      ['2026-06-24', 'month8'],
      ['2026-05-25', 'before'],
      ['2026-06-25', 'after'],
    ],
  );
});

test('due 20 August: 21 August asks for a call, 20 August warns, 19 August is open; the cohort gets a notice [CHI-8.16-6]', () => {
  const days = ['2026-08-19', '2026-08-20', '2026-08-21'];
  assert.deepEqual(
    offered(days).map(({ online }) => online),
    ['open', 'warn', 'call'],
  );
  assert.deepEqual(
    offered(days, { ...woman, cohort: true }).map(({ online }) => online),
    ['open', 'notice', 'notice'],
  );
});

test('a woman who comes home on 1 June is offered visits from that day [CHI-8.8-7]', () => {
  const offers = offered(['2026-05-29', '2026-06-01'], { ...woman, returnsOn: date('2026-06-01') });
  assert.deepEqual(
    offers.map(({ date }) => date),
    ['2026-06-01'],
  );
});

test('past times and times that would end after 17:00 are not offered [CHI-8.6-4]', () => {
  const late = slotOffers(
    [slot('2026-05-20', '09:00'), slot('2026-06-01', '16:45'), slot('2026-06-01', '16:30')],
    { ...woman, talk: 30 },
    { ...asked, online: false },
    chiyodaVisit.rules,
  );
  assert.deepEqual(
    late.map(({ slot }) => slot),
    ['slot_2026-06-01-1630'],
  );
});
