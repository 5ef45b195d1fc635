import { projection } from '../projection.ts';

/** One row a code that was printed with a link: whose it is, for what comes in under its locator. */
export const inviteProjection = projection({
  name: 'invite',
  of: 'case',
  columns: { locator: 'text', case: 'text', piece: 'text', copy: 'int', revoked: 'text' },
  indexes: [['case']],
  rows: ({ mail }, id) =>
    mail.invites.flatMap(({ locator, piece, copy, revoked }) =>
      locator ? [{ locator, case: id, piece, copy, revoked: revoked ?? null }] : [],
    ),
});
