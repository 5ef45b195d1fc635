import { planMessages } from '../../domain/messages/plan-messages.ts';
import { projection } from '../projection.ts';

/** One row a message that may come due: a plan to look through, no permission. Sending asks every rule again. */
export const plannedMessageProjection = projection({
  name: 'planned_message',
  of: 'case',
  columns: { planned: 'text', case: 'text', about: 'text', ref: 'text', from_at: 'text', until_at: 'text' },
  indexes: [['from_at']],
  rows: (state, id, rules) =>
    planMessages(state, rules).map(({ about, ref, from, until }) => ({
      planned: `${id}/${about}/${ref ?? ''}`,
      case: id,
      about,
      ref: ref ?? null,
      from_at: from,
      until_at: until,
    })),
});
