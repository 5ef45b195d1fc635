import { randomBytes } from 'node:crypto';
import {
  CHOSEN_SIGNS,
  CODE_ALPHABET,
  personalCode,
  type PersonalCode,
} from '../domain/text/personal-code.ts';

const TOKEN_SIGNS = 12;

/** The secrets of one printed copy: the token every sheet of it carries (60 bits) and a woman's code (95 bits). */
export type DrawSecrets = () => { readonly token: string; readonly code: PersonalCode };

/** Real ones, of the system's generator. */
export const drawSecrets: DrawSecrets = secretsFrom(randomBytes);

/** Secrets made of given bytes: a simulation draws them from its seed, so that its letters can be made again. */
export function secretsFrom(bytes: (count: number) => Uint8Array): DrawSecrets {
  const fiveBitValues = (count: number) => [...bytes(count)].map((byte) => byte & 31);
  return () => {
    const token = fiveBitValues(TOKEN_SIGNS).map((value) => CODE_ALPHABET[value]);
    return { token: token.join(''), code: personalCode(fiveBitValues(CHOSEN_SIGNS)) };
  };
}
