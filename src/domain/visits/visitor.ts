import type { RecordedFact } from '../facts.ts';

/** What makes an account's holder a visitor (支援員): the licence somebody saw, and what she was trained in. */
export type Visitor = {
  readonly licences: readonly string[];
  readonly trained: readonly string[];
};

export const noVisitor: Visitor = { licences: [], trained: [] };

export function evolveVisitor(state: Visitor, fact: RecordedFact): Visitor {
  switch (fact.type) {
    case 'visitor.qualified':
      return { ...state, licences: [...new Set([...state.licences, fact.licence])] };
    case 'training.recorded':
      return { ...state, trained: [...new Set([...state.trained, fact.topic])] };
    default:
      return state;
  }
}
