import type { RecordedFact } from '../facts.ts';

/** The one draw of a list: ordered, then carried out by a job, then closed. */
export type Draw = {
  readonly drawn?: { readonly version: string; readonly seed: string; readonly persons: number };
  readonly closed?: { readonly grouped: number; readonly refused: number };
};

export const noDraw: Draw = {};

export function evolveDraw(state: Draw, fact: RecordedFact): Draw {
  switch (fact.type) {
    case 'groups.drawn':
      return { ...state, drawn: { version: fact.version, seed: fact.seed, persons: fact.persons } };
    case 'groups.closed':
      return { ...state, closed: { grouped: fact.grouped, refused: fact.refused } };
    default:
      return state;
  }
}
