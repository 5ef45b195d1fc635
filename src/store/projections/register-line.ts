import { projection } from '../projection.ts';

/** The history of the ID register: issue, change, abolition of each ID, one row each (SEC-4-7). */
export const registerLineProjection = projection({
  name: 'register_line',
  of: 'account',
  columns: {
    id: 'text',
    account: 'text',
    nth: 'int',
    on_day: 'text',
    what: 'text',
    role: 'text',
    until: 'text',
    reason: 'text',
    by_actor: 'text',
  },
  indexes: [['account']],
  rows: ({ register }, id) =>
    register.map((line, index) => ({
      id: `${id}/${index + 1}`,
      account: id,
      nth: index + 1,
      on_day: line.on,
      what: line.what,
      role: line.role ?? null,
      until: line.until ?? null,
      reason: line.reason ?? null,
      by_actor: line.by,
    })),
});
