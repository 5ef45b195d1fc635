import { dayOf, monthOf, weekday, yearOf, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { PortalLanguage } from '../../domain/portal/language.ts';

/**
 * A day as a resident reads it, always with year and day of the week: 2026年9月1日(火), 2026年9月1日（火曜日）, Tuesday, 1
 * September 2026, 2026年9月1日（星期二）, 2026년 9월 1일(화요일).
 */
export function dateIn(language: PortalLanguage, day: CivilDate): string {
  const { pattern, weekdays, months } = DATES[language];
  const values: Readonly<Record<string, string>> = {
    y: `${yearOf(day)}`,
    m: months?.[monthOf(day) - 1] ?? `${monthOf(day)}`,
    d: `${dayOf(day)}`,
    w: weekdays[weekday(day)],
  };
  return pattern.replaceAll(/\{([ymdw])\}/g, (_, key: string) => values[key] ?? '');
}

type Week = readonly [string, string, string, string, string, string, string];

type DateWords = { readonly pattern: string; readonly weekdays: Week; readonly months?: readonly string[] };

const DATES: Readonly<Record<PortalLanguage, DateWords>> = {
  ja: { pattern: '{y}年{m}月{d}日({w})', weekdays: ['日', '月', '火', '水', '木', '金', '土'] },
  easy: {
    pattern: '{y}年{m}月{d}日（{w}）',
    weekdays: ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'],
  },
  en: {
    pattern: '{w}, {d} {m} {y}',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
  zh: {
    pattern: '{y}年{m}月{d}日（{w}）',
    weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  },
  ko: {
    pattern: '{y}년 {m}월 {d}일({w})',
    weekdays: ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'],
  },
};
