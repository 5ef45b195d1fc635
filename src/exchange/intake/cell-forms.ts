import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { parseWardDate, type WardDateCode } from '../../domain/calendar/ward-date.ts';
import type { RowProblemCode } from '../../domain/intake/problems.ts';
import type { CellForm } from './row-draft.ts';

/** The forms of the columns that several lists share. */
export const cellForms = {
  /** 整理番号: letters and figures; full-width ones are the same number. */
  reference: {
    kind: 'reference',
    max: 40,
    parse: (text) => {
      const half = halfWidth(text);
      return /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(half) ? ok(half) : err('reference-unreadable');
    },
  } satisfies CellForm<string>,
  name: { kind: 'name', max: 100, printed: true, parse: asWritten } satisfies CellForm<string>,
  kana: {
    kind: 'kana',
    max: 100,
    parse: (text) => (KANA.test(text) ? ok(text) : err('kana-not-kana')),
  } satisfies CellForm<string>,
  date: {
    kind: 'date',
    max: 40,
    parse: (text) => {
      const read = parseWardDate(text);
      return read.ok ? read : err(dateProblems[read.error.code]);
    },
  } satisfies CellForm<CivilDate>,
  postcode: {
    kind: 'postcode',
    max: 20,
    parse: (text) => {
      const digits = halfWidth(text)
        .replace(/[〒\s]/g, '')
        .replace(/^(\d{3})[-‐‑–—―−ー](\d{4})$/, '$1$2');
      return /^\d{7}$/.test(digits) ? ok(digits) : err('postcode-unreadable');
    },
  } satisfies CellForm<string>,
  phone: {
    kind: 'phone',
    max: 60,
    parse: (text) => {
      const digits = halfWidth(text)
        .replace(/[\s()‐‑–—―−ー-]/g, '')
        .replace(/^\+81/, '0');
      return /^0\d{9,10}$/.test(digits) ? ok(text) : err('phone-unreadable');
    },
  } satisfies CellForm<string>,
  address: { kind: 'address', max: 200, printed: true, parse: asWritten } satisfies CellForm<string>,
  words: { kind: 'words', max: 200, parse: asWritten } satisfies CellForm<string>,
  remark: { kind: 'words', max: 4000, lineFeeds: true, parse: asWritten } satisfies CellForm<string>,
  flag: {
    kind: 'count',
    max: 10,
    parse: (text) => {
      const half = halfWidth(text);
      return half === '1' || half === '0' ? ok(half === '1') : err('flag-unreadable');
    },
  } satisfies CellForm<boolean>,
  count: {
    kind: 'count',
    max: 10,
    parse: (text) => {
      const digits = /^(\d{1,2})[人名]?$/.exec(halfWidth(text))?.[1];
      return digits === undefined ? err('count-unreadable') : ok(Number(digits));
    },
  } satisfies CellForm<number>,
} as const;

/** The form of a column that knows a few words or codes only. */
export function wordForm<T>(values: ReadonlyMap<string, T>, problem: RowProblemCode): CellForm<T> {
  return {
    kind: 'words',
    max: 40,
    parse: (text) => {
      const value = values.get(halfWidth(text));
      return value === undefined ? err(problem) : ok(value);
    },
  };
}

function asWritten(text: string): Result<string, RowProblemCode> {
  return ok(text);
}

/** Katakana of either width, hiragana, and the Latin letters of foreign residents; no kanji, no figures. */
const KANA = /^(?=.*\p{L})[ァ-ヺーヽヾぁ-ゖゝゞｦ-ﾟ・･゛゜\p{Script=Latin}\s'’.,．，\-‐－ｰ]+$/u;

const dateProblems: Readonly<Record<WardDateCode, RowProblemCode>> = {
  blank: 'blank',
  unreadable: 'date-unreadable',
  'year-ambiguous': 'date-year-unclear',
  'excel-serial': 'date-serial',
  'no-such-day': 'date-does-not-exist',
  'no-such-era-year': 'date-does-not-exist',
  'outside-era': 'date-does-not-exist',
};

/** Full-width ASCII as half-width, nothing else: NFKC would also change kana and old forms of kanji. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
