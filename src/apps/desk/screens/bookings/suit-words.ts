import type { Suits } from '../../../../domain/visits/suggest-visitors.ts';
import { SUITS_WORDS } from '../../../../programmes/words/visits.ts';

/** Why somebody is suggested, in one line. */
export function suitWords(suits: readonly Suits[], load: number): string {
  return [...suits.map((one) => SUITS_WORDS[one]), `その日の訪問 ${load}件`].join('、');
}
