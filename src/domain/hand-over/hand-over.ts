import type { CivilDate } from '../basics/civil-date.ts';
import type { MatterId } from '../basics/ids.ts';
import { dayOfInstant, type Instant } from '../basics/instant.ts';
import type { Carrier, Movement } from '../facts/governance.ts';
import type { RecordedFact } from '../facts.ts';

/** One entry of the register: what moved between hands, how much of it came back, where it lies. */
export type HandOverState = {
  readonly recorded?: {
    readonly movement: Movement;
    readonly what: string;
    readonly method: string;
    readonly medium: string;
    readonly mediumNo?: string;
    readonly carrier: Carrier;
    readonly quantity: number;
    readonly ref: string;
    readonly consent?: string;
    readonly caseNo?: string;
    readonly backBy?: CivilDate;
    readonly at: Instant;
    readonly by: string;
  };
  readonly returned: number;
  readonly returnedOn?: CivilDate;
  /** The locked place in which it is kept (PII-9-1). */
  readonly place?: string;
  /** The disposal by which it went. */
  readonly disposal?: MatterId;
};

export const noHandOver: HandOverState = { returned: 0 };

export function evolveHandOver(state: HandOverState, fact: RecordedFact): HandOverState {
  switch (fact.type) {
    case 'handover.recorded': {
      const { movement, what, method, medium, carrier, quantity, ref, at, actor } = fact;
      const { mediumNo, consent, caseNo, backBy, place } = fact;
      return {
        ...state,
        recorded: {
          movement,
          what,
          method,
          medium,
          carrier,
          quantity,
          ref,
          at,
          by: actor,
          ...(mediumNo === undefined ? {} : { mediumNo }),
          ...(consent === undefined ? {} : { consent }),
          ...(caseNo === undefined ? {} : { caseNo }),
          ...(backBy === undefined ? {} : { backBy }),
        },
        ...(place === undefined ? {} : { place }),
      };
    }
    case 'handover.returned':
      return {
        ...state,
        returned: state.returned + fact.quantity,
        returnedOn: dayOfInstant(fact.at),
      };
    case 'handover.placed':
      return { ...state, place: fact.place };
    case 'handover.disposed':
      return { ...state, disposal: fact.disposal };
    default:
      return state;
  }
}

/** Whether it can come back: what was taken out comes in again, what was received goes back to who gave it. */
export function comesBack(movement: Movement): boolean {
  return movement === 'take-out' || movement === 'receipt';
}

/** How many of it are still where they were brought; 0 for what does not come back or was disposed of. */
export function outstanding({ recorded, returned, disposal }: HandOverState): number {
  if (!recorded || !comesBack(recorded.movement) || disposal !== undefined) return 0;
  return recorded.quantity - returned;
}
