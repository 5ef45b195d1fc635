import { civilDate, civilDateFrom, type CivilDate } from '../basics/civil-date.ts';
import { err, type Result } from '../basics/result.ts';
import { dayInEra, ERAS, type Era } from './era.ts';

/**
 * Why a date written by a ward was not taken. A date that could mean two days is refused, never guessed.
 * `found` is the text as written, a personal value where the field is one: show it, never log it.
 * `meant` is a day to offer to the person who asks the ward; it is not to be used unasked.
 */
export type WardDateError = {
  readonly type: 'ward-date';
  readonly code: WardDateCode;
  readonly found: string;
  readonly meant?: CivilDate;
};

export type WardDateCode =
  | 'blank'
  /** None of the known forms. */
  | 'unreadable'
  /** 080401 (or 80401), 8.4.1, 26/4/1: no era and no four-digit year. */
  | 'year-ambiguous'
  /** 46113: a date that a spreadsheet turned into its day number. */
  | 'excel-serial'
  /** 30 February, month 13, or a year outside 1868 to 2199. */
  | 'no-such-day'
  /** 令和0年. */
  | 'no-such-era-year'
  /** 平成31年5月1日: before the era began or after it ended. */
  | 'outside-era';

/**
 * Reads every unambiguous form in which wards write a day (design.md section 6, domain.md 4.6): 2026-09-01, 2026/9/1,
 * 2026.9.1, 20260901, 2026年9月1日, R8.9.1, R080901, 令8.9.1, 令和8年9月1日, 令和元年5月1日, 5080901; with full-width
 * characters, blanks around the parts, and the midnight that a spreadsheet appends.
 */
export function parseWardDate(text: string): Result<CivilDate, WardDateError> {
  const written = fold(text);
  if (written === '') return refuse('blank', text);
  return western(written, text) ?? inEra(written, text) ?? refuseUnclear(written, text);
}

type Reading = Result<CivilDate, WardDateError>;

const WESTERN = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
];

function western(written: string, text: string): Reading | undefined {
  const match = firstMatch(WESTERN, written);
  if (!match) return undefined;
  const day = civilDateFrom(Number(match[1]), Number(match[3]), Number(match[4]));
  return day.ok ? day : refuse('no-such-day', text);
}

const ERA_SIGN = '(明治|大正|昭和|平成|令和|[明大昭平令MTSHR])';
const IN_ERA = [
  new RegExp(`^${ERA_SIGN}(\\d{1,2}|元)([-/.])(\\d{1,2})\\3(\\d{1,2})$`),
  new RegExp(`^${ERA_SIGN}(\\d{1,2}|元)(年)(\\d{1,2})月(\\d{1,2})日$`),
  new RegExp(`^${ERA_SIGN}(\\d{2})()(\\d{2})(\\d{2})$`),
  /^([1-5])(\d{2})()(\d{2})(\d{2})$/,
];

function inEra(written: string, text: string): Reading | undefined {
  const match = firstMatch(IN_ERA, written);
  const era = match && eraSigned(match[1] ?? '');
  if (!match || !era) return undefined;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  const day = dayInEra(era, year, Number(match[4]), Number(match[5]));
  if (day.ok) return day;
  switch (day.error.type) {
    case 'not-a-date':
      return refuse('no-such-day', text);
    case 'no-such-era-year':
      return refuse('no-such-era-year', text);
    case 'outside-era':
      return refuse('outside-era', text, day.error.meant);
  }
}

function eraSigned(sign: string): Era | undefined {
  return ERAS.find(
    ({ name, letter, code }) => sign === name || sign === name[0] || sign === letter || sign === String(code),
  );
}

const SIX_DIGITS_OR_SHORT_YEAR = /^(\d{6}|\d{1,2}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}年\d{1,2}月\d{1,2}日)$/;
/** Five digits are a day number of a spreadsheet that counts from 1900; a `.0` comes with some exports. */
const FIVE_DIGITS = /^(\d{5})(\.0+)?$/;
const SERIAL_OF_1970 = 25_569;
const SERIAL_OF_2099_END = 73_050;

function refuseUnclear(written: string, text: string): Reading {
  const serial = Number(FIVE_DIGITS.exec(written)?.[1] ?? 0);
  // A number beyond 2099 is rather YYMMDD whose leading zero the spreadsheet dropped: 80401 for 080401.
  if (serial > SERIAL_OF_2099_END) return refuse('year-ambiguous', text);
  if (serial > 0) return refuse('excel-serial', text, civilDate(serial - SERIAL_OF_1970));
  return refuse(SIX_DIGITS_OR_SHORT_YEAR.test(written) ? 'year-ambiguous' : 'unreadable', text);
}

const SQUARE_ERAS: Readonly<Record<string, string>> = {
  '㍾': '明治',
  '㍽': '大正',
  '㍼': '昭和',
  '㍻': '平成',
  '㋿': '令和',
};

/**
 * One spelling for each form. Only what dates are written with is folded, not all that NFKC would: it turns ² into 2.
 * A blank between two digits stays and makes the text unreadable: 令和8年9月1 0日 is no 10th.
 */
function fold(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[㍻-㍾㋿]/g, (sign) => SQUARE_ERAS[sign] ?? sign)
    .replace(/[‐-―−]/g, '-')
    .trim()
    .replace(/(?<=\d)[\sT]+0?0:00(:00(\.0+)?)?$/, '')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .toUpperCase();
}

function firstMatch(forms: readonly RegExp[], written: string): RegExpExecArray | undefined {
  for (const form of forms) {
    const match = form.exec(written);
    if (match) return match;
  }
  return undefined;
}

function refuse(code: WardDateCode, found: string, meant?: CivilDate): Reading {
  return err({ type: 'ward-date', code, found, ...(meant && { meant }) });
}
