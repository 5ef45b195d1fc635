import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookingPlace } from '../../../tests/support/booking-place.ts';
import { sha256 } from '../../domain/basics/sha256.ts';
import { addMonths, type YearMonth } from '../../domain/basics/year-month.ts';
import type { AnnualReport, ReportSupplement } from '../../domain/reports/report.ts';
import { randomIds } from '../../security/random-ids.ts';
import { reportData, type MadeReportData, type ReportWish } from '../../exchange/papers/report-data.ts';

const house = await bookingPlace('2026-05-01');
const { place, operator, done, said, openCase, answer } = house;
const [manager, ward, auditor] = [
  await person('responsible-manager'),
  await person('ward-staff'),
  await person('auditor'),
];
const APRIL = '2026-04' as YearMonth;
const MARCH = '2027-03' as YearMonth;

const data = async (wish: ReportWish, by = manager): Promise<readonly MadeReportData[]> => {
  const made = await reportData(place, wish, { actor: by });
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
};
const closeUntil = async (last: YearMonth) => {
  const closed = await answer<{ readonly period: string }>('report.months', {}, manager);
  for (let month = APRIL; month <= last; month = addMonths(month, 1)) {
    if (closed.some(({ period }) => period === month)) continue;
    house.setNow(`${addMonths(month, 1)}-02`);
    await done('month.close', { month }, manager);
  }
};
const consult = async (day: string, category: string) => {
  const id = await openCase();
  house.setNow(day, '11:00');
  const words = { asked: '見本の質問', advice: '見本の助言' };
  await done('consultation.record', { case: id, asker: 'woman', category, ...words }, manager);
};

test('a month that is not closed has no report to write, and says so [CHI-9.1-2]', async () => {
  const made = await reportData(place, { month: APRIL }, { actor: manager });
  assert.deepEqual(made, { ok: false, error: { type: 'not-closed' } });
  const denied = await reportData(place, { month: APRIL }, { actor: operator });
  assert.ok(!denied.ok && denied.error.type === 'refused');
});

test('a closed month is written as the bytes of its digest, its sources, and the state of applications apart [CHI-9.1-2, CHI-8.2-4]', async () => {
  await consult('2026-05-12', 'health');
  await consult('2026-05-13', 'money');
  await closeUntil('2026-05' as YearMonth);
  const [may, none] = await data({ month: '2026-05' as YearMonth }, auditor);
  assert.ok(may && !none);
  assert.deepEqual(
    may.files.map(({ name }) => name),
    ['report-2026-05.json', 'report-2026-05.sources.json', 'applications-2026-05.json'],
  );
  assert.equal(sha256(may.files[0]?.text ?? ''), may.digest);
  assert.ok('items' in may.report);
  assert.equal(may.report.items.consultations['health'], 1);
  assert.equal(may.report.items.consultations['other'], 0);
  const sources = JSON.parse(may.files[1]?.text ?? '') as { sources: Record<string, readonly object[]> };
  assert.equal(sources.sources['consultations.money']?.length, 1);
});

test('March is closed on 31 March at the closing hour, the year is reported with it, and supplements follow [CHI-9.1-3, CHI-9.2-1, AMB-22, AMB-39]', async () => {
  await closeUntil('2027-02' as YearMonth);
  await consult('2027-03-31', 'family');
  house.setNow('2027-03-31', '16:59');
  assert.equal(await said('month.close', { month: MARCH }, manager), 'month-not-over');
  assert.equal(await said('report.issue', { month: '2026' }, manager), 'year-not-complete');
  house.setNow('2027-03-31', '17:00');
  await done('month.close', { month: MARCH }, manager);
  await done('report.issue', { month: MARCH }, manager);
  assert.equal(await said('report.issue', { month: '2026' }, operator), 'denied');
  const [issued] = await done('report.issue', { month: '2026' }, manager);
  assert.equal(await said('report.issue', { month: '2026' }, manager), 'report-issued-already');
  const [first] = await data({ year: 2026 });
  assert.equal(first?.digest, issued && 'digest' in issued ? issued.digest : '');
  const annual = first?.report as AnnualReport;
  assert.equal(annual.months.length, 12);
  assert.deepEqual(
    [annual.items.consultations['health'], annual.items.consultations['family'], annual.edition],
    [1, 1, 1],
  );

  assert.equal(await said('report.supplement', { month: MARCH }, manager), 'nothing-to-supplement');
  await consult('2027-03-31', 'work');
  await consult('2027-04-05', 'birth');
  assert.equal(await said('report.supplement', { month: MARCH }, ward), 'denied');
  await done('report.supplement', { month: MARCH }, manager);
  await done('report.issue', { month: MARCH }, manager);
  const [march, supplement] = await data({ month: MARCH });
  assert.deepEqual([march?.name, supplement?.name], ['report-2027-03', 'report-2027-03-supplement-1']);
  const told = supplement?.report as ReportSupplement;
  assert.deepEqual([told.supplement, told.edition, told.on], [1, 2, '2027-04-05']);
  assert.deepEqual(told.corrections, [
    { month: '2027-03', item: 'consultations.work', from: 0, to: 1, reason: 'recorded-late' },
    { month: '2027-04', item: 'consultations.birth', from: 0, to: 1, reason: 'recorded-late' },
  ]);
  // The year is told anew, as a second edition; the first can still be shown as it was.
  await done('report.issue', { month: '2026' }, manager);
  const [second] = await data({ year: 2026 });
  assert.ok(second && 'year' in second.report);
  const items = second.report.items.consultations;
  assert.deepEqual([second.edition, items['work'], items['birth']], [2, 1, 1]);
  const [again] = await data({ year: 2026, edition: 1 });
  assert.equal(again?.digest, first?.digest);
});

test('the ward accepts the year, and its duties are done [CHI-9.2-1, B-02]', async () => {
  assert.equal(await said('report.accept', { month: '2026', ref: 'w-9' }, ward), 'done');
  const due = await answer<{ readonly key: string }>('duty.list', { limit: 1000 }, manager);
  assert.ok(!due.some(({ key }) => key === 'programme/annual-report'));
  assert.ok(due.some(({ key }) => key === 'programme/close-month/2027-02'));
  assert.ok(!due.some(({ key }) => key === 'programme/close-month/2027-03'));
});

/** Somebody who is still there after the contract's last day. */
async function person(role: string): Promise<string> {
  const account = randomIds().fresh('account');
  const input = {
    account,
    holder: `holder-${account}`,
    name: '見本 太郎',
    roles: [role],
    until: '2027-06-30',
  };
  await done('account.install', input, 'system:init');
  return account;
}
