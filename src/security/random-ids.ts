import { randomBytes } from 'node:crypto';
import type { Ids } from '../domain/basics/ids.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Names that cannot be guessed: 100 random bits after the prefix. */
export function randomIds(): Ids {
  return {
    fresh: (kind) => {
      let name = '';
      for (const byte of randomBytes(20)) name += ALPHABET[byte & 31];
      return `${kind}_${name}`;
    },
  };
}
