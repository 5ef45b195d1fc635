import type { AccountId, MatterId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { DayToCome } from './notify-worker.ts';
import type { OfficeState } from './office.ts';

/**
 * The record of a review. With the actor (who reviewed) and the second person (who approved) it has the eight things of
 * SEC-6-8: day, reviewer, system, documents compared, unfit IDs, correction and reason of each, approver.
 */
export type ReviewAccess = {
  /** The open review that this closes; without one a review of its own accord. */
  readonly review?: MatterId;
  readonly doneOn: CivilDate;
  readonly system: string;
  readonly documents: readonly string[];
  readonly unfit: readonly {
    readonly account: AccountId;
    readonly correction: string;
    readonly reason: string;
  }[];
};

export type ReviewAccessRefusal =
  | DayToCome
  | RefusalOf<'review-not-open', { review: MatterId }>
  | RefusalOf<'review-before-its-cause', { openedOn: CivilDate }>
  | RefusalOf<
      'review-unfinished',
      { missing: 'system' | 'documents' | 'correction' | 'reason' | 'approver' }
    >;

/** SEC-6-8: a review with one of its eight things missing is not closed. */
export function reviewAccess(
  state: { readonly office: OfficeState },
  { review, doneOn, system, documents, unfit }: ReviewAccess,
  { actor, second, today, ids }: Context,
): Decision | ReviewAccessRefusal {
  const open = review && state.office.reviews.find((one) => one.review === review && !one.closed);
  if (review && !open) return { refused: 'review-not-open', review };
  if (doneOn > today) return { refused: 'access-day-to-come', date: doneOn };
  if (open && open.openedOn && doneOn < open.openedOn) {
    return { refused: 'review-before-its-cause', openedOn: open.openedOn };
  }
  if (system === '') return { refused: 'review-unfinished', missing: 'system' };
  if (documents.length === 0) return { refused: 'review-unfinished', missing: 'documents' };
  if (unfit.some((one) => one.correction === ''))
    return { refused: 'review-unfinished', missing: 'correction' };
  if (unfit.some((one) => one.reason === '')) return { refused: 'review-unfinished', missing: 'reason' };
  if (!second) return { refused: 'review-unfinished', missing: 'approver' };
  return {
    facts: [
      {
        type: 'review.closed',
        review: review ?? ids.fresh('matter'),
        doneOn,
        reviewer: actor as AccountId,
        system,
        documents,
        unfit,
        approver: second,
      },
    ],
  };
}
