import { outcomeOf } from '../../domain/members/outcome.ts';
import { projection } from '../projection.ts';

/** One row an insured person who is recalled: what the group is drawn from, the group, and what came of it. */
export const memberProjection = projection({
  name: 'member',
  of: 'case',
  columns: {
    case: 'text',
    list: 'text',
    screening: 'text',
    age: 'int',
    sex: 'text',
    history: 'text',
    group_code: 'text',
    version: 'text',
    sent: 'boolean',
    returned: 'boolean',
    reached: 'boolean',
    attended: 'boolean',
    calls: 'int',
  },
  indexes: [['list'], ['group_code']],
  rows: (state, id, rules) => {
    const { opening, group, calls } = state.member;
    if (!opening) return [];
    const { list, screening, age, sex, history } = opening;
    const outcome = outcomeOf(state, rules);
    return [
      {
        case: id,
        list,
        screening,
        age,
        sex,
        history,
        group_code: group?.group ?? null,
        version: group?.version ?? null,
        sent: outcome?.sent ?? false,
        returned: outcome?.returned ?? false,
        reached: outcome?.reached ?? false,
        attended: outcome?.attended ?? false,
        calls: calls.length,
      },
    ];
  },
});
