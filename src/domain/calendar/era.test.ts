import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date, dayOf, monthOf, type CivilDate } from '../basics/civil-date.ts';
import { dayInEra, ERAS, eraLabel, eraOf, type EraName } from './era.ts';
import { formatEraDate } from './japanese-date.ts';

function era(name: EraName) {
  const found = ERAS.find((candidate) => candidate.name === name);
  assert.ok(found);
  return found;
}

test('days carry the era and year of domain.md 5.4 [B-01]', () => {
  const table = [
    ['2019-04-30', '平成31'],
    ['2019-05-01', '令和元'],
    ['2026-04-01', '令和8'],
    ['2027-03-31', '令和9'],
    ['1989-01-07', '昭和64'],
    ['1989-01-08', '平成元'],
    ['2001-04-01', '平成13'],
  ] as const;
  for (const [day, label] of table) {
    const named = eraOf(date(day));
    assert.ok(named);
    assert.equal(eraLabel(named), label);
  }
});

test('every day from 1873 to 2100 is written as Intl writes it in the Japanese calendar [B-01]', () => {
  const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  for (let day = date('1873-01-01'); day < '2100-01-01'; day = addDays(day, 1)) {
    assert.equal(formatEraDate(day), intl.format(Date.parse(`${day}T00:00:00Z`)), day);
  }
});

test('an era date leads back to its day for every day from 1873 [B-01]', () => {
  for (let day = date('1873-01-01'); day < '2100-01-01'; day = addDays(day, 1)) {
    const named = eraOf(day);
    assert.ok(named);
    assert.deepEqual(dayInEra(era(named.era), named.year, monthOf(day), dayOf(day)), {
      ok: true,
      value: day,
    });
  }
});

test('a day outside its era is an error that names the day meant [B-01]', () => {
  const outside = (name: EraName, meant: string) => ({
    ok: false,
    error: { type: 'outside-era', era: name, meant: meant as CivilDate },
  });
  assert.deepEqual(dayInEra(era('平成'), 31, 5, 1), outside('平成', '2019-05-01'));
  assert.deepEqual(dayInEra(era('平成'), 32, 1, 1), outside('平成', '2020-01-01'));
  assert.deepEqual(dayInEra(era('令和'), 1, 4, 30), outside('令和', '2019-04-30'));
  assert.deepEqual(dayInEra(era('昭和'), 64, 1, 8), outside('昭和', '1989-01-08'));
  assert.deepEqual(dayInEra(era('明治'), 5, 12, 31), outside('明治', '1872-12-31'));
});

test('the year 0 and a day that does not exist are errors [B-01]', () => {
  const zero = dayInEra(era('令和'), 0, 1, 1);
  assert.equal(!zero.ok && zero.error.type, 'no-such-era-year');
  const february = dayInEra(era('令和'), 8, 2, 30);
  assert.equal(!february.ok && february.error.type, 'not-a-date');
});

test('the day on which an era was proclaimed may be written in either era [B-01]', () => {
  assert.deepEqual(dayInEra(era('大正'), 15, 12, 25), { ok: true, value: '1926-12-25' });
  assert.deepEqual(dayInEra(era('昭和'), 1, 12, 25), { ok: true, value: '1926-12-25' });
  assert.deepEqual(dayInEra(era('明治'), 45, 7, 30), { ok: true, value: '1912-07-30' });
  assert.deepEqual(dayInEra(era('大正'), 1, 7, 30), { ok: true, value: '1912-07-30' });
  assert.equal(dayInEra(era('大正'), 15, 12, 26).ok, false);
});

test('before the solar calendar of 1873 no era year is named [B-01]', () => {
  assert.equal(eraOf(date('1872-12-31')), undefined);
  assert.deepEqual(eraOf(date('1873-01-01')), { era: '明治', year: 6 });
});
