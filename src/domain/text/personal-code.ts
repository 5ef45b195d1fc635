import { err, ok, type Result } from '../basics/result.ts';
import { DASHES } from './dashes.ts';

/**
 * The code on a woman's letter, in text and QR: 20 characters in five fours, ABCD-EFGH-JKLM-NPQR-STUV. Nineteen are
 * chosen at random (95 bits), the last is a check. This is its one written form; the locator is made from it (design.md 2).
 */
export type PersonalCode = string & { readonly __brand: 'PersonalCode' };

export type NotACode = {
  readonly type: 'not-a-code';
  readonly reason: 'empty' | 'characters' | 'length' | 'check';
};

/** 32 signs without 0, 1, I and O: whoever reads a ring or a stroke knows which letter it is. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** How many signs are chosen; a value for each is 0 to 31. */
export const CHOSEN_SIGNS = 19;

const SEPARATORS = new RegExp(`[\\s${DASHES}]`, 'g');

/** The code of nineteen random values. Throws when they are not nineteen of 0 to 31: chance is handed in by our own program. */
export function personalCode(values: readonly number[]): PersonalCode {
  const right = values.every(
    (value) => Number.isInteger(value) && value >= 0 && value < CODE_ALPHABET.length,
  );
  if (!right || values.length !== CHOSEN_SIGNS) throw new Error('A code takes nineteen values of 0 to 31');
  return written([...values, checkOf(values)]);
}

/** Reads what a resident typed or a camera saw: small letters, full width, blanks and any dashes or none. */
export function readPersonalCode(typed: string): Result<PersonalCode, NotACode> {
  const signs = Array.from(typed.normalize('NFKC').toUpperCase().replace(SEPARATORS, ''));
  if (signs.length === 0) return err({ type: 'not-a-code', reason: 'empty' });
  const values = signs.map((sign) => CODE_ALPHABET.indexOf(sign));
  if (values.includes(-1)) return err({ type: 'not-a-code', reason: 'characters' });
  if (values.length !== CHOSEN_SIGNS + 1) return err({ type: 'not-a-code', reason: 'length' });
  if (checkOf(values.slice(0, CHOSEN_SIGNS)) !== values[CHOSEN_SIGNS]) {
    return err({ type: 'not-a-code', reason: 'check' });
  }
  return ok(written(values));
}

/**
 * Each value times its own power of the generator of the field of 32 elements, added up (which is XOR). No power
 * below the 31st repeats, so one wrong sign and any two exchanged ones always change the sum.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => timesGenerator(sum ^ value), 0);
}

/** Multiplication by x in the field of 32 elements with x⁵ = x² + 1. */
function timesGenerator(value: number): number {
  const doubled = value << 1;
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled;
}

function written(values: readonly number[]): PersonalCode {
  const signs = values.map((value) => CODE_ALPHABET[value]).join('');
  return (signs.match(/.{4}/g) ?? []).join('-') as PersonalCode;
}
