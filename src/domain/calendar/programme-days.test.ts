import assert from 'node:assert/strict';
import { test } from 'node:test';
import holidayJp from '@holiday-jp/holiday_jp';
import * as fc from 'fast-check';
import { addDays, civilDate, date, dayNumber, weekday } from '../basics/civil-date.ts';
import {
  isProgrammeDay,
  nextProgrammeDay,
  OFFICE_CALENDAR,
  previousProgrammeDay,
  PROGRAMME_CALENDAR,
  programmeDayAfter,
  programmeDayBefore,
  programmeDayNotAfter,
  programmeDayNotBefore,
  programmeDaysIn,
  programmeDaysSince,
} from './programme-days.ts';

const anyDay = fc
  .integer({ min: dayNumber(date('2021-01-01')), max: dayNumber(date('2049-01-01')) })
  .map(civilDate);
const anyCalendar = fc.constantFrom(PROGRAMME_CALENDAR, OFFICE_CALENDAR);
const range = (from: string, to: string) => ({ from: date(from), to: date(to) });

test('days are open or closed as in the table of domain.md 5.2 [CHI-8.6-1, CHI-8.6-2, CHI-8.6-3]', () => {
  const table = [
    ['2026-05-02', true],
    ['2026-05-06', false],
    ['2026-09-19', true],
    ['2026-09-22', false],
    ['2026-05-10', false],
    ['2026-12-28', true],
    ['2026-12-29', false],
    ['2027-01-04', true],
    ['2027-03-20', true],
    ['2027-03-22', false],
  ] as const;
  for (const [day, open] of table) assert.equal(isProgrammeDay(date(day), PROGRAMME_CALENDAR), open, day);
});

test('no slot falls on a holiday of the contract year or between 29 December and 3 January [CHI-8.6-2, CHI-8.6-3]', () => {
  const closed = [
    '2026-04-29|2026-05-03|2026-05-04|2026-05-05|2026-05-06|2026-07-20',
    '2026-08-11|2026-09-21|2026-09-22|2026-09-23|2026-10-12|2026-11-03',
    '2026-11-23|2027-01-11|2027-02-11|2027-02-23|2027-03-22|2026-12-29',
    '2026-12-30|2026-12-31|2027-01-01|2027-01-02|2027-01-03',
  ].flatMap((line) => line.split('|'));
  const all = [];
  for (let day = date('2026-04-01'); day <= '2027-03-31'; day = addDays(day, 1)) {
    if (weekday(day) !== 0 && !isProgrammeDay(day, PROGRAMME_CALENDAR)) all.push(day);
  }
  assert.deepEqual(all, closed.filter((day) => weekday(date(day)) !== 0).sort());
});

test('the fiscal year 2026 has 292 programme days, 267 of them from May, and 241 office days [CHI-8.6-1]', () => {
  assert.equal(programmeDaysIn(range('2026-04-01', '2027-03-31'), PROGRAMME_CALENDAR).length, 292);
  assert.equal(programmeDaysIn(range('2026-05-01', '2027-03-31'), PROGRAMME_CALENDAR).length, 267);
  assert.equal(programmeDaysIn(range('2026-04-01', '2027-03-31'), OFFICE_CALENDAR).length, 241);
});

test('a package is due 10 programme days after the visit, the day after counting as the first [CHI-8.4-3, AMB-14]', () => {
  const table = [
    ['2026-05-01', '2026-05-16', '2026-05-20'],
    ['2026-12-15', '2026-12-26', '2027-01-04'],
    ['2026-12-28', '2027-01-15', '2027-01-18'],
  ] as const;
  for (const [visit, programme, business] of table) {
    assert.equal(programmeDayAfter(date(visit), 10, PROGRAMME_CALENDAR), programme);
    assert.equal(programmeDayAfter(date(visit), 10, OFFICE_CALENDAR), business);
  }
  assert.equal(programmeDayAfter(date('2026-12-21'), 10, PROGRAMME_CALENDAR), '2027-01-07');
});

test('the first day of visits is Friday, 1 May 2026 [CHI-8.5-1]', () => {
  assert.equal(programmeDayNotBefore(date('2026-05-01'), PROGRAMME_CALENDAR), '2026-05-01');
});

test('the neighbours of a closed day and of an open day [CHI-8.6-2]', () => {
  const may3 = date('2026-05-03');
  assert.equal(nextProgrammeDay(may3, PROGRAMME_CALENDAR), '2026-05-07');
  assert.equal(programmeDayNotBefore(may3, PROGRAMME_CALENDAR), '2026-05-07');
  assert.equal(previousProgrammeDay(may3, PROGRAMME_CALENDAR), '2026-05-02');
  assert.equal(programmeDayNotAfter(may3, PROGRAMME_CALENDAR), '2026-05-02');
  assert.equal(programmeDayNotAfter(may3, OFFICE_CALENDAR), '2026-05-01');
  const may7 = date('2026-05-07');
  assert.equal(programmeDayNotAfter(may7, PROGRAMME_CALENDAR), may7);
  assert.equal(nextProgrammeDay(may7, PROGRAMME_CALENDAR), '2026-05-08');
  assert.equal(previousProgrammeDay(may7, PROGRAMME_CALENDAR), '2026-05-02');
});

test('an office day agrees with Temporal weekdays and holiday_jp for every day of 2020 to 2050 [CHI-8.6-2, CHI-8.6-3]', () => {
  for (let day = date('2020-01-01'); day <= '2050-12-31'; day = addDays(day, 1)) {
    const plain = Temporal.PlainDate.from(day);
    const newYear = (plain.month === 12 && plain.day >= 29) || (plain.month === 1 && plain.day <= 3);
    const free = newYear || Object.hasOwn(holidayJp.holidays, day);
    assert.equal(isProgrammeDay(day, OFFICE_CALENDAR), plain.dayOfWeek <= 5 && !free, day);
    assert.equal(isProgrammeDay(day, PROGRAMME_CALENDAR), plain.dayOfWeek <= 6 && !free, day);
  }
});

test('the n-th day after lies on an open day with just n open days up to it, and n before leads back [AMB-14]', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyCalendar, (day, n, calendar) => {
      const after = programmeDayAfter(day, n, calendar);
      assert.ok(isProgrammeDay(after, calendar));
      assert.equal(programmeDaysSince(day, after, calendar), n);
      assert.equal(programmeDaysSince(day, addDays(after, -1), calendar), n - 1);
      const start = programmeDayNotAfter(day, calendar);
      assert.equal(programmeDayBefore(after, n, calendar), start);
    }),
    { numRuns: 2000 },
  );
});

test('no days have passed on the day itself, and a count below 1 is a mistake [AMB-14]', () => {
  assert.equal(programmeDaysSince(date('2026-05-01'), date('2026-05-01'), PROGRAMME_CALENDAR), 0);
  for (const n of [0, -1, 1.5]) {
    assert.throws(() => programmeDayAfter(date('2026-05-01'), n, PROGRAMME_CALENDAR), /counted from 1/);
  }
});
