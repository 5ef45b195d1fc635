import { projection } from '../projection.ts';

/** One row a day of the slot book: how many visitors are on duty, and why it fell out. */
export const dayProjection = projection({
  name: 'day',
  of: 'day',
  columns: { date: 'text', visitors: 'int', closed: 'text' },
  rows: ({ visitors, closed }, id) => (visitors > 0 ? [{ date: id, visitors, closed: closed ?? null }] : []),
});
