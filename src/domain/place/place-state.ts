import type { CivilDate } from '../basics/civil-date.ts';
import { dayOfInstant } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';

/** What the place knows about itself: its newest generation, and whether a restore still waits for a person's word. */
export type PlaceState = {
  readonly initialised: boolean;
  readonly lastGeneration?: string;
  /** How far the bundles of the portal are in a finished generation: the outside may forget those. */
  readonly secured?: { readonly chapter: number; readonly inward: number };
  /** The generation this place was made from, until two persons have entered what left the house since. */
  readonly awaitsAfterRestore?: string;
  /** The same, until the outside has said which seats it owns: what is free here may have been given away there. */
  readonly awaitsOutside?: string;
  /** Every generation ever made, oldest first (SEC-12-2). */
  readonly generations: readonly Generation[];
};

export type Generation = {
  readonly generation: string;
  readonly madeOn: CivilDate;
  readonly by: string;
  readonly facts: number;
  readonly removedOn?: CivilDate;
};

export const noPlace: PlaceState = { initialised: false, generations: [] };

export function evolvePlace(state: PlaceState, fact: RecordedFact): PlaceState {
  switch (fact.type) {
    case 'place.initialised':
      return { ...state, initialised: true };
    case 'backup.made':
      return {
        ...state,
        lastGeneration: fact.generation,
        ...(fact.chapter === undefined || fact.inward === undefined
          ? {}
          : { secured: { chapter: fact.chapter, inward: fact.inward } }),
        generations: [
          ...state.generations,
          {
            generation: fact.generation,
            madeOn: dayOfInstant(fact.at),
            by: fact.actor,
            facts: fact.facts,
          },
        ],
      };
    case 'backup.removed':
      return {
        ...state,
        generations: state.generations.map((one) =>
          one.generation === fact.generation ? { ...one, removedOn: dayOfInstant(fact.at) } : one,
        ),
      };
    case 'backup.restored':
      return { ...state, awaitsAfterRestore: fact.generation, awaitsOutside: fact.generation };
    case 'place.after-restore-confirmed': {
      const { awaitsAfterRestore: _done, ...rest } = state;
      return rest;
    }
    case 'place.outside-heard': {
      const { awaitsOutside: _heard, ...rest } = state;
      return rest;
    }
    default:
      return state;
  }
}

/**
 * After a restore nothing is printed, mailed or numbered until a person has entered what left the house since the
 * generation was made: otherwise a letter could go twice and a number be given to two things (design 2, Courier).
 */
export function isAfterRestore(state: PlaceState): boolean {
  return state.awaitsAfterRestore !== undefined;
}
