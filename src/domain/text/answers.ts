import { splitAddress, type AddressHints } from './address.ts';
import { customerBarcode } from './customer-barcode.ts';
import { kanaKey } from './kana.ts';
import { nameKey } from './name.ts';
import type { TownTable } from './town-table.ts';
import { readTracking } from './tracking.ts';

/** What `mimamori text …` can be asked about. */
export type TextSubject = 'kana' | 'name' | 'address' | 'barcode' | 'tracking';

/** One line of answer. `error` is a code; the text that could not be read is never repeated. */
export type TextAnswer = object | { readonly error: string };

/** A line of input after JSON.parse: anything at all. */
type Line = unknown;

/** Answers one line in the shapes of design.md 6. A line without the field it needs gives an error and no exception. */
export function answerText(subject: TextSubject, line: Line, towns: TownTable): TextAnswer {
  return ANSWERS[subject](line, towns);
}

const ANSWERS: Readonly<Record<TextSubject, (line: Line, towns: TownTable) => TextAnswer>> = {
  kana: (line) => keyAnswer(line, 'kana', kanaKey),
  name: (line) => keyAnswer(line, 'name', nameKey),
  address: addressAnswer,
  barcode: barcodeAnswer,
  tracking: trackingAnswer,
};

function keyAnswer(line: Line, field: string, keyOf: (text: string) => string): TextAnswer {
  const text = textIn(line, field);
  if (text === undefined) return { error: `no-${field}` };
  const key = keyOf(text);
  return key === '' ? { error: 'empty' } : { key };
}

function addressAnswer(line: Line, towns: TownTable): TextAnswer {
  const address = textIn(line, 'address');
  if (address === undefined) return { error: 'no-address' };
  const postcode = textIn(line, 'postcode');
  const hints: AddressHints = postcode === undefined ? {} : { postcode };
  const parts = splitAddress(address, towns, hints);
  if (!parts.ok) return { error: parts.error.reason };
  const { pref, city, town, rest, building, key } = parts.value;
  return { pref, city, town, rest, building, key };
}

function barcodeAnswer(line: Line): TextAnswer {
  const postcode = textIn(line, 'postcode');
  const rest = textIn(line, 'rest');
  if (postcode === undefined || rest === undefined) {
    return { error: postcode === undefined ? 'no-postcode' : 'no-rest' };
  }
  const barcode = customerBarcode(postcode, rest);
  if (!barcode.ok) {
    return {
      error:
        barcode.error.type === 'not-a-postcode' ? `postcode-${barcode.error.reason}` : barcode.error.type,
    };
  }
  const { digits, codes, check } = barcode.value;
  return { digits, codes, check };
}

function trackingAnswer(line: Line): TextAnswer {
  const typed = textIn(line, 'number');
  if (typed === undefined) return { error: 'no-number' };
  const { ok, number, ...read } = readTracking(typed);
  return 'reason' in read ? { ok, number, reason: read.reason } : { ok, number };
}

function textIn(line: Line, field: string): string | undefined {
  if (typeof line !== 'object' || line === null || !(field in line)) return undefined;
  const value = (line as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
}
