import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date } from '../basics/civil-date.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { visitDay } from './visit-day.ts';

const { rules } = chiyodaVisit;
const said = (day: string): string => visitDay(date(day), rules)?.refused ?? 'open';

test('the earliest bookable date is 1 May 2026, a Friday [CHI-8.5-1]', () => {
  assert.equal(said('2026-04-30'), 'before-first-day');
  assert.equal(said('2026-05-01'), 'open');
});

test('no visit on any Sunday, and on every Saturday that is no holiday [CHI-8.6-1]', () => {
  for (let day = date('2026-05-03'); day <= '2027-03-28'; day = addDays(day, 7)) {
    assert.equal(said(day), 'closed-day');
  }
  assert.equal(said('2026-05-02'), 'open');
  assert.equal(said('2027-03-20'), 'open');
});

test('no visit on a national holiday, its substitute or the day between [CHI-8.6-2]', () => {
  const holidays = [
    '2026-05-03',
    '2026-05-04',
    '2026-05-05',
    '2026-05-06',
    '2026-07-20',
    '2026-08-11',
    '2026-09-21',
    '2026-09-22',
    '2026-09-23',
    '2026-10-12',
    '2026-11-03',
    '2026-11-23',
    '2027-01-11',
    '2027-02-11',
    '2027-02-23',
    '2027-03-22',
  ];
  for (const day of holidays) assert.equal(said(day), 'closed-day', day);
});

test('no visit from 29 December to 3 January, but on 28 December and 4 January [CHI-8.6-3]', () => {
  for (let day = date('2026-12-29'); day <= '2027-01-03'; day = addDays(day, 1)) {
    assert.equal(said(day), 'closed-day');
  }
  assert.equal(said('2026-12-28'), 'open');
  assert.equal(said('2027-01-04'), 'open');
});

test('the last visit is on the last day of the contract', () => {
  assert.equal(said('2027-03-31'), 'open');
  assert.equal(said('2027-04-01'), 'after-contract');
});

test('no date is given where the holidays are still a forecast', () => {
  const calendar = {
    ...rules.booking.calendar,
    holidays: { ...rules.booking.calendar.holidays, announcedUntil: date('2026-12-31') },
  };
  const narrow = { ...rules, booking: { ...rules.booking, calendar } };
  assert.equal(visitDay(date('2027-01-04'), narrow)?.refused, 'holidays-not-announced');
  assert.equal(visitDay(date('2026-12-28'), narrow), undefined);
});
