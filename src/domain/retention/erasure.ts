import type { PersonId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';

/** An erasure from its order to its certificate (PII-12). */
export type ErasureState = {
  readonly order?: {
    readonly ref: string;
    readonly witnesses: readonly string[];
    readonly erased: readonly PersonId[];
    readonly at: Instant;
  };
  readonly completed: boolean;
};

export const noErasure: ErasureState = { completed: false };

export function evolveErasure(state: ErasureState, fact: RecordedFact): ErasureState {
  switch (fact.type) {
    case 'erasure.ordered':
      return {
        ...state,
        order: { ref: fact.ref, witnesses: fact.witnesses, erased: fact.erased, at: fact.recordedAt },
      };
    case 'erasure.completed':
      return { ...state, completed: true };
    default:
      return state;
  }
}
