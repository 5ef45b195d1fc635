import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { townTable, type TownTable } from '../../domain/text/town-table.ts';
import type { KeyRing } from '../../security/programme-key.ts';
import type { Database, Reader } from '../connection.ts';
import { findCandidates } from './candidates.ts';
import { casesInIndex } from './cases-in-index.ts';
import { changedSince, markNow, type LogMark } from './changed-persons.ts';
import { findSlots } from './find-persons.ts';
import { keyThread, type KeyWorkerData } from './key-thread.ts';
import { openPerson, type SealedPerson } from './open-person.ts';
import { personIndex, type PersonEntry, type PersonIndex } from './person-index.ts';
import { personKeys } from './person-keys.ts';
import { kindsOfQuery, readQuery } from './query.ts';
import { readAllPersons, readPersons } from './read-persons.ts';
import type { PersonHit, PersonSearch, PersonWarning } from './search.ts';
import { warningsOf } from './warnings.ts';

/** `search` gives the index as it is now; `forget` drops erased persons at once, before anybody searches again. */
export type OpenedSearch = {
  readonly search: () => Promise<PersonSearch>;
  readonly forget: (persons: readonly PersonId[]) => void;
};

const MOST_SHOWN = 20;

/**
 * The index of persons, built from the vault at the first search and brought up to date before each further one with
 * what any process wrote or erased since. Searches that come while one is being answered share the next update.
 */
export function openSearch(database: Database, ring: () => KeyRing, town: KeyWorkerData): OpenedSearch {
  const towns = townTable(town.cities, town.home);
  const index = personIndex();
  const search = searchIn(index, towns);
  // An erasure may overtake an update that has read her already: whoever was forgotten never comes back.
  const forgotten = new Set<PersonId>();
  const put = (entries: readonly PersonEntry[]): void =>
    index.put(entries.filter(({ person }) => !forgotten.has(person)));
  const entryOf = (one: SealedPerson): PersonEntry => ({
    person: one.person,
    cases: one.cases,
    keys: personKeys(openPerson(one), towns),
  });
  let mark: LogMark | undefined;

  const update = async (): Promise<PersonSearch> => {
    mark = mark
      ? await follow(database.reader, ring(), mark, {
          put: (people) => put(people.map(entryOf)),
          drop: index.drop,
        })
      : await build(database, ring(), town, { entryOf, put });
    return search;
  };
  let running: Promise<PersonSearch> | undefined;
  let next: Promise<PersonSearch> | undefined;
  const start = (): Promise<PersonSearch> => {
    next = undefined;
    running = update().finally(() => {
      running = undefined;
    });
    return running;
  };
  // An update that already runs may have read the log before this search was asked for: it waits for the next one.
  return {
    search: () => {
      if (!running) return start();
      next ??= running.then(start, start);
      return next;
    },
    forget: (persons) => {
      for (const person of persons) forgotten.add(person);
      index.drop(persons);
    },
  };
}

function searchIn(index: PersonIndex, towns: TownTable): PersonSearch {
  const warnings = rememberedWarnings(index);
  const cases = casesInIndex(index);
  const hitAt = (slot: number): PersonHit => ({
    person: index.personAt(slot),
    cases: index.casesAt(slot),
    town: index.columns.town[slot] ?? '',
    warnings: warnings(slot),
  });
  return {
    get size() {
      return index.size();
    },
    find: (words, { limit = MOST_SHOWN, within = false } = {}) => {
      const query = readQuery(words, towns);
      const begun = within ? undefined : findSlots(index, query, { limit, within: false });
      const found = begun && begun.total > 0 ? begun : findSlots(index, query, { limit, within: true });
      return {
        total: found.total,
        within: found !== begun,
        hits: found.first.map(hitAt),
      };
    },
    kindsOf: (words) => kindsOfQuery(readQuery(words, towns)),
    keysOf: (values) => personKeys(values, towns),
    cases: () => casesIn(index),
    candidates: (keys) => findCandidates(index, keys),
    warningsOf: (id) => {
      const slot = cases.slotOf(id);
      return slot === undefined ? [] : warnings(slot);
    },
    personOf: (id) => {
      const slot = cases.slotOf(id);
      return slot === undefined ? undefined : hitAt(slot);
    },
    inOrder: cases.inOrder,
  };
}

function casesIn({ orders: { list }, casesAt }: PersonIndex): ReadonlySet<CaseId> {
  return new Set(Array.from({ length: list.size() }, (_, at) => casesAt(list.at(at))).flat());
}

/** The first of a list are asked for again with every letter typed: they are held against everybody once a change. */
function rememberedWarnings(index: PersonIndex): (slot: number) => readonly PersonWarning[] {
  const known = new Map<number, readonly PersonWarning[]>();
  let asOf = -1;
  return (slot) => {
    if (asOf !== index.revision()) known.clear();
    asOf = index.revision();
    const found = known.get(slot) ?? warningsOf(index, slot);
    known.set(slot, found);
    return found;
  };
}

/** An order more than this would only wait: this thread opens the persons itself. */
const MOST_WAITING = 2;

/**
 * Reads everybody on one snapshot. A second thread opens persons and makes keys while this one reads on; when that
 * has enough to do, this one helps. A ledger of a single chunk needs no second thread.
 */
function build(
  database: Database,
  ring: KeyRing,
  town: KeyWorkerData,
  to: {
    readonly entryOf: (one: SealedPerson) => PersonEntry;
    readonly put: (entries: readonly PersonEntry[]) => void;
  },
): Promise<LogMark> {
  return database.snapshot(async (reader) => {
    const mark = await markNow(reader);
    let helper: ReturnType<typeof keyThread> | undefined;
    const chunks: Promise<readonly PersonEntry[]>[] = [];
    try {
      for await (const people of readAllPersons(reader, ring)) {
        if (helper && helper.busy() < MOST_WAITING) {
          const answer = helper.keysOf(people).then((keys) =>
            keys.flatMap((one, at) => {
              const person = people[at];
              return person ? [{ person: person.person, cases: person.cases, keys: one }] : [];
            }),
          );
          answer.catch(() => undefined);
          chunks.push(answer);
        } else {
          chunks.push(Promise.resolve(people.map(to.entryOf)));
        }
        helper ??= people.length > 0 ? keyThread(town) : undefined;
      }
      to.put((await Promise.all(chunks)).flat());
    } finally {
      await helper?.close();
    }
    return mark;
  });
}

async function follow(
  reader: Reader,
  ring: KeyRing,
  mark: LogMark,
  index: {
    readonly put: (people: readonly SealedPerson[]) => void;
    readonly drop: PersonIndex['drop'];
  },
): Promise<LogMark> {
  const changed = await changedSince(reader, mark);
  if (changed.persons.size > 0) {
    const persons = [...changed.persons];
    const found = await readPersons(reader, ring, persons);
    const here = new Set(found.map((one) => one.person));
    index.drop(persons.filter((person) => !here.has(person)));
    index.put(found);
  }
  return changed.mark;
}
