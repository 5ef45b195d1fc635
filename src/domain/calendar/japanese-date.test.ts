import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date } from '../basics/civil-date.ts';
import { formatEraDate, formatJapaneseDate, weekdayLabel } from './japanese-date.ts';

test('a date is written with its weekday for residents and in the era for papers [B-01]', () => {
  assert.equal(formatJapaneseDate(date('2026-09-01')), '2026年9月1日(火)');
  assert.equal(formatEraDate(date('2026-09-01')), '令和8年9月1日');
  assert.equal(formatEraDate(date('2019-05-01')), '令和元年5月1日');
  assert.equal(formatEraDate(date('1870-01-01')), '1870年1月1日');
});

test('weekdays agree with Intl in Japanese [B-01]', () => {
  const intl = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' });
  for (let day = date('2026-01-01'); day < '2029-01-01'; day = addDays(day, 1)) {
    assert.equal(weekdayLabel(day), intl.format(Date.parse(`${day}T00:00:00Z`)));
  }
});
