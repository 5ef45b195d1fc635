import type { CalendarError } from '../../domain/calendar/answers.ts';
import type { WardDateError } from '../../domain/calendar/ward-date.ts';
import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';

/** Why a date could not be computed, and what to do. */
export function calendarSentence(error: CalendarError): string {
  switch (error.type) {
    case 'outside-calendar':
      return '計算した日が、扱える範囲(1868年〜2199年)を外れます。';
    case 'no-holiday-law':
      return `祝日がわかるのは${error.from}年から${error.to}年までです。`;
    case 'days-out-of-range':
      return `日数は1から${error.most}までの整数で書いてください。`;
    case 'before-pregnancy':
      return `--on の日は妊娠0週0日(${formatJapaneseDate(error.lmp)})より前です。`;
    case 'before-eras':
      return '1873年(明治6年)より前の日は和暦にできません。';
    default:
      return wardDateSentence(error);
  }
}

function wardDateSentence(error: WardDateError): string {
  const meant = error.meant ? `(${formatJapaneseDate(error.meant)}のことでしょうか)` : '';
  switch (error.code) {
    case 'blank':
      return '日付が空です。';
    case 'unreadable':
      return '日付として読めません。2026-09-01、R8.9.1、令和8年9月1日などの形で書いてください。';
    case 'year-ambiguous':
      return `元号のない6桁の日付は、どの元号か決められません${meant}。5080901 のように元号の数字を付けてください。`;
    case 'excel-serial':
      return `表計算ソフトの通し番号のようです${meant}。日付の形で書き直してください。`;
    case 'no-such-day':
      return 'その日は暦にありません。';
    case 'no-such-era-year':
      return 'その元号にその年はありません。';
    case 'outside-era':
      return `その日はその元号ではありません${meant}。`;
  }
}
