import type { CivilDate } from '../basics/civil-date.ts';
import type { PieceId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';

/**
 * Her package: whether she is entitled (decided once), and apart from that whether it may leave now. `heldFor` before a
 * decision means the entitlement itself waits for the ward; after it only the dispatch waits.
 */
export type Benefit = {
  /** The day of the completed interview: every one-year limit counts from it. */
  readonly interviewOn?: CivilDate;
  readonly entitlement?: {
    readonly to: 'granted' | 'withheld';
    readonly reason: string;
    readonly on: CivilDate;
  };
  readonly heldFor?: string;
  readonly heldOn?: CivilDate;
  /** After a loss: the ward and she herself said that it may leave (AMB-05). */
  readonly agreedAfterLoss?: true;
  readonly dueBy?: CivilDate;
  /** Where she said that she will be when it comes (CHI-8.4-9, 8.8-8). */
  readonly place?: 'registered' | 'japan' | 'abroad';
  readonly expired: boolean;
  readonly packed: readonly { readonly piece: PieceId; readonly serials: readonly string[] }[];
  /** Requests to send again, oldest first (CHI-8.4-8). */
  readonly requests: readonly { readonly on: CivilDate; readonly accepted: boolean }[];
};

export const noBenefit: Benefit = { expired: false, packed: [], requests: [] };

export function evolveBenefit(state: Benefit, fact: RecordedFact): Benefit {
  const day = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'visit.completed':
      return { ...state, interviewOn: fact.date };
    case 'benefit.granted':
      return {
        ...withoutHold(state),
        entitlement: { to: 'granted', reason: fact.reason, on: day },
        dueBy: fact.dueBy,
      };
    case 'benefit.withheld':
      return { ...withoutHold(state), entitlement: { to: 'withheld', reason: fact.reason, on: day } };
    case 'benefit.held':
      return { ...state, heldFor: fact.reason, heldOn: day };
    case 'benefit.released':
      return {
        ...withoutHold(fact.reason === 'overseas' ? withoutPlace(state) : state),
        dueBy: fact.dueBy,
        ...(fact.reason === 'loss' ? { agreedAfterLoss: true as const } : {}),
      };
    case 'benefit.place-told':
      return { ...state, place: fact.place };
    case 'benefit.expired':
      return { ...state, expired: true };
    case 'benefit.packed':
      return { ...state, packed: [...state.packed, { piece: fact.piece, serials: fact.serials }] };
    case 'redispatch.requested':
      return { ...state, requests: [...state.requests, { on: fact.on, accepted: fact.accepted }] };
    default:
      return state;
  }
}

/** She is back: what she had said of the place is over. */
function withoutPlace({ place: _abroad, ...rest }: Benefit): Benefit {
  return rest;
}

function withoutHold({ heldFor: _ended, heldOn: _since, ...rest }: Benefit): Benefit {
  return rest;
}
