import type { Refusal } from '../../domain/refusals.ts';
import { accessRefusals } from './refusals-access.ts';
import { placeRefusals } from './refusals-place.ts';
import type { RefusalWords } from './refusal-words.ts';
import { standingRefusals } from './refusals-standing.ts';

const words: RefusalWords<Refusal> = { ...accessRefusals, ...standingRefusals, ...placeRefusals };

/** What a person reads who was refused. */
export function refusalSentence(refusal: Refusal): string {
  const say = words[refusal.refused] as (refusal: Refusal) => string;
  return say(refusal);
}
