import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, civilDate, date, dayNumber, dayOf, type CivilDate } from '../basics/civil-date.ts';
import { monthContaining, parseYearMonth } from '../basics/year-month.ts';
import { isWithin } from './date-range.ts';
import {
  daysOfWeeks,
  dueDatesReachingMonth8,
  gestationalAge,
  listMonth,
  lmp,
  pregnancyMonth,
  reachesMonth8,
  referenceDayAfterList,
  residenceReferenceDay,
  STANDARD_WEEKS,
} from './pregnancy.ts';

const anyDue = fc
  .integer({ min: dayNumber(date('2020-01-01')), max: dayNumber(date('2099-12-31')) })
  .map(civilDate);

test('months 7 and 8 and the term lie where the worked table of domain.md 1.2 says [AMB-02]', () => {
  const table = [
    ['2026-06-24', '2025-09-17', '2026-03-04', '2026-04-01', '2026-04-28', '2026-06-03', '2026-07-07'],
    ['2026-08-23', '2025-11-16', '2026-05-03', '2026-05-31', '2026-06-27', '2026-08-02', '2026-09-05'],
    ['2027-02-28', '2026-05-24', '2026-11-08', '2026-12-06', '2027-01-02', '2027-02-07', '2027-03-13'],
    ['2027-06-23', '2026-09-16', '2027-03-03', '2027-03-31', '2027-04-27', '2027-06-02', '2027-07-06'],
    ['2027-07-23', '2026-10-16', '2027-04-02', '2027-04-30', '2027-05-27', '2027-07-02', '2027-08-05'],
    ['2028-02-29', '2027-05-25', '2027-11-09', '2027-12-07', '2028-01-03', '2028-02-08', '2028-03-13'],
  ];
  const computed = table.map(([text = '']) => {
    const due = date(text);
    const month8 = daysOfWeeks(due, STANDARD_WEEKS.month8);
    const term = daysOfWeeks(due, STANDARD_WEEKS.term);
    const month7 = daysOfWeeks(due, STANDARD_WEEKS.month7);
    return [due, lmp(due), month7.from, month8.from, month8.to, term.from, term.to];
  });
  assert.deepEqual(computed, table);
});

test('gestational age is counted in completed weeks and in ordinal months [AMB-02]', () => {
  const due = date('2026-08-01');
  const table = [
    ['2026-05-08', 27, 6, 7],
    ['2026-05-09', 28, 0, 8],
    ['2026-06-05', 31, 6, 8],
    ['2026-06-06', 32, 0, 9],
    ['2026-08-01', 40, 0, 11],
    ['2026-08-15', 42, 0, 11],
  ] as const;
  for (const [on, weeks, days, month] of table) {
    assert.deepEqual(gestationalAge(due, date(on)), { weeks, days, month }, on);
  }
  assert.deepEqual(gestationalAge(due, lmp(due)), { weeks: 0, days: 0, month: 1 });
  assert.equal(gestationalAge(due, addDays(lmp(due), -1)), undefined);
});

test('the windows of the contract are these due dates [CHI-4.1-2, CHI-4.2-2, CHI-4.3-2]', () => {
  const reached = (from: string, to: string) =>
    dueDatesReachingMonth8({ from: date(from), to: date(to) }, STANDARD_WEEKS);
  assert.deepEqual(reached('2026-04-01', '2027-04-30'), { from: '2026-06-24', to: '2027-07-23' });
  assert.deepEqual(reached('2026-04-01', '2027-03-31'), { from: '2026-06-24', to: '2027-06-23' });
  assert.deepEqual(reached('2026-04-01', '2026-05-31'), { from: '2026-06-24', to: '2026-08-23' });
});

test('the list of a month holds those who reach the 8th month in the next [CHI-8.1-1]', () => {
  const table = [
    ['2026-04', '2026-05', '2026-07-24', '2026-08-23', '2026-04-03', '2026-05-03'],
    ['2026-05', '2026-06', '2026-08-24', '2026-09-22', '2026-05-04', '2026-06-02'],
    ['2026-06', '2026-07', '2026-09-23', '2026-10-23', '2026-06-03', '2026-07-03'],
    ['2026-12', '2027-01', '2027-03-26', '2027-04-25', '2026-12-04', '2027-01-03'],
    ['2027-01', '2027-02', '2027-04-26', '2027-05-23', '2027-01-04', '2027-01-31'],
    ['2027-02', '2027-03', '2027-05-24', '2027-06-23', '2027-02-01', '2027-03-03'],
    ['2027-03', '2027-04', '2027-06-24', '2027-07-23', '2027-03-04', '2027-04-02'],
  ] as const;
  for (const [list, reached, first, last, month7From, month7To] of table) {
    for (const due of [date(first), date(last)]) {
      assert.equal(listMonth(due, STANDARD_WEEKS), list);
      assert.equal(monthContaining(reachesMonth8(due, STANDARD_WEEKS)), reached);
    }
    assert.notEqual(listMonth(addDays(date(first), -1), STANDARD_WEEKS), list);
    assert.notEqual(listMonth(addDays(date(last), 1), STANDARD_WEEKS), list);
    assert.equal(daysOfWeeks(date(first), STANDARD_WEEKS.month7).from, month7From);
    assert.equal(daysOfWeeks(date(last), STANDARD_WEEKS.month7).from, month7To);
  }
});

