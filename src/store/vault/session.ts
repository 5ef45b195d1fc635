import type { Keep, SectionName, Subject } from '../../domain/decision.ts';
import type { PersonId } from '../../domain/basics/ids.ts';
import { keyOfEpoch, KeysChanged, newSecretKey, type KeyRing } from '../../security/programme-key.ts';
import { seal, unseal } from '../../security/sealing.ts';
import { sha256 } from '../../security/digest.ts';
import type { WrittenRow } from '../access-log.ts';
import type { Reader, Row, Writer } from '../connection.ts';
import { currentEpoch } from '../place-row.ts';
import { bytes, text, whole } from '../row.ts';
import { bundledRows } from './bundle.ts';
import * as sql from './statements.ts';

/** What was opened of one subject: `fields['identity.name']`, and for sections with several items `items`. */
export type Opened = {
  readonly person: PersonId;
  readonly fields: Readonly<Record<string, string>>;
  readonly items: readonly { readonly section: SectionName; readonly item: string; readonly value: Fields }[];
};

type Fields = Readonly<Record<string, string>>;
type NewLink = { readonly subject: Subject; readonly person: PersonId };

/**
 * The vault within one command or question: it opens sections and keeps new values, remembering the keys it unwrapped
 * so that none is fetched twice. Plain values live only here and in the answer; nothing of them reaches the database.
 */
export type VaultSession = {
  readonly open: (
    subjects: readonly Subject[],
    sections: readonly SectionName[],
  ) => Promise<ReadonlyMap<Subject, Opened>>;
  readonly keep: (
    writer: Writer,
    keeps: readonly Keep[],
    links: readonly NewLink[],
  ) => Promise<readonly WrittenRow[]>;
  readonly personOf: (subject: Subject) => Promise<PersonId | undefined>;
};

/** A value was to be kept for somebody who was erased meanwhile. */
export class SubjectGone extends Error {
  readonly subject: Subject;
  constructor(subject: Subject) {
    super('A value is to be kept for somebody who is not here or was erased');
    this.subject = subject;
  }
}

export function vaultSession(reader: Reader, ring: KeyRing): VaultSession {
  const personBySubject = new Map<string, PersonId>();
  const keyByPerson = new Map<string, Buffer>();

  const findPersons = async (subjects: readonly Subject[]): Promise<void> => {
    const wanted = subjects.filter((subject) => !personBySubject.has(subject));
    for (const subject of wanted) {
      if (subject.startsWith('person_')) personBySubject.set(subject, subject as PersonId);
    }
    const linked = wanted.filter((subject) => !subject.startsWith('person_'));
    if (linked.length === 0) return;
    const digests = linked.flatMap((subject) => digestsOf(ring, subject));
    for (const row of await reader.rows(sql.FIND_LINKS, [digests])) {
      const link = keyOfEpoch(ring, whole(row, 'epoch')).openLink(bytes(row, 'digest'), bytes(row, 'sealed'));
      personBySubject.set(link.subject, link.person as PersonId);
    }
    if (linked.every((subject) => personBySubject.has(subject))) return;
    // Not found: erased, or filed under a key that this process does not know yet.
    const epoch = await currentEpoch(reader);
    if (epoch !== ring.current.epoch) throw new KeysChanged(epoch);
  };

  const rememberKey = (person: string, epoch: number, wrapped: Buffer): Buffer => {
    const known = keyByPerson.get(person);
    if (known) return known;
    const key = keyOfEpoch(ring, epoch).unwrap(person, wrapped);
    keyByPerson.set(person, key);
    return key;
  };

  const open: VaultSession['open'] = async (subjects, sections) => {
    await findPersons(subjects);
    const persons = [...new Set(subjects.flatMap((subject) => personBySubject.get(subject) ?? []))];
    const opened = new Map<string, Omit<Opened, 'person'>>();
    if (persons.length > 0) {
      for (const row of await reader.rows(sql.OPEN_ROWS, [persons, sections])) {
        const person = text(row, 'person');
        const key = rememberKey(person, whole(row, 'epoch'), bytes(row, 'wrapped'));
        const fields: Record<string, string> = {};
        const items: Opened['items'][number][] = [];
        opened.set(person, { fields, items });
        if (row['heads'] === null) continue;
        for (const one of bundledRows(text(row, 'heads'), bytes(row, 'sealed'))) {
          const { section, item } = one;
          const value = readValue(key, one.sealed, boundTo(person, section, item, one.version));
          items.push({ section: section as SectionName, item, value });
          for (const [field, content] of Object.entries(value)) fields[`${section}.${field}`] = content;
        }
      }
    }
    const result = new Map<Subject, Opened>();
    for (const subject of subjects) {
      const person = personBySubject.get(subject);
      const found = person && opened.get(person);
      if (person && found) result.set(subject, { person, ...found });
    }
    return result;
  };

  const keep: VaultSession['keep'] = async (writer, keeps, links) => {
    for (const link of links) personBySubject.set(link.subject, link.person);
    await Promise.all([writeLinks(writer, ring, links), findPersons(keeps.map((value) => value.of))]);
    const owners = keeps.map((value) => {
      const person = personBySubject.get(value.of);
      if (!person) throw new SubjectGone(value.of);
      return person;
    });
    const versions = new Map<string, number>();
    const persons = [...new Set([...owners, ...links.map((link) => link.person)])];
    if (persons.length > 0) {
      const [, keyed, kept] = await Promise.all([
        writer.rows(sql.LOCK_AGAINST_ERASURE),
        writer.rows(sql.FIND_KEYS, [persons]),
        writer.rows(sql.FIND_VERSIONS, [persons, [...new Set(keeps.map(({ section }) => section))]]),
      ]);
      const alive = new Set([
        ...keyed.map((row) => text(row, 'person')),
        ...links.map((link) => link.person),
      ]);
      const gone = keeps.find((_value, index) => !alive.has(owners[index] as PersonId));
      if (gone) throw new SubjectGone(gone.of);
      for (const row of keyed) {
        rememberKey(text(row, 'person'), whole(row, 'epoch'), bytes(row, 'wrapped'));
      }
      for (const row of kept) {
        const slot = `${text(row, 'person')}|${text(row, 'section')}|${text(row, 'item')}`;
        versions.set(slot, whole(row, 'version'));
      }
    }
    const newcomers = persons.filter((person) => !keyByPerson.has(person));
    for (const person of newcomers) keyByPerson.set(person, newSecretKey());
    const [, written] = await Promise.all([
      writeKeys(writer, ring, newcomers, keyByPerson),
      writeValues(writer, keeps, owners, versions, keyByPerson),
    ]);
    return written;
  };

  const personOf: VaultSession['personOf'] = async (subject) => {
    await findPersons([subject]);
    return personBySubject.get(subject);
  };

  return { open, keep, personOf };
}

