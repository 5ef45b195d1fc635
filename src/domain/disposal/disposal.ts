import type { DisposalFact } from '../facts/disposal.ts';
import type { Recorded } from '../facts/fact.ts';
import type { RecordedFact } from '../facts.ts';

type Of<Type extends DisposalFact['type']> = Recorded<Extract<DisposalFact, { readonly type: Type }>>;

/** One disposal: applied for, answered by the ward, done and pledged. */
export type DisposalState = {
  readonly requested?: Of<'disposal.requested'>;
  readonly consented?: Of<'disposal.consented'>;
  readonly refused: boolean;
  readonly closed?: Of<'disposal.closed'>;
};

export const noDisposal: DisposalState = { refused: false };

export function evolveDisposal(state: DisposalState, fact: RecordedFact): DisposalState {
  switch (fact.type) {
    case 'disposal.requested':
      return { ...state, requested: fact };
    case 'disposal.consented':
      return { ...state, consented: fact };
    case 'disposal.refused':
      return { ...state, refused: true };
    case 'disposal.closed':
      return { ...state, closed: fact };
    default:
      return state;
  }
}

/** Where it stands, as a word. */
export function disposalStanding(
  state: DisposalState,
): 'requested' | 'consented' | 'refused' | 'closed' | undefined {
  if (state.closed) return 'closed';
  if (state.refused) return 'refused';
  if (state.consented) return 'consented';
  return state.requested ? 'requested' : undefined;
}
