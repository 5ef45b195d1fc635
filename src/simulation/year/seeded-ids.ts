import type { IdKind, Ids } from '../../domain/basics/ids.ts';
import { seededChance, type Chance } from '../chance.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 20;

/** Names drawn of a seed: the same year gives the same names. Each kind draws for itself, so that a reading more moves no fact. */
export function seededIds(seed: number): Ids {
  const chances = new Map<IdKind, Chance>();
  return {
    fresh: (kind) => {
      const chance = chances.get(kind) ?? seededChance(mixedSeed(seed, kind));
      chances.set(kind, chance);
      let name = '';
      for (let at = 0; at < LENGTH; at += 1) name += ALPHABET[chance.below(ALPHABET.length)];
      return `${kind}_${name}`;
    },
  };
}

/** A seed of its own for each word (FNV-1a): who draws more moves nobody else's chance. */
export function mixedSeed(seed: number, word: string): number {
  let mixed = 0x811c9dc5 ^ seed;
  for (let at = 0; at < word.length; at += 1) {
    mixed = Math.imul(mixed ^ word.charCodeAt(at), 0x01000193);
  }
  return mixed >>> 0;
}
