import { z } from 'zod';
import type { PersonId } from '../../domain/basics/ids.ts';
import { roles } from '../../security/access.ts';
import { isHersAlone, readSheetCode } from '../../domain/text/sheet-code.ts';
import { standingsOf, type CaseOfPerson } from '../../store/questions/persons.ts';
import { sheetsByMarks } from '../../store/questions/sheets.ts';
import type { PersonSearch, PersonWarning } from '../../store/search/search.ts';
import { question, type Fields } from '../question.ts';

const MOST_SHOWN = 20;
const LONGEST_QUERY = 100;

/**
 * `person.search`: who could be meant by the words somebody typed (CHI-8.1-7, B-03). The log keeps the kinds of key,
 * the number of hits and the ids of those shown, never the words. A visitor has no search (requirements.md section 13).
 * Of the address only the town is shown, of the telephone the last four digits: enough to tell two persons apart. The
 * code at the foot of a printed sheet leads to whose it is. Her own code is not looked for: it is hers alone.
 */
export const searchPersons = question({
  name: 'person.search',
  says: 'Find persons by name, reading, day of birth, telephone, number or address, or whose printed sheet it is by its code',
  schema: z.strictObject({
    words: z.string().trim().min(1).max(LONGEST_QUERY),
    within: z.boolean().default(false),
    limit: z.int().min(1).max(MOST_SHOWN).default(MOST_SHOWN),
  }),
  who: { allowed: roles('operator', 'responsible-manager', 'ward-staff', 'mailing-clerk') },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana', 'identity.birthDate', 'address.address', 'contact.phone'],
  purpose: 'search',
  find: async ({ reader, search, sheetMark }, input) => {
    if (isHersAlone(input.words)) return NOBODY;
    const people = await search();
    const code = readSheetCode(input.words);
    const [sheet] = code ? await sheetsByMarks(reader, [sheetMark(code)]) : [];
    const hers = sheet && people.personOf(sheet.case);
    if (hers) {
      const standings = await standingsOf(reader, [sheet.case]);
      const cases = [standings.get(sheet.case) ?? []].flat();
      const { person, town, warnings } = hers;
      const row = { subject: person, town, within: false, exact: true, warnings, cases };
      return { hits: 1, kinds: ['sheet'], rows: [row] };
    }
    const found = people.find(input.words, input);
    const exact = exactly(people, input.words);
    const standings = await standingsOf(
      reader,
      found.hits.flatMap((hit) => hit.cases),
    );
    return {
      hits: found.total,
      kinds: people.kindsOf(input.words),
      rows: found.hits.map((hit) => ({
        subject: hit.person,
        town: hit.town,
        within: found.within,
        exact: exact.has(hit.person),
        warnings: hit.warnings,
        cases: hit.cases.flatMap((id) => standings.get(id) ?? []),
      })),
    };
  },
  show: (rows, fields, input, _asking, hits) => ({
    total: hits,
    within: rows[0]?.within ?? input.within,
    /** What was typed or scanned, where it was no words about a person: a code of hers is not looked for. */
    scanned: isHersAlone(input.words)
      ? ('hers-alone' as const)
      : readSheetCode(input.words)
        ? ('sheet' as const)
        : undefined,
    /** The one person whose number or whole telephone number was typed: no list is needed for her. */
    only: rows.length === 1 && rows[0]?.exact ? rows[0].cases.at(-1)?.case : undefined,
    persons: rows.map((row) => shownPerson(row, fields(row))),
  }),
});

const NOBODY = { hits: 0, kinds: [], rows: [] };

const WHOLE_PHONE = 10;

/** Everybody whose number on the ward's list, or whole telephone number, is what was typed. */
function exactly(people: PersonSearch, words: string): ReadonlySet<PersonId> {
  const { reference, phone } = people.keysOf({ 'reference.number': words, 'contact.phone': words });
  const found = people.candidates({ reference, ...(phone.length >= WHOLE_PHONE ? { phone } : {}) });
  return new Set(
    found
      .filter(({ agrees }) => agrees.includes('reference') || agrees.includes('phone'))
      .map(({ person }) => person),
  );
}

type FoundPerson = {
  readonly subject: PersonId;
  readonly town: string;
  readonly exact: boolean;
  readonly warnings: readonly PersonWarning[];
  readonly cases: readonly CaseOfPerson[];
};

/** One line of the answer. A field that the asker's role may not see, or that is not known, is absent. */
type ShownPerson = {
  readonly person: PersonId;
  readonly name?: string | undefined;
  readonly kana?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly town?: string | undefined;
  readonly phoneEnd?: string | undefined;
  readonly cases: readonly CaseOfPerson[];
  readonly warnings: readonly (PersonWarning | 'protected')[];
};

function shownPerson(row: FoundPerson, fields: Fields): ShownPerson {
  const isProtected = row.cases.some((one) => one.protected);
  return {
    person: row.subject,
    name: fields['identity.name'],
    kana: fields['identity.kana'],
    birthDate: fields['identity.birthDate'],
    town: isProtected || fields['address.address'] === undefined ? undefined : row.town,
    phoneEnd: fields['contact.phone']?.replace(/\D/g, '').slice(-4),
    cases: row.cases,
    warnings: [...(isProtected ? (['protected'] as const) : []), ...row.warnings],
  };
}
