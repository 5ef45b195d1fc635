import type { Refusal } from '../../domain/refusals.ts';
import { accessRefusals } from './refusals-access.ts';
import { standingRefusals } from './refusals-standing.ts';

/** The sentence for each refusal, in plain Japanese: what is so, and what to do. A missing one does not compile. */
export type RefusalWords<R extends { readonly refused: string }> = {
  readonly [Code in R['refused']]: (refusal: Extract<R, { readonly refused: Code }>) => string;
};

const words: RefusalWords<Refusal> = { ...accessRefusals, ...standingRefusals };

export function refusalSentence(refusal: Refusal): string {
  const say = words[refusal.refused] as (refusal: Refusal) => string;
  return say(refusal);
}
