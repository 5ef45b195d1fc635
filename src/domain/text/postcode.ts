import { err, ok, type Result } from '../basics/result.ts';
import { DASHES } from './dashes.ts';

/** Seven digits without a hyphen: 1020083. */
export type Postcode = string & { readonly __brand: 'Postcode' };

/** `lost-zero`: six digits or fewer, a spreadsheet has taken zeros from the front; `likely` is what it probably was. */
export type NotAPostcode =
  | { readonly type: 'not-a-postcode'; readonly reason: 'empty' | 'characters' | 'length' }
  | { readonly type: 'not-a-postcode'; readonly reason: 'lost-zero'; readonly likely: Postcode };

const SEPARATORS = new RegExp(`[\\s${DASHES}]`, 'g');

/**
 * Reads a postcode in any width, with or without 〒 and hyphen (domain.md 3.6, 4.6). A code that has lost its zeros
 * is an error that names the likely one: a person decides, since the letter goes where the code says.
 */
export function readPostcode(typed: string): Result<Postcode, NotAPostcode> {
  const digits = typed
    .normalize('NFKC')
    .replace(/^\s*〒/, '')
    .replace(SEPARATORS, '');
  if (digits === '') return err({ type: 'not-a-postcode', reason: 'empty' });
  if (!/^\d+$/.test(digits)) return err({ type: 'not-a-postcode', reason: 'characters' });
  if (digits.length === 7) return ok(digits as Postcode);
  if (digits.length === 6 || digits.length === 5) {
    return err({ type: 'not-a-postcode', reason: 'lost-zero', likely: digits.padStart(7, '0') as Postcode });
  }
  return err({ type: 'not-a-postcode', reason: 'length' });
}

/** With its hyphen: 102-0083. */
export function formatPostcode(postcode: Postcode): string {
  return `${postcode.slice(0, 3)}-${postcode.slice(3)}`;
}

/** A code for all places of a municipality that have none of their own (以下に掲載がない場合); it ends in 00. */
export function isGeneralPostcode(postcode: Postcode): boolean {
  return postcode.endsWith('00');
}
