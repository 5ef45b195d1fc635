import type { CaseId } from '../../domain/basics/ids.ts';
import { caseDuties } from '../../domain/duties/case-duties.ts';
import { HARM } from '../../domain/duties/duty.ts';
import { projection } from '../projection.ts';

/** One row a duty of a case. It is there as long as the facts ask for it. */
export const dutyProjection = projection({
  name: 'duty',
  of: 'case',
  columns: {
    key: 'text',
    case: 'text',
    kind: 'text',
    starts: 'text',
    due: 'text',
    owner: 'text',
    harm: 'int',
    automatic: 'text',
    piece: 'text',
    batch: 'text',
    holder: 'text',
  },
  indexes: [['owner', 'due'], ['automatic', 'starts'], ['case']],
  rows: (state, id, rules) =>
    caseDuties(state, id as CaseId, rules).map((duty) => ({
      key: duty.key,
      case: id,
      kind: duty.kind,
      starts: duty.from,
      due: duty.due,
      owner: duty.owner,
      harm: HARM[duty.kind],
      automatic: duty.automatic ?? null,
      piece: duty.paper?.piece ?? null,
      batch: duty.paper?.batch ?? null,
      holder: duty.paper?.holder ?? null,
    })),
});
