import assert from 'node:assert/strict';
import { test } from 'node:test';
import holidayJp from '@holiday-jp/holiday_jp';
import { addDays, date, weekday, yearOf } from '../basics/civil-date.ts';
import {
  ANNOUNCED_HOLIDAYS,
  hasHolidayLaw,
  holidayName,
  isAnnounced,
  type HolidayTable,
} from './holidays.ts';

const LETTERS = '日月火水木金土';

function listed(year: number, table = ANNOUNCED_HOLIDAYS): string[] {
  const found: string[] = [];
  for (let day = date(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    const name = holidayName(day, table);
    if (name !== undefined) found.push(`${day.slice(5)}${LETTERS[weekday(day)]} ${name}`);
  }
  return found;
}

test('the holidays of 2026 are those the Cabinet Office announced [CHI-8.6-2]', () => {
  assert.deepEqual(listed(2026), [
    '01-01木 元日',
    '01-12月 成人の日',
    '02-11水 建国記念の日',
    '02-23月 天皇誕生日',
    '03-20金 春分の日',
    '04-29水 昭和の日',
    '05-03日 憲法記念日',
    '05-04月 みどりの日',
    '05-05火 こどもの日',
    '05-06水 振替休日',
    '07-20月 海の日',
    '08-11火 山の日',
    '09-21月 敬老の日',
    '09-22火 国民の休日',
    '09-23水 秋分の日',
    '10-12月 スポーツの日',
    '11-03火 文化の日',
    '11-23月 勤労感謝の日',
  ]);
});

test('the holidays of 2027 are those the Cabinet Office announced [CHI-8.6-2]', () => {
  assert.deepEqual(listed(2027), [
    '01-01金 元日',
    '01-11月 成人の日',
    '02-11木 建国記念の日',
    '02-23火 天皇誕生日',
    '03-21日 春分の日',
    '03-22月 振替休日',
    '04-29木 昭和の日',
    '05-03月 憲法記念日',
    '05-04火 みどりの日',
    '05-05水 こどもの日',
    '07-19月 海の日',
    '08-11水 山の日',
    '09-20月 敬老の日',
    '09-23木 秋分の日',
    '10-11月 スポーツの日',
    '11-03水 文化の日',
    '11-23火 勤労感謝の日',
  ]);
});

test('every day of 2020 to 2050 agrees with the public holiday_jp data, name by name [CHI-8.6-2]', () => {
  const data = new Map(Object.entries(holidayJp.holidays as Record<string, { name: string }>));
  let compared = 0;
  for (let day = date('2020-01-01'); day <= '2050-12-31'; day = addDays(day, 1)) {
    // Their substitute is named after its holiday, and 国民の休日 is called 休日 as in the law.
    const theirs = data
      .get(day)
      ?.name.replace(/^.* 振替休日$/, '振替休日')
      .replace(/^休日$/, '国民の休日');
    assert.equal(holidayName(day, ANNOUNCED_HOLIDAYS), theirs, day);
    if (theirs !== undefined) compared += 1;
  }
  assert.ok(compared > 31 * 16);
});

test('the Olympic years moved three days and left their usual places open [CHI-8.6-2]', () => {
  const names = ['2020-07-20', '2020-07-23', '2020-07-24', '2020-08-10', '2020-08-11', '2020-10-12'];
  assert.deepEqual(
    names.map((day) => holidayName(date(day), ANNOUNCED_HOLIDAYS)),
    [undefined, '海の日', 'スポーツの日', '山の日', undefined, undefined],
  );
  assert.equal(holidayName(date('2021-08-09'), ANNOUNCED_HOLIDAYS), '振替休日');
});

test('a later announcement can move an equinox, and substitutes follow it [CHI-8.6-2]', () => {
  const table: HolidayTable = {
    announcedUntil: date('2027-12-31'),
    added: [{ date: date('2027-09-22'), name: '秋分の日' }],
    removed: [date('2027-09-23'), date('2027-03-21')],
  };
  assert.equal(holidayName(date('2027-09-22'), table), '秋分の日');
  assert.equal(holidayName(date('2027-09-21'), table), '国民の休日');
  assert.equal(holidayName(date('2027-09-23'), table), undefined);
  assert.equal(holidayName(date('2027-03-22'), table), undefined);
});

test('an added holiday on a Sunday moves past the holidays after it [CHI-8.6-2]', () => {
  const table = { ...ANNOUNCED_HOLIDAYS, added: [{ date: date('2027-05-02'), name: '祝日' }] };
  assert.equal(holidayName(date('2027-05-06'), table), '振替休日');
  assert.equal(holidayName(date('2027-05-06'), ANNOUNCED_HOLIDAYS), undefined);
});

test('days after 2027 are forecasts until they are announced [CHI-8.6-2]', () => {
  assert.equal(isAnnounced(date('2027-12-31'), ANNOUNCED_HOLIDAYS), true);
  assert.equal(isAnnounced(date('2028-01-01'), ANNOUNCED_HOLIDAYS), false);
});

test('years whose law is not written down are refused, never guessed [CHI-8.6-2]', () => {
  assert.deepEqual(
    ['2019-12-31', '2020-01-01', '2099-12-31', '2100-01-01'].map((day) => hasHolidayLaw(date(day))),
    [false, true, true, false],
  );
  assert.throws(() => holidayName(date('2019-12-31'), ANNOUNCED_HOLIDAYS), /No holiday law/);
});