/** What a vault value is bound to: moved to another row, version or section it does not open. */
export function boundTo(person: string, section: string, item: string, version: number): string {
  return `vault|${person}|${section}|${item}|${version}`;
}

export function digestsOf(ring: KeyRing, subject: string): readonly Buffer[] {
  const now = ring.current.linkDigest(subject);
  return ring.previous ? [now, ring.previous.linkDigest(subject)] : [now];
}

export function readValue(key: Uint8Array, sealed: Uint8Array, bound: string): Fields {
  const value: Fields = JSON.parse(unseal(key, sealed, bound).toString('utf8'));
  return value;
}

async function writeLinks(writer: Writer, ring: KeyRing, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return;
  const key = ring.current;
  await writer.rows(sql.ADD_LINKS, [
    links.map((link) => key.linkDigest(link.subject)),
    links.map((link) => key.ownerDigest(link.person)),
    key.epoch,
    links.map((link) => key.sealLink(link.subject, link.person)),
  ]);
}

async function writeKeys(
  writer: Writer,
  ring: KeyRing,
  persons: readonly string[],
  keys: ReadonlyMap<string, Buffer>,
): Promise<void> {
  if (persons.length === 0) return;
  const wrapped = persons.map((person) => ring.current.wrap(person, keys.get(person) ?? Buffer.alloc(0)));
  await writer.rows(sql.ADD_KEYS, [persons, ring.current.epoch, wrapped]);
}

async function writeValues(
  writer: Writer,
  keeps: readonly Keep[],
  owners: readonly string[],
  versions: Map<string, number>,
  keys: ReadonlyMap<string, Buffer>,
): Promise<readonly WrittenRow[]> {
  const last = new Map<string, { row: Slot; value: Fields; key: Buffer }>();
  keeps.forEach(({ section, item = '', value }, index) => {
    const person = owners[index] ?? '';
    const slot = `${person}|${section}|${item}`;
    const key = keys.get(person);
    if (!key) throw new Error('No key for a person whose value is kept');
    last.set(slot, { row: [person, section, item, (versions.get(slot) ?? 0) + 1], value, key });
  });
  const slots = [...last.values()];
  const written: WrittenRow[] = [];
  let stored = 0;
  let sent: Promise<readonly Row[]> = Promise.resolve([]);
  for (let from = 0; from < slots.length; from += STRETCH) {
    // The database takes in one stretch while the next one is sealed.
    const stretch = slots.slice(from, from + STRETCH).map(({ row, value, key }) => ({
      row,
      sealed: seal(key, Buffer.from(JSON.stringify(value)), boundTo(...row)),
    }));
    stored += (await sent).length;
    sent = writer.rows(sql.PUT_VALUES, [
      stretch.map(({ row }) => row[0]),
      stretch.map(({ row }) => row[1]),
      stretch.map(({ row }) => row[2]),
      stretch.map(({ row }) => row[3]),
      stretch.map(({ sealed }) => sealed),
    ]);
    for (const { row, sealed } of stretch) written.push([...row, sha256(sealed).toString('base64url')]);
  }
  stored += (await sent).length;
  if (stored !== written.length)
    throw new Error('A value of the vault was changed by somebody else meanwhile');
  return written;
}

type Slot = readonly [person: string, section: string, item: string, version: number];

const STRETCH = 400;
