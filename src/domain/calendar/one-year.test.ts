import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { civilDate, date, dayNumber } from '../basics/civil-date.ts';
import { oneYearLimit } from './one-year.ts';

test('within 1 year of an interview runs to its anniversary [CHI-8.4-8, CHI-8.8-10, AMB-15]', () => {
  const table = [
    ['2026-06-15', '2027-06-15'],
    ['2026-07-01', '2027-07-01'],
    ['2026-12-31', '2027-12-31'],
    ['2027-02-27', '2028-02-27'],
    ['2027-02-28', '2028-02-29'],
    ['2027-03-01', '2028-03-01'],
    ['2028-02-27', '2029-02-27'],
    ['2028-02-28', '2029-02-28'],
    ['2028-02-29', '2029-02-28'],
    ['2028-03-01', '2029-03-01'],
  ] as const;
  for (const [from, last] of table) assert.equal(oneYearLimit(date(from), 'anniversary'), last, from);
});

test('read as the day before, the first day counts too [AMB-15, AMB-34]', () => {
  const table = [
    ['2026-06-15', '2027-06-14'],
    ['2027-01-01', '2027-12-31'],
    ['2027-02-28', '2028-02-27'],
    ['2027-03-01', '2028-02-29'],
    ['2028-02-28', '2029-02-27'],
    ['2028-02-29', '2029-02-28'],
    ['2028-03-01', '2029-02-28'],
  ] as const;
  for (const [from, last] of table) assert.equal(oneYearLimit(date(from), 'day-before'), last, from);
});

test('but for the end of February both readings agree with Temporal [AMB-15]', () => {
  const day = fc
    .integer({ min: dayNumber(date('1900-01-01')), max: dayNumber(date('2190-12-31')) })
    .map(civilDate);
  fc.assert(
    fc.property(day, (from) => {
      const year = Temporal.PlainDate.from(from).add({ years: 1 });
      const february = ['02-28', '02-29', '03-01'].includes(from.slice(5));
      if (!february) {
        assert.equal(oneYearLimit(from, 'anniversary'), year.toString());
        assert.equal(oneYearLimit(from, 'day-before'), year.subtract({ days: 1 }).toString());
        return;
      }
      // In February the law gives the person at most one day more than the calendar's clamped year, and never less.
      const days = (limit: string) => year.until(limit, { largestUnit: 'day' }).days;
      assert.ok([0, 1].includes(days(oneYearLimit(from, 'anniversary'))));
      assert.ok([-1, 0].includes(days(oneYearLimit(from, 'day-before'))));
    }),
    { numRuns: 10_000 },
  );
});
