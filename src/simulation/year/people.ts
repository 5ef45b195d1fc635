import type { CaseId } from '../../domain/basics/ids.ts';
import type { Life } from '../life.ts';

/** A woman of the year as she goes through it: her life, the case that became of it, and how far it got. */
export type Person = {
  readonly life: Life;
  case?: CaseId;
  /** Letters with a number and packages that were posted to her so far: which fate is next. */
  letters: number;
  packages: number;
  /** What she sets out to do once is planned once. */
  readonly planned: Set<string>;
};

export type People = {
  readonly all: readonly Person[];
  readonly of: (id: CaseId | undefined) => Person | undefined;
  /** The ledger has a case for her now. */
  readonly enter: (person: Person, id: CaseId) => void;
};

export function peopleOf(lives: readonly Life[]): People {
  const all = lives.map((life): Person => ({ life, letters: 0, packages: 0, planned: new Set() }));
  const byCase = new Map<CaseId, Person>();
  return {
    all,
    of: (id) => (id ? byCase.get(id) : undefined),
    enter: (person, id) => {
      person.case = id;
      byCase.set(id, person);
    },
  };
}

/** Whether she sets out to do this now for the first time. */
export function once(person: Person, what: string): boolean {
  if (person.planned.has(what)) return false;
  person.planned.add(what);
  return true;
}

/** The fate of the n-th, the last one repeating. */
export function fateOf<Fate>(fates: readonly Fate[], nth: number): Fate | undefined {
  return fates[Math.min(nth, fates.length - 1)];
}
