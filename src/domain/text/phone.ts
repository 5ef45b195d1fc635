import { err, ok, type Result } from '../basics/result.ts';
import { DASHES } from './dashes.ts';

/** Digits of a Japanese number from its leading 0 on, without any sign: 09012345678. */
export type PhoneDigits = string & { readonly __brand: 'PhoneDigits' };

export type Phone = {
  readonly digits: PhoneDigits;
  readonly extension?: string;
  /** A spreadsheet had taken the leading 0, it was put back. A person should look before she dials. */
  readonly zeroRestored: boolean;
};

export type NotAPhone = {
  readonly type: 'not-a-phone';
  readonly reason: 'empty' | 'characters' | 'length' | 'foreign';
};

const SEPARATORS = new RegExp(`[\\s().,・/${DASHES}]`, 'g');

/**
 * Reads a Japanese telephone number for search and matching, whatever the width, dashes, brackets or +81.
 * The check is loose: ten digits, or eleven for mobile, IP and 0800 numbers. Whether somebody answers it cannot say.
 */
export function readPhone(typed: string): Result<Phone, NotAPhone> {
  const plain = typed.normalize('NFKC').trim();
  const extension = /(?:内線|ext\.?)\s*(\d+)\s*$/i.exec(plain);
  const bare = (extension ? plain.slice(0, extension.index) : plain).replace(/^(?:tel|電話)[:\s]*/i, '');
  const signs = bare.replace(SEPARATORS, '');
  if (signs === '') return err({ type: 'not-a-phone', reason: 'empty' });
  const country = /^(?:\+|00|010)81(?=[1-9]|0)/.exec(signs);
  const national = country ? `0${signs.slice(country[0].length).replace(/^0/, '')}` : signs;
  if (/^\+\d+$/.test(national)) return err({ type: 'not-a-phone', reason: 'foreign' });
  if (!/^\d+$/.test(national)) return err({ type: 'not-a-phone', reason: 'characters' });
  const digits = withZero(national);
  if (!isWhole(digits)) return err({ type: 'not-a-phone', reason: 'length' });
  return ok({
    digits: digits as PhoneDigits,
    ...(extension?.[1] ? { extension: extension[1] } : {}),
    zeroRestored: digits !== national,
  });
}

/** Nine digits of a fixed line or ten of a mobile without the 0 that every number in Japan begins with. */
function withZero(digits: string): string {
  return /^[1-9]\d{8}$/.test(digits) || /^[5-9]0\d{8}$/.test(digits) ? `0${digits}` : digits;
}

/** Numbers that begin 050 to 090 have eleven digits (0800 too), all others ten. */
function isWhole(digits: string): boolean {
  return /^0[5-9]0/.test(digits) ? digits.length === 11 : /^0[1-9]\d{8}$/.test(digits);
}
