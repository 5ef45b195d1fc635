import { DASHES } from './dashes.ts';
import { CODE_ALPHABET } from './personal-code.ts';

/** The code in bars at the foot of a printed copy: twelve signs, without blanks or dashes. It opens nothing. */
export type SheetCode = string & { readonly __brand: 'SheetCode' };

export const SHEET_SIGNS = 12;

const SEPARATORS = new RegExp(`[\\s${DASHES}]`, 'g');
const SIGNS = new RegExp(`^[${CODE_ALPHABET}]+$`);
/** The twenty signs of a woman's own code, right or misread. */
const HER_SIGNS = 20;

/** A sheet's code as it is kept and compared, whatever a scanner or a hand made of it; nothing for any other words. */
export function readSheetCode(typed: string): SheetCode | undefined {
  const plain = plainSigns(typed);
  return plain.length === SHEET_SIGNS && SIGNS.test(plain) ? (plain as SheetCode) : undefined;
}

/**
 * Whether these words are, or hold, the code of a woman's letter: the twenty signs, or the address of the square code.
 * It is hers alone. Whoever works inside has no use for it, and nothing is looked for by it (design 2).
 */
export function isHersAlone(typed: string): boolean {
  const plain = plainSigns(typed);
  return plain.includes('://') || (plain.length === HER_SIGNS && SIGNS.test(plain));
}

function plainSigns(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
}
