import { onItsWay, isReceived } from '../../domain/benefits/package-state.ts';
import { projection } from '../projection.ts';

/** One row a woman who had an interview: what became of her package. */
export const benefitProjection = projection({
  name: 'benefit',
  of: 'case',
  columns: {
    case: 'text',
    interview_on: 'text',
    entitlement: 'text',
    state: 'text',
    held_for: 'text',
    due_by: 'text',
    requests: 'int',
  },
  indexes: [['state', 'due_by']],
  rows: ({ benefit, mail }, id) =>
    benefit.interviewOn
      ? [
          {
            case: id,
            interview_on: benefit.interviewOn,
            entitlement: benefit.entitlement?.to ?? 'undecided',
            state: isReceived(mail)
              ? 'received'
              : benefit.expired
                ? 'expired'
                : benefit.entitlement?.to === 'withheld'
                  ? 'none'
                  : benefit.heldFor
                    ? 'held'
                    : onItsWay(mail)
                      ? 'on-its-way'
                      : 'owed',
            held_for: benefit.heldFor ?? null,
            due_by: benefit.dueBy ?? null,
            requests: benefit.requests.filter((request) => request.accepted).length,
          },
        ]
      : [],
});
