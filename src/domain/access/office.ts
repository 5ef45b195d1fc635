import type { RecordedFact } from '../facts.ts';
import { evolveManagers, noManagers, type Managers } from './managers.ts';
import { evolveReviews, noReviews, type Reviews } from './reviews.ts';

/** What there is once in a programme. Changes of staff lock it, so that two of them never pass each other. */
export type OfficeState = { readonly managers: Managers; readonly reviews: Reviews };

export const noOffice: OfficeState = { managers: noManagers, reviews: noReviews };

export function evolveOffice(state: OfficeState, fact: RecordedFact): OfficeState {
  return {
    managers: evolveManagers(state.managers, fact),
    reviews: evolveReviews(state.reviews, fact),
  };
}
