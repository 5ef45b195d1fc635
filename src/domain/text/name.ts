import { DASHES } from './dashes.ts';
import { kanaKey } from './kana.ts';
import { foldVariants } from './variants.ts';

const BETWEEN_WORDS = new RegExp(`[\\s・･,.${DASHES}]+`, 'g');

/**
 * The key under which a name as written is searched and compared: width, blanks, variant characters (髙 and 高),
 * variation selectors, 々, ヶ/ケ, the case and accents of roman letters and a trailing 様 make no difference. Words of a
 * roman name keep their order and one blank between them, a Japanese name has none. **Never stored as the name
 * and never printed** (domain.md 4.2, 4.3).
 */
export function nameKey(name: string): string {
  return withoutAccents(foldVariants(name))
    .toUpperCase()
    .replace(/['’]/g, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim()
    .replace(/(?<![A-Z]) | (?![A-Z])/g, '')
    .replace(/([^々])(々+)/gu, (_, letter: string, marks: string) => letter.repeat(marks.length + 1))
    .replace(/(?<=.)様+$/, '')
    .replaceAll('ヶ', 'ケ')
    .normalize('NFC');
}

/** A person as far as names go: the name as written, other names she is known by, and the reading. */
export type Named = { readonly name: string; readonly kana: string; readonly otherNames?: readonly string[] };

/**
 * Could one person be taken for the other by her name: the same reading, or the same writing in any of the names?
 * Same names exist; the answer asks a human to look, and never merges two people (domain.md 4.4).
 */
export function nameMatches(one: Named, other: Named): boolean {
  const keys = matchKeys(one);
  return matchKeys(other).some((key) => keys.includes(key));
}

/**
 * The groups of two or more whose names match, directly or through a third, each in the given order.
 * Where names coincide, every sending and telephoning step shows a second mark of identity.
 */
export function sameNameGroups<Person extends Named>(
  people: readonly Person[],
): readonly (readonly Person[])[] {
  const groupOf = new Map<string, Person[]>();
  for (const person of people) {
    const keys = matchKeys(person);
    const met = new Set(keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined));
    const joined = [...[...met].flat(), person];
    const allKeys = new Set(joined.flatMap(matchKeys));
    for (const key of allKeys) groupOf.set(key, joined);
  }
  const order = new Map(people.map((person, index) => [person, index]));
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

function matchKeys(person: Named): readonly string[] {
  const written = [person.name, ...(person.otherNames ?? [])].map((name) => `written ${nameKey(name)}`);
  const keys = [`read ${kanaKey(person.kana)}`, ...written];
  return keys.filter((key) => !key.endsWith(' '));
}

/** Residence cards print NGUYEN, people type Nguyễn. Marks on kana are sounds and stay. */
function withoutAccents(text: string): string {
  if (!LATIN.test(text)) return text.normalize('NFKC');
  return text
    .normalize('NFD')
    .replace(/(?<=[A-Za-z])[\u0300-\u036F]+/g, '')
    .replace(/[Đđ]/g, 'D')
    .replace(/[Øø]/g, 'O')
    .replace(/[Łł]/g, 'L')
    .normalize('NFKC');
}

/** Most names have no letter that could carry an accent, in any width. */
const LATIN = /\p{Script=Latin}/u;
