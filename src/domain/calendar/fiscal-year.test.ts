import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date } from '../basics/civil-date.ts';
import { isWithin } from './date-range.ts';
import { fiscalYearDays, fiscalYearLabel, fiscalYearOf } from './fiscal-year.ts';

test('令和8年度 runs from 1 April 2026 to 31 March 2027 [B-01]', () => {
  assert.deepEqual(fiscalYearDays(2026), { from: '2026-04-01', to: '2027-03-31' });
  assert.equal(fiscalYearLabel(2026), '令和8年度');
  assert.deepEqual(
    ['2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map((day) =>
      fiscalYearOf(date(day)),
    ),
    [2025, 2026, 2026, 2026, 2026, 2027],
  );
});

test('a year in which an era begins takes the name the State gave it [B-01]', () => {
  assert.deepEqual([1988, 1989, 2018, 2019, 2020].map(fiscalYearLabel), [
    '昭和63年度',
    '平成元年度',
    '平成30年度',
    '令和元年度',
    '令和2年度',
  ]);
  assert.equal(fiscalYearLabel(1870), '1870年度');
});

test('every day lies in the days of its own fiscal year [B-01]', () => {
  for (let day = date('2019-01-01'); day < '2033-01-01'; day = addDays(day, 1)) {
    assert.ok(isWithin(day, fiscalYearDays(fiscalYearOf(day))), day);
  }
});
