import { projection } from '../projection.ts';

/** One row a call-back (折り返し電話): whom to call by when, and since which day we have her number. */
export const callBackProjection = projection({
  name: 'call_back',
  of: 'case',
  columns: {
    call_back: 'text',
    case: 'text',
    about: 'text',
    channel: 'text',
    requested_at: 'text',
    due_by: 'text',
    phone_since: 'text',
    closed_at: 'text',
    result: 'text',
  },
  indexes: [['closed_at', 'due_by'], ['case']],
  rows: ({ callBacks, registration }, id) =>
    callBacks.all.map((one) => ({
      call_back: one.callBack,
      case: id,
      about: one.about,
      channel: one.channel,
      requested_at: one.requestedAt,
      due_by: one.dueBy,
      phone_since: registration.phone ?? null,
      closed_at: one.closed?.at ?? null,
      result: one.closed?.result ?? null,
    })),
});
