import type { CivilDate } from '../domain/basics/civil-date.ts';
import {
  CHOSEN_SIGNS,
  CODE_ALPHABET,
  personalCode,
  type PersonalCode,
} from '../domain/text/personal-code.ts';
import { SHEET_SIGNS } from '../domain/text/sheet-code.ts';
import { capsuleKey, locatorOf } from './capsule.ts';
import { sheetMark } from './sheet-mark.ts';

/** What a code and a birthday make: the name of her capsule outside, and its key in base64. */
export type CapsuleLink = { readonly locator: string; readonly key: string };

/**
 * The secrets of one printed copy: the token every sheet of it carries (60 bits) and the mark by which it is found, a
 * woman's code (95 bits), and the link that the code makes with her date of birth.
 */
export type DrawSecrets = () => {
  readonly token: string;
  readonly mark: string;
  readonly code: PersonalCode;
  readonly link: (birthDate: CivilDate) => CapsuleLink;
};

/**
 * Secrets made of given bytes and the pepper of the place: a real place takes the system's generator, a simulation draws
 * them from its seed, so that its letters can be made again.
 */
export function secretsFrom(bytes: (count: number) => Uint8Array, pepper: Uint8Array): DrawSecrets {
  const fiveBitValues = (count: number) => [...bytes(count)].map((byte) => byte & 31);
  return () => {
    const token = fiveBitValues(SHEET_SIGNS)
      .map((value) => CODE_ALPHABET[value])
      .join('');
    const code = personalCode(fiveBitValues(CHOSEN_SIGNS));
    const mark = sheetMark(pepper, token);
    return { token, mark, code, link: (birthDate) => linkOf(pepper, code, birthDate) };
  };
}

function linkOf(pepper: Uint8Array, code: PersonalCode, birthDate: CivilDate): CapsuleLink {
  const locator = locatorOf(pepper, code);
  return { locator, key: capsuleKey(code, birthDate, locator).toString('base64') };
}
