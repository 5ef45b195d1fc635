import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, type CivilDate } from '../basics/civil-date.ts';
import { addMonths, firstDay, type YearMonth } from '../basics/year-month.ts';
import { isProgrammeDay, OFFICE_CALENDAR, PROGRAMME_CALENDAR } from './programme-days.ts';
import { annualReportDue, DISPATCH_DAYS, dispatchDates, monthlyReportDue } from './reporting.ts';

const month = (text: string) => text as YearMonth;
const monthsOf2026 = Array.from({ length: 12 }, (_, index) => addMonths(month('2026-04'), index));

test('notices leave by the 15th, at the latest the 20th, earlier when closed [CHI-8.1-5, AMB-09]', () => {
  const dates = (text: string) => dispatchDates(month(text), DISPATCH_DAYS, PROGRAMME_CALENDAR);
  assert.deepEqual(dates('2026-05'), { target: '2026-05-15', latest: '2026-05-20' });
  // 15 November is a Sunday; 20 July is 海の日 after a Sunday; 20 September is a Sunday.
  assert.deepEqual(dates('2026-11'), { target: '2026-11-14', latest: '2026-11-20' });
  assert.deepEqual(dates('2026-07'), { target: '2026-07-15', latest: '2026-07-18' });
  assert.deepEqual(dates('2026-09'), { target: '2026-09-15', latest: '2026-09-19' });
});

test('in no month of the contract does a dispatch date move later or onto a closed day [AMB-09]', () => {
  for (const each of monthsOf2026) {
    const { target, latest } = dispatchDates(each, DISPATCH_DAYS, PROGRAMME_CALENDAR);
    for (const [day, limit] of [
      [target, 15],
      [latest, 20],
    ] as const) {
      assert.ok(dayOf(day) <= limit && isProgrammeDay(day, PROGRAMME_CALENDAR));
      assert.ok(open(addDays(day, 1), addDays(firstDay(each), limit - 1)).length === 0);
    }
  }
});

test('other days of the month can be set [AMB-09]', () => {
  const dates = dispatchDates(month('2026-05'), { target: 11, latest: 12 }, PROGRAMME_CALENDAR);
  assert.deepEqual(dates, { target: '2026-05-11', latest: '2026-05-12' });
});

test('the report of a month is due on the 10th, ready the office day before when that is closed [CHI-9.1-2, AMB-43]', () => {
  const table = [
    ['2026-04', '2026-05-10', '2026-05-08'],
    ['2026-05', '2026-06-10', '2026-06-10'],
    ['2026-09', '2026-10-10', '2026-10-09'],
    ['2026-12', '2027-01-10', '2027-01-08'],
  ] as const;
  for (const [reported, due, internal] of table) {
    assert.deepEqual(monthlyReportDue(month(reported), OFFICE_CALENDAR), { due, internal });
  }
});

test('only three 10ths of the contract year are closed [CHI-9.1-2, AMB-43]', () => {
  const moved = monthsOf2026.filter((each) => {
    const { due, internal } = monthlyReportDue(each, OFFICE_CALENDAR);
    return due !== internal;
  });
  assert.deepEqual(moved, ['2026-04', '2026-09', '2026-12']);
});

test('the reports of March and of the year are due on 31 March [CHI-9.1-3, CHI-9.2-1, AMB-22]', () => {
  const due = { due: '2027-03-31', internal: '2027-03-31' };
  assert.deepEqual(monthlyReportDue(month('2027-03'), OFFICE_CALENDAR), due);
  assert.deepEqual(annualReportDue(2026, OFFICE_CALENDAR), due);
  // 31 March 2029 is a Saturday.
  assert.deepEqual(annualReportDue(2028, OFFICE_CALENDAR), { due: '2029-03-31', internal: '2029-03-30' });
});

function open(from: CivilDate, to: CivilDate): CivilDate[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isProgrammeDay(day, PROGRAMME_CALENDAR)) days.push(day);
  }
  return days;
}
