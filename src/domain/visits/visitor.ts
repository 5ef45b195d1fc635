import type { RecordedFact } from '../facts.ts';

/** What makes an account's holder a visitor (支援員): the licence somebody saw, and what she was trained in. */
export type Visitor = {
  readonly licences: readonly string[];
  readonly trained: readonly string[];
  /** Beside Japanese, and the beginnings of postcodes: what visits are suggested by. */
  readonly languages: readonly string[];
  readonly areas: readonly string[];
};

export const noVisitor: Visitor = { licences: [], trained: [], languages: [], areas: [] };

export function evolveVisitor(state: Visitor, fact: RecordedFact): Visitor {
  switch (fact.type) {
    case 'visitor.qualified':
      return { ...state, licences: [...new Set([...state.licences, fact.licence])] };
    case 'training.recorded':
      return { ...state, trained: [...new Set([...state.trained, fact.topic])] };
    case 'visitor.described':
      return { ...state, languages: fact.languages, areas: fact.areas };
    default:
      return state;
  }
}
