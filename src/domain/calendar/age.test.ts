import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, civilDate, date, dayNumber } from '../basics/civil-date.ts';
import { ageReachedOn, completedAge, fiscalYearEndOfAge } from './age.ts';

const anyBirth = fc
  .integer({ min: dayNumber(date('1900-01-01')), max: dayNumber(date('2060-12-31')) })
  .map(civilDate);

test('born 2 April 2001 she is 25 on 1 April 2027 and 26 the day after, by birthdays [AMB-07, AMB-26]', () => {
  const birth = date('2001-04-02');
  assert.equal(completedAge(birth, date('2027-04-01'), 'birthday'), 25);
  assert.equal(completedAge(birth, date('2027-04-02'), 'birthday'), 26);
  assert.equal(completedAge(birth, date('2027-03-31'), 'law'), 25);
  assert.equal(completedAge(birth, date('2027-04-01'), 'law'), 26);
});

test('a child reaches 6 on the eve of the birthday, which decides the fiscal year [BAB-A-2, AMB-26]', () => {
  assert.equal(ageReachedOn(date('2020-04-01'), 6, 'law'), '2026-03-31');
  const table = [
    ['2020-04-01', '2026-03-31'],
    ['2020-04-02', '2027-03-31'],
    ['2018-04-02', '2025-03-31'],
    ['2018-04-01', '2024-03-31'],
  ] as const;
  for (const [birth, last] of table) assert.equal(fiscalYearEndOfAge(date(birth), 6, 'law'), last);
  assert.equal(fiscalYearEndOfAge(date('2018-04-01'), 6, 'birthday'), '2025-03-31');
});

test('born on 29 February an age is reached on the 28th by the law, on 1 March as a birthday [AMB-26]', () => {
  const leap = date('2020-02-29');
  assert.equal(ageReachedOn(leap, 6, 'law'), '2026-02-28');
  assert.equal(ageReachedOn(leap, 6, 'birthday'), '2026-03-01');
  assert.equal(ageReachedOn(leap, 8, 'law'), '2028-02-28');
  assert.equal(ageReachedOn(leap, 8, 'birthday'), '2028-02-29');
});

test('a newborn is 0, a child to be born has no age, and 1 January belongs to the old year by the law [AMB-26]', () => {
  const birth = date('2020-01-01');
  assert.equal(completedAge(birth, date('2019-12-31'), 'law'), undefined);
  assert.equal(completedAge(birth, birth, 'law'), 0);
  assert.equal(completedAge(birth, date('2020-12-30'), 'law'), 0);
  assert.equal(completedAge(birth, date('2020-12-31'), 'law'), 1);
  assert.equal(completedAge(birth, date('2020-12-31'), 'birthday'), 0);
  assert.equal(completedAge(birth, date('2030-12-31'), 'law'), 11);
});

test('by birthdays ages agree with Temporal, and by the law they come one day earlier [AMB-26]', () => {
  fc.assert(
    fc.property(anyBirth, fc.integer({ min: 0, max: 36_500 }), (birth, days) => {
      const on = addDays(birth, days);
      const years = (day: string) => Temporal.PlainDate.from(birth).until(day, { largestUnit: 'year' }).years;
      // Temporal lets a leap-day child turn on 28 February; the day before 1 March is when the law counts.
      const leapEve = birth.endsWith('02-29') && on.endsWith('02-28');
      if (!leapEve) assert.equal(completedAge(birth, on, 'birthday'), years(on));
      assert.equal(completedAge(birth, on, 'law'), completedAge(birth, addDays(on, 1), 'birthday'));
    }),
    { numRuns: 10_000 },
  );
});
