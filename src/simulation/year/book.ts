import type { CaseId } from '../../domain/basics/ids.ts';
import { evolveStock, noStock, type Stock } from '../../domain/benefits/stock.ts';
import { evolveCase, noCase, type CaseState } from '../../domain/case.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import { streamOf } from '../../domain/stream-of.ts';

/**
 * What the people of the year remember of what was written: the state of every case, folded as the gate folds it.
 * It decides nothing: the gate does. It spares the offices a question before each of their acts.
 */
export type Book = {
  readonly hear: (facts: readonly RecordedFact[]) => void;
  readonly caseOf: (id: CaseId) => CaseState;
  readonly cases: () => ReadonlyMap<CaseId, CaseState>;
  readonly stock: () => Stock;
  /** Every fact since the last call, in order. */
  readonly fresh: () => readonly RecordedFact[];
};

export function openBook(): Book {
  const cases = new Map<CaseId, CaseState>();
  let stock = noStock;
  let unread: RecordedFact[] = [];
  return {
    hear: (facts) => {
      for (const fact of facts) {
        unread.push(fact);
        const { kind, id } = streamOf(fact);
        if (kind === 'case') cases.set(id as CaseId, evolveCase(cases.get(id as CaseId) ?? noCase, fact));
        if (kind === 'stock') stock = evolveStock(stock, fact);
      }
    },
    caseOf: (id) => cases.get(id) ?? noCase,
    cases: () => cases,
    stock: () => stock,
    fresh: () => {
      const facts = unread;
      unread = [];
      return facts;
    },
  };
}
