import { projection } from '../projection.ts';

/** One row a dated duty of the programme that was closed, with its evidence. */
export const closedDutyProjection = projection({
  name: 'closed_duty',
  of: 'duty',
  columns: { key: 'text', evidence: 'text', closed_on: 'text' },
  rows: ({ closed }, id) => (closed ? [{ key: id, evidence: closed.evidence, closed_on: closed.on }] : []),
});
