import { projection } from '../projection.ts';

/** One row a review of access rights: open with its due day, or closed with its eight things (SEC-6-7, SEC-6-8). */
export const reviewProjection = projection({
  name: 'review',
  of: 'office',
  columns: {
    review: 'text',
    cause: 'text',
    opened_on: 'text',
    due_by: 'text',
    done_on: 'text',
    reviewer: 'text',
    system: 'text',
    documents: 'text',
    unfit: 'text',
    approver: 'text',
  },
  rows: ({ reviews }) =>
    reviews.map(({ review, cause, openedOn, dueBy, closed }) => ({
      review,
      cause: cause ?? null,
      opened_on: openedOn ?? null,
      due_by: dueBy ?? null,
      done_on: closed?.doneOn ?? null,
      reviewer: closed?.reviewer ?? null,
      system: closed?.system ?? null,
      documents: closed?.documents.join(' ') ?? null,
      // `account=correction(reason)` of each ID found unfit.
      unfit: closed?.unfit.map((one) => `${one.account}=${one.correction}(${one.reason})`).join(' ') ?? null,
      approver: closed?.approver ?? null,
    })),
});
