import type { RecordedFact } from '../facts.ts';

/** An erasure from its order to its certificate (PII-12). */
export type ErasureState = {
  readonly ordered: boolean;
  readonly persons: number;
  readonly completed: boolean;
};

export const noErasure: ErasureState = { ordered: false, persons: 0, completed: false };

export function evolveErasure(state: ErasureState, fact: RecordedFact): ErasureState {
  switch (fact.type) {
    case 'erasure.ordered':
      return { ...state, ordered: true, persons: fact.persons };
    case 'erasure.completed':
      return { ...state, completed: true };
    default:
      return state;
  }
}
