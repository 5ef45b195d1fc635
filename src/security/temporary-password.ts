import { randomBytesFromPool } from './random-bytes.ts';

/** Signs that nobody mixes up when they are read aloud; each alphabet has 16, so that a byte chooses evenly. */
const UPPER = 'ABCDEFGHJKLMNPQR';
const LOWER = 'abcdefghjkmnpqrs';
const DIGITS = '2345678923456789';

/** A password that works once, such as `Kc4b-Hd7f-Rm2k-Qa9e-Bf3h`: 20 drawn signs, 75 bits, upper, lower and digit. */
export function temporaryPassword(): string {
  const bytes = [...randomBytesFromPool(20)];
  const signs = bytes.map((byte, place) => [UPPER, LOWER, DIGITS, LOWER][place % 4]?.charAt(byte & 15) ?? '');
  return Array.from({ length: 5 }, (_, group) => signs.slice(group * 4, group * 4 + 4).join('')).join('-');
}
