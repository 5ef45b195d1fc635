import type { PersonId } from '../../domain/basics/ids.ts';
import type { TownTable } from '../../domain/text/town-table.ts';
import type { KeyRing } from '../../security/programme-key.ts';
import type { Database, Reader } from '../connection.ts';
import { findCandidates } from './candidates.ts';
import { changedSince, markNow, type LogMark } from './changed-persons.ts';
import { findSlots } from './find-persons.ts';
import { personIndex, type PersonIndex } from './person-index.ts';
import { personKeys } from './person-keys.ts';
import { kindsOfQuery, readQuery } from './query.ts';
import { readAllPersons, readPersons, type ReadPerson } from './read-persons.ts';
import type { PersonSearch } from './search.ts';
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
export function openSearch(database: Database, ring: () => KeyRing, towns: TownTable): OpenedSearch {
  const index = personIndex();
  const search = searchIn(index, towns);
  // An erasure may overtake an update that has read her already: whoever was forgotten never comes back.
  const forgotten = new Set<PersonId>();
  const put = (read: readonly ReadPerson[]): void => {
    const alive = read.filter(({ person }) => !forgotten.has(person));
    index.put(alive.map(({ person, cases, values }) => ({ person, cases, keys: personKeys(values, towns) })));
  };
  let mark: LogMark | undefined;

  const update = async (): Promise<PersonSearch> => {
    mark = mark
      ? await follow(database.reader, ring(), mark, { put, drop: index.drop })
      : await build(database, ring(), put);
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
        hits: found.first.map((slot) => ({
          person: index.personAt(slot),
          cases: index.casesAt(slot),
          town: index.columns.town[slot] ?? '',
          warnings: warningsOf(index, slot),
        })),
      };
    },
    kindsOf: (words) => kindsOfQuery(readQuery(words, towns)),
    keysOf: (values) => personKeys(values, towns),
    candidates: (keys) => findCandidates(index, keys),
  };
}

type Put = (read: readonly ReadPerson[]) => void;

function build(database: Database, ring: KeyRing, put: Put): Promise<LogMark> {
  return database.snapshot(async (reader) => {
    const mark = await markNow(reader);
    const all: ReadPerson[] = [];
    for await (const persons of readAllPersons(reader, ring)) all.push(...persons);
    put(all);
    return mark;
  });
}

async function follow(
  reader: Reader,
  ring: KeyRing,
  mark: LogMark,
  index: { readonly put: Put; readonly drop: PersonIndex['drop'] },
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
