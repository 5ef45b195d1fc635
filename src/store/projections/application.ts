import { projection } from '../projection.ts';

/** One row an application: the clearing queue, the ward's live view, and the monthly status (CHI-8.2-1, 8.2-4, 8.16-9). */
export const applicationProjection = projection({
  name: 'application',
  of: 'application',
  columns: {
    application: 'text',
    case: 'text',
    form: 'text',
    channel: 'text',
    received_at: 'text',
    state: 'text',
    urgent: 'text',
    due_differs: 'int',
    reason: 'text',
    settled_on: 'text',
  },
  indexes: [['state', 'received_at'], ['case'], ['received_at']],
  rows: (state, id) =>
    state.status === 'none'
      ? []
      : [
          {
            application: id,
            case: state.case ?? null,
            form: state.form ?? null,
            channel: state.channel ?? null,
            received_at: state.receivedAt ?? null,
            state: state.status,
            urgent: state.urgent ?? null,
            due_differs: state.dueDiffers ?? null,
            reason: state.reason ?? null,
            settled_on: state.settledOn ?? null,
          },
        ],
});
