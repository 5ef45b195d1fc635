import { projection } from '../projection.ts';

/** One row a right that is in force: read anew by every command and question, so that a withdrawal acts at once. */
export const grantProjection = projection({
  name: 'grant',
  of: 'account',
  columns: { id: 'text', account: 'text', role: 'text', until: 'text' },
  indexes: [['account']],
  rows: ({ grants, disabled }, id) =>
    disabled
      ? []
      : grants.map((grant) => ({
          id: `${id}/${grant.role}`,
          account: id,
          role: grant.role,
          until: grant.until,
        })),
});
