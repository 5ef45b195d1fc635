import { urgentDue } from '../../domain/urgent/urgent-state.ts';
import { projection } from '../projection.ts';

/** One row an urgent case with its due time: open ones are the first thing anybody sees (CHI-8.10-2). */
export const urgentProjection = projection({
  name: 'urgent',
  of: 'case',
  columns: {
    urgent: 'text',
    case: 'text',
    class: 'text',
    source: 'text',
    raised_at: 'text',
    due_at: 'text',
    calls: 'int',
    reached_at: 'text',
    acknowledged_at: 'text',
    acknowledged_by: 'text',
    closed_at: 'text',
  },
  indexes: [['closed_at', 'due_at'], ['case']],
  rows: ({ urgents }, id, rules) =>
    urgents.map((one) => ({
      urgent: one.urgent,
      case: id,
      class: one.class,
      source: one.source ?? null,
      raised_at: one.raisedAt,
      due_at: urgentDue(one.class, one.raisedAt, rules.urgent),
      calls: one.calls.length,
      reached_at: one.reachedAt ?? null,
      acknowledged_at: one.acknowledged?.at ?? null,
      acknowledged_by: one.acknowledged?.by ?? null,
      closed_at: one.closed?.at ?? null,
    })),
});
