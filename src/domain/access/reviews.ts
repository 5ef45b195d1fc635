import type { AccountId, Ids, MatterId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import { dayOfInstant } from '../basics/instant.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import type { ReviewFact } from '../facts/governance.ts';
import type { RecordedFact } from '../facts.ts';
import type { AccessRules } from './access-rules.ts';

type Opened = Extract<ReviewFact, { type: 'review.opened' }>;
type Closed = Extract<ReviewFact, { type: 'review.closed' }>;

/** A review of access rights: asked for by a change of staff, or made of itself; the closed one has all eight things. */
export type Review = {
  readonly review: MatterId;
  readonly openedOn?: CivilDate;
  readonly cause?: Opened['cause'];
  readonly dueBy?: CivilDate;
  readonly closed?: Closed;
};

export type Reviews = readonly Review[];

export const noReviews: Reviews = [];

export function evolveReviews(state: Reviews, fact: RecordedFact): Reviews {
  switch (fact.type) {
    case 'review.opened': {
      const { review, cause, dueBy } = fact;
      return [...state, { review, cause, dueBy, openedOn: dayOfInstant(fact.at) }];
    }
    case 'review.closed': {
      const { review } = fact;
      const before = state.find((one) => one.review === review) ?? { review };
      return [...state.filter((one) => one.review !== review), { ...before, closed: fact }];
    }
    default:
      return state;
  }
}

/**
 * A change of staff asks for a review within one business day (SEC-6-7). While one is open it covers this change too:
 * thirty people who start on one day make one review, not thirty.
 */
export function openReview(
  reviews: Reviews,
  change: { readonly cause: Opened['cause']; readonly of: AccountId },
  context: { readonly today: CivilDate; readonly ids: Ids; readonly rules: { readonly access: AccessRules } },
): readonly ReviewFact[] {
  if (reviews.some((review) => !review.closed)) return [];
  const { days, calendar } = context.rules.access.reviewWithin;
  const dueBy = programmeDayAfter(context.today, days, calendar);
  return [{ type: 'review.opened', review: context.ids.fresh('matter'), ...change, dueBy }];
}
