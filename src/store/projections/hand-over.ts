import { outstanding, type HandOverState } from '../../domain/hand-over/hand-over.ts';
import { projection } from '../projection.ts';

/** One row an entry of the register of hand-overs: what moved when, and how much of it is still there or out (B-06). */
export const handOverProjection = projection({
  name: 'handover',
  of: 'handover',
  columns: {
    matter: 'text',
    movement: 'text',
    what: 'text',
    method: 'text',
    carrier: 'text',
    medium: 'text',
    medium_no: 'text',
    quantity: 'int',
    returned: 'int',
    at: 'text',
    recorded_by: 'text',
    ref: 'text',
    consent: 'text',
    case_no: 'text',
    back_by: 'text',
    returned_on: 'text',
    place: 'text',
    disposal: 'text',
    state: 'text',
  },
  indexes: [['at'], ['state', 'movement']],
  rows: (state, id) => {
    const { recorded, returned, returnedOn, place, disposal } = state;
    return recorded
      ? [
          {
            matter: id,
            movement: recorded.movement,
            what: recorded.what,
            method: recorded.method,
            carrier: recorded.carrier,
            medium: recorded.medium,
            medium_no: recorded.mediumNo ?? null,
            quantity: recorded.quantity,
            returned,
            at: recorded.at,
            recorded_by: recorded.by,
            ref: recorded.ref,
            consent: recorded.consent ?? null,
            case_no: recorded.caseNo ?? null,
            back_by: recorded.backBy ?? null,
            returned_on: returnedOn ?? null,
            place: place ?? null,
            disposal: disposal ?? null,
            state: standing(state),
          },
        ]
      : [];
  },
});

function standing(state: HandOverState): 'held' | 'out' | 'returned' | 'disposed' | 'done' {
  if (state.disposal !== undefined) return 'disposed';
  if (outstanding(state) > 0) return state.recorded?.movement === 'take-out' ? 'out' : 'held';
  return state.returned > 0 ? 'returned' : 'done';
}
