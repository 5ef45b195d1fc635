import { splitAddress } from '../../domain/text/address.ts';
import { DASHES } from '../../domain/text/dashes.ts';
import { kanaKey } from '../../domain/text/kana.ts';
import { nameKey } from '../../domain/text/name.ts';
import { readPhone } from '../../domain/text/phone.ts';
import type { TownTable } from '../../domain/text/town-table.ts';
import { parseWardDate } from '../../domain/calendar/ward-date.ts';
import { buildingKey } from '../../domain/text/building.ts';
import { referenceKey, type KeyKind } from './person-keys.ts';

/** One thing that a word may mean. `whole` of a telephone: all digits are there, not only the last ones. */
export type Term =
  | { readonly kind: 'kana'; readonly key: string }
  | { readonly kind: 'name'; readonly key: string }
  | { readonly kind: 'birth-date'; readonly date: number }
  | { readonly kind: 'phone'; readonly digits: string; readonly whole: boolean }
  | { readonly kind: 'reference'; readonly key: string }
  | { readonly kind: 'address'; readonly site: string; readonly building: string };

/** What an operator typed: all words must fit, each in one of its meanings. A word without meaning fits nobody. */
export type SearchQuery = readonly (readonly Term[])[];

export function readQuery(typed: string, towns: TownTable): SearchQuery {
  return joinAddresses(typed.split(/\s+/).filter((word) => word !== '')).map((word) => meanings(word, towns));
}

export function kindsOfQuery(query: SearchQuery): readonly KeyKind[] {
  return [...new Set(query.flatMap((terms) => terms.map((term) => term.kind)))].toSorted();
}

/** 九段北 1-2-14 is one address in two words. A bare number of three digits or more may be a telephone or 整理番号. */
const NUMBER_OF_ADDRESS = new RegExp(
  `^(?:\\d{1,2}$|[\\d一二三四五六七八九十]+(?:丁目|番)|\\d{1,4}[${DASHES}]\\d{1,4}(?:[${DASHES}]\\d{1,4})?$)`,
);
const ENDS_IN_JAPANESE = /[\u3041-\u30FF\u3400-\u9FFF]$/;

function joinAddresses(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const goesOn =
      before !== undefined &&
      ENDS_IN_JAPANESE.test(before) &&
      NUMBER_OF_ADDRESS.test(word.normalize('NFKC')) &&
      !parseWardDate(word).ok;
    if (goesOn) joined[joined.length - 1] = `${before}${word}`;
    else joined.push(word);
  }
  return joined;
}

const READING = /^[\u30A1-\u30FAA-Z]+$/;

function meanings(word: string, towns: TownTable): readonly Term[] {
  const plain = word.normalize('NFKC');
  const terms: Term[] = [];
  const kana = kanaKey(word);
  if (READING.test(kana)) terms.push({ kind: 'kana', key: kana });
  const name = nameKey(word);
  if (name !== '' && !/\d/.test(plain)) terms.push({ kind: 'name', key: name });
  const day = parseWardDate(word);
  if (day.ok) terms.push({ kind: 'birth-date', date: Number(day.value.replaceAll('-', '')) });
  const phone = phoneTerm(word, plain);
  if (phone) terms.push(phone);
  const reference = referenceKey(word);
  if (/^[\x21-\x7e]+$/.test(reference) && /\d/.test(reference)) {
    terms.push({ kind: 'reference', key: reference });
  }
  const address = addressTerm(word, towns);
  if (address) terms.push(address);
  return terms;
}

const LAST_DIGITS = new RegExp(`^[\\d${DASHES}]+$`);

function phoneTerm(word: string, plain: string): Term | undefined {
  const read = readPhone(word);
  if (read.ok) return { kind: 'phone', digits: read.value.digits, whole: true };
  const digits = plain.replace(/\D/g, '');
  const isEnd = LAST_DIGITS.test(plain) && digits.length >= 4;
  return isEnd ? { kind: 'phone', digits, whole: false } : undefined;
}

function addressTerm(word: string, towns: TownTable): Term | undefined {
  const parts = splitAddress(word, towns);
  if (!parts.ok || parts.value.town === '') return undefined;
  return { kind: 'address', site: parts.value.siteKey, building: buildingKey(parts.value.building) };
}
