import type { CivilDate } from '../basics/civil-date.ts';
import type { PieceId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';

export type VoucherSet = {
  readonly serial: string;
  readonly expiry: CivilDate;
  readonly status: 'in' | 'out' | 'destroyed';
  readonly piece?: PieceId;
};

/**
 * The voucher sets in custody (CHI-8.4-14): received = in + out + destroyed, always. They lie on shelves by the beginning
 * of their serial, so that a fact about one of thousands copies a shelf and not the safe.
 */
export type Stock = {
  readonly shelves: ReadonlyMap<string, ReadonlyMap<string, VoucherSet>>;
  /** The last count by two people that did not fit the book, until one fits again. */
  readonly differs?: { readonly counted: number; readonly expected: number };
};

export const noStock: Stock = { shelves: new Map() };

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
      return { shelves: state.shelves };
    case 'stock.differed':
      return { ...state, differs: { counted: fact.count, expected: inStock(state).length } };
    default:
      return state;
  }
}

/** Sets that lie in the safe, the one that expires first in front: it is sent first. */
export function inStock(stock: Stock): readonly VoucherSet[] {
  return allSets(stock)
    .filter(({ status }) => status === 'in')
    .toSorted((a, b) =>
      a.expiry === b.expiry ? (a.serial < b.serial ? -1 : 1) : a.expiry < b.expiry ? -1 : 1,
    );
}

/** The set with a serial, wherever it is. */
export function setOf({ shelves }: Stock, serial: string): VoucherSet | undefined {
  return shelves.get(shelfOf(serial))?.get(serial);
}

/** Every set that ever came in. */
export function allSets({ shelves }: Stock): readonly VoucherSet[] {
  return [...shelves.values()].flatMap((shelf) => [...shelf.values()]);
}

/** Serials run on: those that differ in their last two signs lie together. */
function shelfOf(serial: string): string {
  return serial.slice(0, -2);
}

function change(
  state: Stock,
  serials: readonly string[],
  to: (serial: string, set: VoucherSet | undefined) => VoucherSet | undefined,
): Stock {
  const shelves = new Map(state.shelves);
  const touched = new Map<string, Map<string, VoucherSet>>();
  for (const serial of serials) {
    const name = shelfOf(serial);
    const shelf = touched.get(name) ?? new Map(shelves.get(name));
    const changed = to(serial, shelf.get(serial));
    if (!changed) continue;
    shelf.set(serial, changed);
    touched.set(name, shelf);
    shelves.set(name, shelf);
  }
  return { ...state, shelves };
}
