import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { keyOfEpoch, type KeyRing } from '../../security/programme-key.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { bytes, text, whole } from '../row.ts';
import { BUNDLE } from '../vault/bundle.ts';
import type { SealedPerson } from './open-person.ts';
import { SEARCHED_FIELDS } from './person-keys.ts';

const CHUNK = 2000;
const SECTIONS = [...new Set(SEARCHED_FIELDS.map((field) => field.slice(0, field.indexOf('.'))))];

/** A changed name or telephone number is an item of its own beside the first one, and goes before it. */
const SELECT = `select k.person, k.epoch, k.wrapped, v.heads, v.sealed
  from picked k join lateral (
    select ${BUNDLE}
    from vault where person = k.person and item in ('', 'name', 'phone') and section = any ($1::text[])
  ) v on true
  order by k.person`;

const NEXT: Statement = {
  name: 'search-next-persons',
  text: `with picked as (select person, epoch, wrapped from person_key where person > $2 order by person limit ${CHUNK})
         ${SELECT}`,
};

const THESE: Statement = {
  name: 'search-these-persons',
  text: `with picked as (select person, epoch, wrapped from person_key where person = any ($2::text[]))
         ${SELECT}`,
};

const NEXT_LINKS: Statement = {
  name: 'search-next-links',
  text: `select digest, epoch, sealed from subject_link where digest > $1 order by digest limit ${CHUNK}`,
};

const LINKS_OF: Statement = {
  name: 'search-links-of',
  text: 'select digest, epoch, sealed from subject_link where owner = any ($1::bytea[])',
};

/** Everybody in the vault, in chunks. `reader` must stand on one snapshot. */
export async function* readAllPersons(
  reader: Reader,
  ring: KeyRing,
): AsyncGenerator<readonly SealedPerson[]> {
  const cases = new Map<string, string>();
  let link: Buffer = Buffer.alloc(0);
  for (;;) {
    const rows = await reader.rows(NEXT_LINKS, [link]);
    const last = rows.at(-1);
    if (!last) break;
    link = bytes(last, 'digest');
    openLinks(ring, rows, cases);
  }
  let coming = reader.rows(NEXT, [SECTIONS, '']);
  for (;;) {
    const rows = await coming;
    const last = rows.at(-1);
    if (!last) return;
    // The database reads on while these are opened.
    coming = reader.rows(NEXT, [SECTIONS, text(last, 'person')]);
    coming.catch(() => undefined);
    yield rows.flatMap((row) => unlock(ring, row, cases));
  }
}

/** These persons as they are now; whoever is not among them was erased or has nothing to be found by. */
export async function readPersons(
  reader: Reader,
  ring: KeyRing,
  persons: readonly PersonId[],
): Promise<readonly SealedPerson[]> {
  const found: SealedPerson[] = [];
  const alive = ring.previous ? [ring.current, ring.previous] : [ring.current];
  for (let from = 0; from < persons.length; from += CHUNK) {
    const some = persons.slice(from, from + CHUNK);
    const owners = some.flatMap((person) => alive.map((key) => key.ownerDigest(person)));
    const cases = new Map<string, string>();
    openLinks(ring, await reader.rows(LINKS_OF, [owners]), cases);
    for (const row of await reader.rows(THESE, [SECTIONS, some])) found.push(...unlock(ring, row, cases));
  }
  return found;
}

/** Adds the cases of each person, joined by blanks. Links of our own people lead to no case and are passed over. */
function openLinks(ring: KeyRing, rows: readonly Row[], cases: Map<string, string>): void {
  for (const row of rows) {
    const link = keyOfEpoch(ring, whole(row, 'epoch')).openLink(bytes(row, 'digest'), bytes(row, 'sealed'));
    if (!link.subject.startsWith('case_')) continue;
    const known = cases.get(link.person);
    cases.set(link.person, known === undefined ? link.subject : `${known} ${link.subject}`);
  }
}

/** Nobody when nothing is there by which somebody is found, as with our own people. */
function unlock(ring: KeyRing, row: Row, cases: ReadonlyMap<string, string>): readonly SealedPerson[] {
  if (row['heads'] === null) return [];
  const person = text(row, 'person') as PersonId;
  return [
    {
      person,
      cases: (cases.get(person)?.split(' ').toSorted() ?? []) as CaseId[],
      key: keyOfEpoch(ring, whole(row, 'epoch')).unwrap(person, bytes(row, 'wrapped')),
      heads: text(row, 'heads'),
      sealed: bytes(row, 'sealed'),
    },
  ];
}
