import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { differenceFromReport, type ReportedTalks } from './agree-with-report.ts';
import type { Claimed } from './billing-period.ts';

const MAY = '2026-05' as YearMonth;
const APRIL = '2026-04' as YearMonth;
const line = (code: Claimed['code'], changes: Partial<Claimed> = {}): Claimed => ({
  code,
  quantity: 1,
  on: date('2026-05-10'),
  place: 1,
  fact: 'fact_1',
  of: 'case_1',
  ...changes,
});

const claimed = [
  line('visit'),
  line('visit-follow-up'),
  line('remote', { mode: 'online' }),
  line('remote-follow-up', { mode: 'phone' }),
  line('visit', { adjusts: APRIL }),
  line('package'),
  line('postage-notice', { quantity: 40 }),
];
const own = new Map([
  ['visits.completed', 2],
  ['visits.followUp.visit', 1],
  ['visits.remote.online', 1],
  ['visits.remote.phone', 1],
  ['visits.followUp.remote', 1],
]);
const agreed: ReportedTalks = {
  month: MAY,
  own,
  corrections: [{ month: APRIL, item: 'visits.completed', by: 1 }],
};

test('quantities that are those of the report agree; packages and postage are no talks [CHI-10-1]', () => {
  assert.equal(differenceFromReport(claimed, agreed), undefined);
  assert.equal(differenceFromReport([], { month: MAY, own: new Map(), corrections: [] }), undefined);
});

test('whichever number differs is named with both values [CHI-10-1]', () => {
  for (const [item, number] of own) {
    const wrong = { ...agreed, own: new Map(own).set(item, number + 1) };
    assert.deepEqual(differenceFromReport(claimed, wrong), {
      month: MAY,
      item,
      report: number + 1,
      invoice: number,
    });
  }
});

test('a correction that is not billed, and an adjustment that is not reported, are differences', () => {
  assert.deepEqual(differenceFromReport(claimed, { ...agreed, corrections: [] }), {
    month: APRIL,
    item: 'visits.completed',
    report: 0,
    invoice: 1,
  });
  const more = [
    ...agreed.corrections,
    { month: '2026-03' as YearMonth, item: 'visits.remote.phone', by: -1 },
  ];
  assert.deepEqual(differenceFromReport(claimed, { ...agreed, corrections: more }), {
    month: '2026-03',
    item: 'visits.remote.phone',
    report: -1,
    invoice: 0,
  });
});
