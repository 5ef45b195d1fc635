import { CODE_ALPHABET } from '../text/personal-code.ts';

/**
 * What she may write down and quote of something she sent: eight signs without look-alikes in two fours, made from the
 * envelope's id (hexadecimal), so that the inside finds the envelope by it.
 */
export function receiptNo(envelope: string): string {
  const signs = Array.from({ length: 8 }, (_, at) => {
    const value = Number.parseInt(envelope.slice(at * 2, at * 2 + 2), 16) & 31;
    return CODE_ALPHABET[value];
  }).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
