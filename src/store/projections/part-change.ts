import { partChangesOn } from '../../domain/portal/part-changes-on.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import { projection } from '../projection.ts';

/** One row a case and day on which what its link shows changes by itself. */
export const partChangeProjection = projection({
  name: 'part_change',
  of: 'case',
  columns: { key: 'text', case: 'text', day: 'text' },
  indexes: [['day']],
  rows: (state, id, rules) =>
    hasSubject(rules, 'portal')
      ? partChangesOn(state, rules).map((day) => ({ key: `${id}/${day}`, case: id, day }))
      : [],
});
