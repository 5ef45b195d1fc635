/** What a column holds, as far as a spreadsheet's harm to it can be told. */
export type CellKind =
  | 'reference'
  | 'name'
  | 'kana'
  | 'date'
  | 'postcode'
  | 'phone'
  | 'address'
  | 'count'
  | 'words';

export type ExcelDamage =
  | 'ditto-mark'
  | 'excel-error'
  | 'excel-overflow'
  | 'scientific-number'
  | 'date-serial'
  | 'number-became-date'
  | 'honorific';

/**
 * What a spreadsheet, or a hand in it, has done to a cell (domain.md 4.6). The text is without outer spaces and
 * not blank. A damaged cell is never repaired here: the ward is told which line and column to write anew. Zeros lost
 * in front are found where the number is read: telephone, postcode, and 整理番号 beside its fellows.
 */
export function excelDamage(text: string, kind: CellKind): ExcelDamage | undefined {
  if (DITTO.test(text)) return 'ditto-mark';
  if (ERROR_VALUE.test(text)) return 'excel-error';
  if (OVERFLOW.test(text)) return 'excel-overflow';
  if (SCIENTIFIC.test(text) && kind !== 'words') return 'scientific-number';
  switch (kind) {
    case 'date':
      return SERIAL.test(text) ? 'date-serial' : undefined;
    case 'reference':
    case 'count':
    case 'postcode':
    case 'phone':
      return isMadeDate(text) ? 'number-became-date' : undefined;
    case 'address':
      return isMadeDate(text) || DAY_IN_ADDRESS.test(text) ? 'number-became-date' : undefined;
    case 'name':
    case 'kana':
      return HONORIFIC.test(text) ? 'honorific' : undefined;
    case 'words':
      return undefined;
  }
}

const DITTO = /^([〃々"”″〟]+|同上|同じ|同)$/;
const ERROR_VALUE = /#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)/i;
const OVERFLOW = /^[#＃]{2,}$/;
const SCIENTIFIC = /^\d(\.\d+)?E[+-]\d{1,3}$/i;
/** Days since 1900 from 1954 to 2118: no other date form has five digits. */
const SERIAL = /^[2-7]\d{4}(\.\d+)?$/;
/** 3-4 becomes 3月4日, 1-2-3 becomes 2001/2/3, in every spelling a spreadsheet has for them. */
const MADE_DATES = [
  /^\d{1,2}月\d{1,2}日$/,
  /^\d{4}年\d{1,2}月(\d{1,2}日)?$/,
  /^\d{4}\/\d{1,2}\/\d{1,2}( 0?0:00(:00)?)?$/,
  /^\d{4}-\d{2}-\d{2}([ T]0?0:00(:00)?)?$/,
  /^\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(-\d{2,4})?$/i,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2,4}$/i,
];
const DAY_IN_ADDRESS = /[\d０-９]{1,2}月[\d０-９]{1,2}日/;
const HONORIFIC = /(様|殿|さま|\s(サマ|ｻﾏ|さま))$/;

function isMadeDate(text: string): boolean {
  return MADE_DATES.some((form) => form.test(text));
}
