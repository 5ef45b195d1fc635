import assert from 'node:assert/strict';
import { test } from 'node:test';
import { today } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import { dutiesDone, type ReportedPeriod } from './duties-done.ts';
import { programmeDuties } from './programme-duties.ts';

const { rules } = today('2026-06-01');
const done = (periods: readonly ReportedPeriod[], surveys: readonly string[] = []) => [
  ...dutiesDone(periods, surveys.map(date), rules),
];
const may = (edition: number, report: ReportedPeriod['report']) => ({ period: '2026-05', edition, report });

test('a month is done when its report lies with the ward, not when it is only closed [CHI-9.1-2]', () => {
  assert.deepEqual(done([may(1, null)]), []);
  assert.deepEqual(done([may(1, 'issued')]), ['programme/close-month/2026-05']);
  assert.deepEqual(done([may(1, 'accepted')]), ['programme/close-month/2026-05']);
});

test('a report that was returned is due again, until its next edition is handed in [CHI-9.1-2]', () => {
  assert.deepEqual(done([may(1, 'returned')]), []);
  assert.deepEqual(done([may(2, null), may(1, 'returned')]), []);
  assert.deepEqual(done([may(1, 'returned'), may(2, 'issued')]), ['programme/close-month/2026-05']);
});

test('the annual report and a survey of the year end their duties [CHI-9.2-1, CHI-8.17-1]', () => {
  assert.deepEqual(done([{ period: '2026', edition: 1, report: 'issued' }]), ['programme/annual-report']);
  assert.deepEqual(done([], ['2026-11-01']), ['programme/hold-survey']);
  assert.deepEqual(done([], ['2026-03-31', '2027-04-01']), []);
});

test('what is done are duties of the programme [B-02]', () => {
  const keys = new Set(programmeDuties(rules).map(({ key }) => key));
  const found = done([may(1, 'issued'), { period: '2026', edition: 1, report: 'issued' }], ['2026-11-01']);
  assert.equal(found.length, 3);
  assert.deepEqual(
    found.filter((key) => !keys.has(key)),
    [],
  );
});
