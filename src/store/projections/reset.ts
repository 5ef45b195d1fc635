import { projection } from '../projection.ts';

/** One row a reset that was approved and not yet carried out: what the ID manager is to do today (SEC-5-1). */
export const resetProjection = projection({
  name: 'reset',
  of: 'account',
  columns: { account: 'text', request: 'text', what: 'text', approved_at: 'text', approved_by: 'text' },
  indexes: [['approved_at']],
  rows: ({ signIn }, id) =>
    signIn.resets
      .filter(({ done }) => !done)
      .map(({ reset, what, at, by }) => ({
        account: id,
        request: reset,
        what,
        approved_at: at,
        approved_by: by,
      })),
});
