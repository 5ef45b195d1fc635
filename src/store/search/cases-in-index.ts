import type { CaseId } from '../../domain/basics/ids.ts';
import type { PersonIndex } from './person-index.ts';

/** Where the persons of cases stand in the index; worked out once a change. */
export type CasesInIndex = {
  readonly slotOf: (id: CaseId) => number | undefined;
  /** Cases in the order of every list; those of nobody who is known come last. */
  readonly inOrder: (cases: readonly CaseId[]) => readonly CaseId[];
};

export function casesInIndex(index: PersonIndex): CasesInIndex {
  let slots = new Map<CaseId, number>();
  let asOf = -1;
  const known = (): ReadonlyMap<CaseId, number> => {
    if (asOf === index.revision()) return slots;
    slots = new Map();
    const { list } = index.orders;
    for (let at = 0; at < list.size(); at += 1) {
      const slot = list.at(at);
      for (const id of index.casesAt(slot)) slots.set(id, slot);
    }
    asOf = index.revision();
    return slots;
  };
  return {
    slotOf: (id) => known().get(id),
    inOrder: (cases) => {
      const hers = known();
      const compare = index.compareRank();
      return cases.toSorted((a, b) => {
        const [one, other] = [hers.get(a), hers.get(b)];
        if (one === undefined || other === undefined)
          return Number(one === undefined) - Number(other === undefined);
        return compare(one, other) || (a < b ? -1 : 1);
      });
    },
  };
}