test('the residence day is the 1st of the month of month 7, and is flagged when the list is older [CHI-4.1-1, AMB-03]', () => {
  const table = [
    ['2026-05-28', '2026-04-30', '2026-04-01', '2026-04', false],
    ['2026-05-29', '2026-05-01', '2026-05-01', '2026-04', true],
    ['2026-05-31', '2026-05-03', '2026-05-01', '2026-04', true],
    ['2027-02-28', '2027-01-31', '2027-01-01', '2027-01', false],
    ['2028-02-29', '2028-02-01', '2028-02-01', '2028-01', true],
  ] as const;
  for (const [month8, month7, reference, list, flagged] of table) {
    const due = addDays(date(month8), 84);
    assert.equal(reachesMonth8(due, STANDARD_WEEKS), month8);
    assert.equal(daysOfWeeks(due, STANDARD_WEEKS.month7).from, month7);
    assert.equal(residenceReferenceDay(due, STANDARD_WEEKS), reference);
    assert.equal(listMonth(due, STANDARD_WEEKS), list);
    assert.equal(referenceDayAfterList(due, STANDARD_WEEKS), flagged);
  }
});

test('the flag is raised for the 29th, 30th and 31st and for no other day [AMB-03]', () => {
  const flaggedDays = (due: CivilDate) => dayOf(reachesMonth8(due, STANDARD_WEEKS)) >= 29;
  fc.assert(
    fc.property(anyDue, (due) => referenceDayAfterList(due, STANDARD_WEEKS) === flaggedDays(due)),
    { numRuns: 5000 },
  );
});

test('months follow each other without gap and hold exactly the days of their number [AMB-02]', () => {
  fc.assert(
    fc.property(anyDue, fc.integer({ min: 1, max: 11 }), (due, month) => {
      const days = pregnancyMonth(due, month);
      assert.equal(addDays(days.to, 1), pregnancyMonth(due, month + 1).from);
      assert.equal(gestationalAge(due, days.from)?.month, month);
      assert.equal(gestationalAge(due, days.to)?.month, month);
    }),
    { numRuns: 3000 },
  );
  const due = date('2026-08-01');
  assert.deepEqual(pregnancyMonth(due, 7), daysOfWeeks(due, STANDARD_WEEKS.month7));
  assert.deepEqual(pregnancyMonth(due, 8), daysOfWeeks(due, STANDARD_WEEKS.month8));
});

test('gestational age agrees with Temporal for many due dates and days [AMB-02]', () => {
  fc.assert(
    fc.property(anyDue, fc.integer({ min: 0, max: 310 }), (due, day) => {
      const on = addDays(lmp(due), day);
      const left = Temporal.PlainDate.from(on).until(due, { largestUnit: 'day' }).days;
      const age = gestationalAge(due, on);
      assert.equal(age && age.weeks * 7 + age.days, 280 - left);
      assert.ok(age && age.days < 7);
    }),
    { numRuns: 5000 },
  );
});

test('due dates of a calendar month of reaching are just those whose 8th month starts in it [CHI-4.1-2]', () => {
  const may = { from: date('2026-05-01'), to: date('2026-05-31') };
  const dues = dueDatesReachingMonth8(may, STANDARD_WEEKS);
  for (let due = date('2026-06-01'); due < '2026-12-01'; due = addDays(due, 1)) {
    assert.equal(isWithin(due, dues), isWithin(reachesMonth8(due, STANDARD_WEEKS), may));
  }
});

test('a municipality that means 32 weeks by month 8 gets its own windows [AMB-02]', () => {
  const late = { ...STANDARD_WEEKS, month8: { from: 32, to: 35 } };
  const due = date('2026-08-01');
  assert.equal(reachesMonth8(due, late), '2026-06-06');
  assert.deepEqual(daysOfWeeks(due, late.month8), { from: '2026-06-06', to: '2026-07-03' });
  assert.deepEqual(dueDatesReachingMonth8({ from: date('2026-06-06'), to: date('2026-06-06') }, late), {
    from: due,
    to: due,
  });
  assert.deepEqual(parseYearMonth(listMonth(due, late)), { ok: true, value: '2026-05' });
});
