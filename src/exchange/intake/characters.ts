import { gaijiIn } from '../../domain/text/gaiji.ts';

export type CharacterFault = 'replacement-character' | 'control-character' | 'line-feed' | 'gaiji';

/**
 * What stands in a cell that no cell may hold, or that only the sender's machine can show (AMB-45). The worst is
 * told: a lost character, then an unseen one, then a line feed, then 外字.
 */
export function characterFault(text: string): CharacterFault | undefined {
  // Nearly every cell is sound, and this is asked a million times a list.
  if (!SUSPECT.test(text)) return undefined;
  const kinds = gaijiIn(text.replace(/\r?\n/g, '')).map(({ kind }) => kind);
  if (kinds.includes('replacement')) return 'replacement-character';
  if (kinds.some((kind) => kind !== 'private-use')) return 'control-character';
  if (/\n/.test(text)) return 'line-feed';
  return kinds.length > 0 ? 'gaiji' : undefined;
}

/** '?' and the geta 〓 stand where another program could not write the character. */
export function hasLostCharacter(text: string): boolean {
  return /[?？〓]/.test(text);
}

/** Controls, formats, surrogates, private and unassigned characters, and the two that end a line unseen. */
const SUSPECT = /[\p{C}\u2028\u2029\uFFFD]/u;
