import { randomBytes } from 'node:crypto';
import {
  CHOSEN_SIGNS,
  CODE_ALPHABET,
  personalCode,
  type PersonalCode,
} from '../domain/text/personal-code.ts';

const TOKEN_SIGNS = 12;

/** The secrets of one printed copy: the token every sheet of it carries (60 bits) and a woman's code (95 bits). */
export function drawSecrets(): { readonly token: string; readonly code: PersonalCode } {
  const token = fiveBitValues(TOKEN_SIGNS).map((value) => CODE_ALPHABET[value]);
  return { token: token.join(''), code: personalCode(fiveBitValues(CHOSEN_SIGNS)) };
}

function fiveBitValues(count: number): readonly number[] {
  return [...randomBytes(count)].map((byte) => byte & 31);
}
