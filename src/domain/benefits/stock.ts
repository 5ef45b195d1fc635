import type { CivilDate } from '../basics/civil-date.ts';
import type { PieceId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';

export type VoucherSet = {
  readonly serial: string;
  readonly expiry: CivilDate;
  readonly status: 'in' | 'out' | 'destroyed';
  readonly piece?: PieceId;
};

/** The voucher sets in custody (CHI-8.4-14): received = in + out + destroyed, always. */
export type Stock = {
  readonly sets: ReadonlyMap<string, VoucherSet>;
  /** The last count by two people that did not fit the book, until one fits again. */
  readonly differs?: { readonly counted: number; readonly expected: number };
};

export const noStock: Stock = { sets: new Map() };

export function evolveStock(state: Stock, fact: RecordedFact): Stock {
  switch (fact.type) {
    case 'stock.received':
      return change(state, fact.serials, (serial) =>
        fact.expiry ? { serial, expiry: fact.expiry, status: 'in' } : undefined,
      );
    case 'stock.packed':
      return change(
        state,
        fact.serials,
        (_serial, set) => set && { ...set, status: 'out', ...(fact.piece ? { piece: fact.piece } : {}) },
      );
    case 'stock.returned':
      return change(
        state,
        fact.serials,
        (serial, set) => set && { serial, expiry: set.expiry, status: 'in' },
      );
    case 'stock.destroyed':
      return change(state, fact.serials, (_serial, set) => set && { ...set, status: 'destroyed' });
    case 'stock.counted':
      return { sets: state.sets };
    case 'stock.differed':
      return { ...state, differs: { counted: fact.count, expected: inStock(state).length } };
    default:
      return state;
  }
}

/** Sets that lie in the safe, the one that expires first in front: it is sent first. */
export function inStock({ sets }: Stock): readonly VoucherSet[] {
  return [...sets.values()]
    .filter(({ status }) => status === 'in')
    .toSorted((a, b) =>
      a.expiry === b.expiry ? (a.serial < b.serial ? -1 : 1) : a.expiry < b.expiry ? -1 : 1,
    );
}

function change(
  state: Stock,
  serials: readonly string[],
  to: (serial: string, set: VoucherSet | undefined) => VoucherSet | undefined,
): Stock {
  const sets = new Map(state.sets);
  for (const serial of serials) {
    const changed = to(serial, sets.get(serial));
    if (changed) sets.set(serial, changed);
  }
  return { ...state, sets };
}
