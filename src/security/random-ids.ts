import type { Ids } from '../domain/basics/ids.ts';
import { randomBytesFromPool } from './random-bytes.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Names that cannot be guessed: 100 random bits after the prefix. */
export function randomIds(): Ids {
  return {
    fresh: (kind) => {
      let name = '';
      for (const byte of randomBytesFromPool(20)) name += ALPHABET[byte & 31];
      return `${kind}_${name}`;
    },
  };
}
