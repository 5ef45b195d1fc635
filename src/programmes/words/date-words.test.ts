import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import { PORTAL_LANGUAGES } from '../../domain/portal/language.ts';
import { dateIn } from './date-words.ts';

test('a day has its year and its day of the week in every language [CHI-8.3-13]', () => {
  const day = date('2026-09-01');
  assert.deepEqual(
    PORTAL_LANGUAGES.map((language) => dateIn(language, day)),
    [
      '2026年9月1日(火)',
      '2026年9月1日（火曜日）',
      'Tuesday, 1 September 2026',
      '2026年9月1日（星期二）',
      '2026년 9월 1일(화요일)',
    ],
  );
});

test('names of months and days of the week are those of the platform in each language [CHI-8.3-13]', () => {
  const platform = { en: 'en', zh: 'zh-Hans', ko: 'ko' } as const;
  for (let month = 1; month <= 12; month += 1) {
    const day = date(`2026-${`${month}`.padStart(2, '0')}-${month + 9}`);
    assert.equal(dateIn('ja', day), formatJapaneseDate(day));
    const instant = new Date(`${day}T00:00:00Z`);
    for (const language of ['en', 'zh', 'ko'] as const) {
      const say = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(platform[language], { timeZone: 'UTC', ...options }).format(instant);
      assert.ok(dateIn(language, day).includes(say({ weekday: 'long' })));
      if (language === 'en') assert.ok(dateIn(language, day).includes(say({ month: 'long' })));
    }
  }
});
