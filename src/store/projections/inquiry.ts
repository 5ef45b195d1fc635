import { projection } from '../projection.ts';

/** One row an enquiry: the reception book (受付簿) and the call centre's worklist (CHI-8.14-3, 9.1-1). */
export const inquiryProjection = projection({
  name: 'inquiry',
  of: 'inquiry',
  columns: {
    inquiry: 'text',
    no: 'int',
    case: 'text',
    channel: 'text',
    category: 'text',
    level: 'int',
    caller: 'text',
    opened_at: 'text',
    starts_at: 'text',
    due_by: 'text',
    answered_at: 'text',
    result: 'text',
    escalated_to: 'text',
    closed_at: 'text',
    receipt: 'text',
  },
  indexes: [['no'], ['opened_at'], ['closed_at', 'due_by'], ['case'], ['receipt']],
  rows: (state, id) =>
    state.opened
      ? [
          {
            inquiry: id,
            no: state.opened.no,
            case: state.case ?? null,
            channel: state.opened.channel,
            category: state.category ?? null,
            level: state.level,
            caller: state.caller,
            opened_at: state.opened.at,
            starts_at: state.opened.startsAt,
            due_by: state.dueBy ?? null,
            answered_at: state.answeredAt ?? null,
            result: state.closed?.result ?? state.result ?? null,
            escalated_to: state.escalated.at(-1) ?? null,
            closed_at: state.closed?.at ?? null,
            receipt: state.receipt ?? null,
          },
        ]
      : [],
});
