import { projection } from '../projection.ts';

/** One row a message that was sent or stopped: what she was told when, for timeline and call centre. */
export const messageProjection = projection({
  name: 'message',
  of: 'case',
  columns: {
    message: 'text',
    case: 'text',
    about: 'text',
    ref: 'text',
    channel: 'text',
    at: 'text',
    state: 'text',
    reason: 'text',
    handed_over: 'text',
    accepted: 'boolean',
  },
  indexes: [['case'], ['at'], ['state', 'handed_over']],
  rows: ({ messages }, id) =>
    messages.sent.map((one) => ({
      message: one.message,
      case: id,
      about: one.about,
      ref: one.ref ?? null,
      channel: one.channel,
      at: one.at,
      state: one.status,
      reason: one.reason ?? null,
      handed_over: one.handedOver ?? null,
      accepted: one.accepted ?? false,
    })),
});
