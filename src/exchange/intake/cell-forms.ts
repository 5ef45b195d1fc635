import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { parseWardDate, type WardDateCode } from '../../domain/calendar/ward-date.ts';
import type { RowProblemCode } from '../../domain/intake/problems.ts';
import { halfWidth } from '../../domain/text/half-width.ts';
import { readPhone } from '../../domain/text/phone.ts';
import { readPostcode, type Postcode } from '../../domain/text/postcode.ts';
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
      const read = readPostcode(text);
      if (read.ok) return read;
      return err(read.error.reason === 'lost-zero' ? 'leading-zero-lost' : 'postcode-unreadable');
    },
  } satisfies CellForm<Postcode>,
  phone: {
    kind: 'phone',
    max: 60,
    parse: (text) => {
      const read = readPhone(text);
      if (!read.ok) return err('phone-unreadable');
      return read.value.zeroRestored ? err('leading-zero-lost') : ok(text);
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
