import type { PersonIndex, OrderName } from './person-index.ts';
import { compareText } from './person-index.ts';
import type { PersonWarning } from './search.ts';

/** What must be seen before this person is written to or telephoned, held against everybody else of the ledger. */
export function warningsOf(index: PersonIndex, slot: number): readonly PersonWarning[] {
  const { kana, name, otherName, birthDate } = index.columns;
  const names = [name[slot] ?? '', otherName[slot] ?? ''].filter((key) => key !== '');
  const sameName =
    isShared(index, 'kana', kana[slot] ?? '', slot) ||
    names.some((key) => isShared(index, 'name', key, slot) || isShared(index, 'otherName', key, slot));
  const home = othersWith(index, 'address', index.columns.address[slot] ?? '', slot);
  const phone = othersWith(index, 'phoneBack', index.columns.phoneBack[slot] ?? '', slot);
  const born = birthDate[slot];
  const twin = Boolean(born) && [...home, ...phone].some((other) => birthDate[other] === born);
  return [
    ...(sameName ? (['same-name'] as const) : []),
    ...(home.length > 0 ? (['same-household'] as const) : []),
    ...(twin ? (['twin'] as const) : []),
  ];
}

type TextOrder = Exclude<OrderName, 'birthDate' | 'list'>;

/** Slots whose key is this one. An empty key is nobody's. */
export function slotsWith(index: PersonIndex, order: TextOrder, key: string): readonly number[] {
  const [from, to] = rangeOf(index, order, key);
  return Array.from({ length: to - from }, (_, at) => index.orders[order].at(from + at));
}

function othersWith(index: PersonIndex, order: TextOrder, key: string, slot: number): readonly number[] {
  return slotsWith(index, order, key).filter((other) => other !== slot);
}

function isShared(index: PersonIndex, order: TextOrder, key: string, slot: number): boolean {
  const [from, to] = rangeOf(index, order, key);
  return to - from > 1 || (to > from && index.orders[order].at(from) !== slot);
}

function rangeOf(index: PersonIndex, order: TextOrder, key: string): readonly [number, number] {
  if (key === '') return [0, 0];
  const column = index.columns[order];
  return index.orders[order].range((slot) => compareText(column[slot] ?? '', key));
}
