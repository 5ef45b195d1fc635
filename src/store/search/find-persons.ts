import { backwards, besidePrefix, type OrderName, type PersonIndex } from './person-index.ts';
import type { SearchQuery, Term } from './query.ts';

/** Slots found: how many, and the first of them in the order of lists. */
export type FoundSlots = { readonly total: number; readonly first: readonly number[] };

/** Everybody for whom each word fits in one of its meanings. `within`: names and readings fit in any place. */
export function findSlots(
  index: PersonIndex,
  query: SearchQuery,
  how: { readonly limit: number; readonly within: boolean },
): FoundSlots {
  const words = query
    .map((terms) =>
      how.within
        ? [...anywhere(index, terms), ...terms.flatMap((term) => (isName(term) ? [] : spansOf(index, term)))]
        : terms.flatMap((term) => spansOf(index, term)),
    )
    .map((spans) => spans.toSorted(widestFirst))
    .toSorted((a, b) => breadth(a) - breadth(b));
  const [narrowest, ...others] = words;
  if (!narrowest) return { total: 0, first: [] };
  const found = firstOf(breadth(narrowest) < FEW ? index.compareShown : index.compareRank(), how.limit);
  narrowest.forEach((span, rank) => {
    const earlier = narrowest.slice(0, rank);
    // A wide beginning is ten thousand people: what need not be asked of each of them is not asked.
    const counts = (slot: number): boolean =>
      (span.exact || span.fits(slot)) &&
      // Each person once: who stands in an earlier span was counted there.
      !earlier.some((one) => one.fits(slot)) &&
      others.every((word) => word.some((one) => one.fits(slot)));
    const all = span.exact && rank === 0 && others.length === 0;
    for (let at = span.from; at < span.to; at += 1) {
      const slot = span.slotAt(at);
      if (all || counts(slot)) found.take(slot);
    }
  });
  return { total: found.total(), first: found.slots() };
}

/** Beyond this many, comparing places in the list is worth numbering it anew after a change. */
const FEW = 200;

/** Slots among which a word may be found. `exact`: all of them fit. */
type Span = {
  readonly slotAt: (at: number) => number;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly fits: (slot: number) => boolean;
};

function width(span: Span): number {
  return span.to - span.from;
}

function widestFirst(a: Span, b: Span): number {
  return width(b) - width(a);
}

function breadth(word: readonly Span[]): number {
  return word.reduce((sum, span) => sum + width(span), 0);
}

/** Keeps the first few slots in the order of lists while counting all. */
function firstOf(compare: (a: number, b: number) => number, limit: number) {
  const kept: number[] = [];
  let total = 0;
  return {
    total: () => total,
    slots: (): readonly number[] => kept,
    take: (slot: number): void => {
      total += 1;
      const last = kept.at(-1);
      if (kept.length >= limit && last !== undefined && compare(last, slot) <= 0) return;
      let at = kept.length;
      for (; at > 0; at -= 1) {
        const before = kept[at - 1];
        if (before === undefined || compare(before, slot) <= 0) break;
      }
      kept.splice(at, 0, slot);
      if (kept.length > limit) kept.pop();
    },
  };
}

function isName(term: Term): boolean {
  return term.kind === 'kana' || term.kind === 'name';
}

function spansOf(index: PersonIndex, term: Term): readonly Span[] {
  switch (term.kind) {
    case 'kana':
      return [beginning(index, 'kana', term.key), ...given(index, 'givenKana', term.key)];
    case 'name':
      return [
        beginning(index, 'name', term.key),
        ...given(index, 'givenName', term.key),
        beginning(index, 'otherName', term.key),
      ];
    case 'birth-date':
      return [onDate(index, term.date)];
    case 'phone':
      return [withPhone(index, term)];
    case 'reference':
      return [beginning(index, 'reference', term.key)];
    case 'address':
      return [atAddress(index, term)];
  }
}

type TextOrder = Exclude<OrderName, 'birthDate' | 'list'>;

function beginning(index: PersonIndex, name: TextOrder, prefix: string): Span {
  const column = index.columns[name];
  const [from, to] = index.orders[name].range((slot) => besidePrefix(column[slot] ?? '', prefix));
  return {
    slotAt: index.orders[name].at,
    from,
    to,
    exact: true,
    fits: (slot) => column[slot]?.startsWith(prefix) ?? false,
  };
}

/** A single letter looks at the beginning of the whole name only: as a given name it would fit every tenth person. */
function given(index: PersonIndex, name: 'givenKana' | 'givenName', prefix: string): readonly Span[] {
  return Array.from(prefix).length > 1 ? [beginning(index, name, prefix)] : [];
}

/** Everybody whose reading or names hold the word anywhere: one look at each person, whatever the word may be. */
function anywhere(index: PersonIndex, terms: readonly Term[]): readonly Span[] {
  const kana = terms.find((term) => term.kind === 'kana')?.key;
  const name = terms.find((term) => term.kind === 'name')?.key;
  if (kana === undefined && name === undefined) return [];
  const { columns } = index;
  const fits = (slot: number): boolean =>
    (kana !== undefined && (columns.kana[slot] ?? '').includes(kana)) ||
    (name !== undefined &&
      ((columns.name[slot] ?? '').includes(name) || (columns.otherName[slot] ?? '').includes(name)));
  // In the order in which they were entered: neighbours in memory, and whoever was forgotten has no name.
  return [{ slotAt: (at) => at, from: 0, to: columns.kana.length, exact: false, fits }];
}

function onDate(index: PersonIndex, date: number): Span {
  const column = index.columns.birthDate;
  const [from, to] = index.orders.birthDate.range((slot) => (column[slot] ?? 0) - date);
  return {
    slotAt: index.orders.birthDate.at,
    from,
    to,
    exact: true,
    fits: (slot) => column[slot] === date,
  };
}

function withPhone(index: PersonIndex, { digits, whole }: Term & { kind: 'phone' }): Span {
  const back = backwards(digits);
  const span = beginning(index, 'phoneBack', back);
  if (!whole) return span;
  return { ...span, exact: false, fits: (slot) => index.columns.phoneBack[slot] === back };
}

/** 1-2 finds 1-2 and 1-2-14, never 1-20; a building finds what begins with it. */
function atAddress(index: PersonIndex, { site, building }: Term & { kind: 'address' }): Span {
  const column = index.columns.address;
  const prefix = building === '' ? site : `${site}:${building}`;
  const span = beginning(index, 'address', prefix);
  if (building !== '' || site.endsWith(':')) return span;
  const goesOn = (slot: number) => /[-:]/.test((column[slot] ?? '').charAt(prefix.length));
  return { ...span, exact: false, fits: (slot) => span.fits(slot) && goesOn(slot) };
}
