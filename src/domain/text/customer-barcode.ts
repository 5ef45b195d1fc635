import { err, ok, type Result } from '../basics/result.ts';
import { DASHES } from './dashes.ts';
import { KANJI_DIGITS, readKanjiNumber } from './kanji-number.ts';
import { isGeneralPostcode, readPostcode, type NotAPostcode } from './postcode.ts';
import { withoutVariationSelectors } from './variants.ts';

/** One character of the bars: a digit, the hyphen, or a control code. */
export type BarcodeCode =
  | `${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | '-'
  | `CC${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/**
 * カスタマバーコード: what the post's machines read under an address. `postcode` has seven digits, `digits` is what
 * was taken from the address (1-3-2-503), `codes` the thirteen characters it fills, `check` the twenty-first.
 */
export type CustomerBarcode = {
  readonly postcode: string;
  readonly digits: string;
  readonly codes: readonly BarcodeCode[];
  readonly check: BarcodeCode;
};

/** `general-postcode`: a code for 以下に掲載がない場合 gets no barcode. */
export type NoBarcode = NotAPostcode | { readonly type: 'general-postcode' };

const PLACES = 13;
const UNITS = `丁目|丁|番地|番(?![町丁])|号|地割|線|[のノ]`;
const KANJI_BEFORE_UNIT = new RegExp(`[${KANJI_DIGITS}]+(?=${UNITS})`, 'g');
const HYPHENS = new RegExp(`[${DASHES}]`, 'g');

/**
 * Codes an address. `rest` is what follows the town (町域) of the postal table and nothing before it: fed with
 * 一番町6-4 whole, the town would become a number (domain.md 3.4; 郵便番号・バーコードマニュアル p12 to p21).
 */
export function customerBarcode(postcode: string, rest: string): Result<CustomerBarcode, NoBarcode> {
  const read = readPostcode(postcode);
  if (!read.ok) return read;
  if (isGeneralPostcode(read.value)) return err({ type: 'general-postcode' });
  const digits = addressDigits(rest);
  const written = Array.from(digits).flatMap(codesOf);
  const codes = [...written, ...Array<BarcodeCode>(PLACES).fill('CC4')].slice(0, PLACES);
  const sum = [...Array.from(read.value), ...codes].reduce((total, code) => total + valueOf(code), 0);
  return ok({ postcode: read.value, digits, codes, check: VALUES[(19 - (sum % 19)) % 19] ?? '0' });
}

/** The digits, hyphens and single letters of an address that the barcode holds: 3丁目30-8 郵便ビル403号 gives 3-30-8-403. */
export function addressDigits(rest: string): string {
  return withoutVariationSelectors(rest)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[&/・.]/g, '')
    .replace(KANJI_BEFORE_UNIT, (number) => String(readKanjiNumber(number)))
    .replace(HYPHENS, '-')
    .replace(/[A-Z]{2,}/g, '-')
    .replace(/(?<=\d)F/g, '-')
    .replace(/[^0-9A-Z]+/g, '-')
    .replace(/-?([A-Z])-?/g, '$1')
    .replace(/^-|-$/g, '');
}

/** The nineteen characters in the order of their value in the check. */
const VALUES: readonly BarcodeCode[] = [
  ...(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const),
  '-',
  ...(['CC1', 'CC2', 'CC3', 'CC4', 'CC5', 'CC6', 'CC7', 'CC8'] as const),
];

function valueOf(code: string): number {
  return VALUES.findIndex((one) => one === code);
}

/** A letter takes two characters: A to J are CC1 and 0 to 9, K to T CC2, U to Z CC3. */
function codesOf(character: string): readonly BarcodeCode[] {
  const letter = character.charCodeAt(0) - 65;
  const codes = letter >= 0 ? [VALUES[11 + Math.floor(letter / 10)], VALUES[letter % 10]] : [character];
  return codes.map((code) => VALUES[valueOf(code ?? '')] ?? '-');
}
