import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { compareKana } from './collation.ts';
import type { PersonKeys } from './person-keys.ts';
import { slotOrder, type SlotOrder } from './slot-order.ts';

/** One person as the index takes her in. */
export type PersonEntry = {
  readonly person: PersonId;
  readonly cases: readonly CaseId[];
  readonly keys: PersonKeys;
};

/** Keys by slot, one array a key: 100,000 persons as objects would be several times as large. */
export type KeyColumns = {
  readonly [Key in Exclude<keyof PersonKeys, 'birthDate' | 'phone'>]: string[];
} & {
  readonly birthDate: number[];
  /** Digits from the last to the first, so that the last four digits are a beginning. */
  readonly phoneBack: string[];
};

/** Each key has its order; `list` is the order of every list, `kana` that of the plain letters. */
export type OrderName = Exclude<keyof KeyColumns, 'town'> | 'list';

/** The table of everybody who can be found, and her slots in the order of each key. */
export type PersonIndex = {
  readonly size: () => number;
  /** Grows with every change: what was worked out at one number holds as long as it stays. */
  readonly revision: () => number;
  readonly columns: KeyColumns;
  readonly orders: Readonly<Record<OrderName, SlotOrder>>;
  readonly personAt: (slot: number) => PersonId;
  readonly casesAt: (slot: number) => readonly CaseId[];
  /** The order of every list: kana, then day of birth, then id, so that it is the same in every process. */
  readonly compareShown: (a: number, b: number) => number;
  /** The same order by place in the list: the places are numbered once after newcomers, then it costs next to nothing. */
  readonly compareRank: () => (a: number, b: number) => number;
  /** Enters persons, or puts new keys in the place of old ones. */
  readonly put: (entries: readonly PersonEntry[]) => void;
  /** Forgets persons with all their strings; whoever is not in it is passed over. */
  readonly drop: (persons: Iterable<PersonId>) => void;
};

const STRING_KEYS = [
  'kana',
  'givenKana',
  'name',
  'givenName',
  'otherName',
  'reference',
  'address',
  'town',
] as const;

export function personIndex(): PersonIndex {
  const persons: string[] = [];
  const cases: string[] = [];
  const columns: KeyColumns = {
    kana: [],
    givenKana: [],
    name: [],
    givenName: [],
    otherName: [],
    birthDate: [],
    phoneBack: [],
    reference: [],
    address: [],
    town: [],
  };
  const slotOf = new Map<PersonId, number>();
  const free: number[] = [];

  const compareShown = (a: number, b: number): number =>
    compareKana(columns.kana[a] ?? '', columns.kana[b] ?? '') ||
    (columns.birthDate[a] ?? 0) - (columns.birthDate[b] ?? 0) ||
    compareText(persons[a] ?? '', persons[b] ?? '');
  const byText = (column: readonly string[]): SlotOrder =>
    slotOrder((a, b) => compareText(column[a] ?? '', column[b] ?? '') || a - b);
  const orders: PersonIndex['orders'] = {
    list: slotOrder(compareShown),
    kana: byText(columns.kana),
    givenKana: byText(columns.givenKana),
    name: byText(columns.name),
    givenName: byText(columns.givenName),
    otherName: byText(columns.otherName),
    birthDate: slotOrder((a, b) => (columns.birthDate[a] ?? 0) - (columns.birthDate[b] ?? 0) || a - b),
    phoneBack: byText(columns.phoneBack),
    reference: byText(columns.reference),
    address: byText(columns.address),
  };
  const orderNames = Object.keys(orders) as OrderName[];
  /** Who has no such key is in no such order; everybody is in that of the lists. */
  const inOrder = (name: OrderName, slots: readonly number[]): readonly number[] =>
    name === 'list' ? slots : slots.filter((slot) => columns[name][slot]);

  let ranks: Int32Array | undefined;
  let revision = 0;
  const numbered = (): Int32Array => {
    const made = new Int32Array(persons.length);
    for (let at = 0; at < orders.list.size(); at += 1) made[orders.list.at(at)] = at;
    return made;
  };

  const takeOut = (slots: readonly number[]): void => {
    if (slots.length === 0) return;
    for (const name of orderNames) orders[name].remove(inOrder(name, slots));
  };

  const fill = (slot: number, { person, cases: hers, keys }: PersonEntry): void => {
    persons[slot] = person;
    cases[slot] = hers.join(' ');
    for (const key of STRING_KEYS) columns[key][slot] = keys[key];
    columns.birthDate[slot] = keys.birthDate;
    columns.phoneBack[slot] = backwards(keys.phone);
  };

  const put: PersonIndex['put'] = (entries) => {
    // Only a newcomer needs a new number: whoever goes leaves the others in their order.
    ranks = undefined;
    revision += 1;
    const last = new Map(entries.map((entry) => [entry.person, entry]));
    takeOut([...last.keys()].flatMap((person) => slotOf.get(person) ?? []));
    const slots = [...last].map(([person, entry]) => {
      const slot = slotOf.get(person) ?? free.pop() ?? persons.length;
      slotOf.set(person, slot);
      fill(slot, entry);
      return slot;
    });
    for (const name of orderNames) orders[name].add(inOrder(name, slots));
  };

  const drop: PersonIndex['drop'] = (gone) => {
    const known = [...new Set(gone)].filter((person) => slotOf.has(person));
    if (known.length > 0) revision += 1;
    const slots = known.flatMap((person) => slotOf.get(person) ?? []);
    takeOut(slots);
    for (const slot of slots) {
      persons[slot] = '';
      cases[slot] = '';
      for (const key of STRING_KEYS) columns[key][slot] = '';
      columns.birthDate[slot] = 0;
      columns.phoneBack[slot] = '';
    }
    for (const person of known) slotOf.delete(person);
    free.push(...slots);
  };

  return {
    size: () => slotOf.size,
    revision: () => revision,
    columns,
    orders,
    personAt: (slot) => (persons[slot] ?? '') as PersonId,
    casesAt: (slot) => {
      const hers = cases[slot] ?? '';
      return hers === '' ? [] : (hers.split(' ') as CaseId[]);
    },
    compareShown,
    compareRank: () => {
      const places = (ranks ??= numbered());
      return (a, b) => (places[a] ?? 0) - (places[b] ?? 0);
    },
    put,
    drop,
  };
}

export function backwards(digits: string): string {
  return Array.from(digits).reverse().join('');
}

/** Before, at the beginning of, or after: for ranges of keys that begin with a text. */
export function besidePrefix(key: string, prefix: string): number {
  return key.startsWith(prefix) ? 0 : compareText(key, prefix);
}

export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
