import { KANJI_DIGITS, kanjiNumerals } from './kanji-number.ts';
import { foldVariants } from './variants.ts';

/** A town (町域) as the postal table has it: what a postcode stands for, without 丁目. */
export type Town = {
  readonly name: string;
  /** Seven digits each; none when the source does not say. */
  readonly postcodes: readonly string[];
  /** First five digits of the codes that floors of high buildings have for themselves. */
  readonly floorCodes?: readonly string[];
  /** Which 丁目 there are. An empty list: the town has none, its numbers are block and number. Absent: not known. */
  readonly chome?: readonly number[];
  /** Other ways to write it that folding does not reach: older names, a prefix left out. */
  readonly aliases?: readonly string[];
};

/** A municipality with its towns. `code` is the five-digit 団体コード. */
export type City = {
  readonly code: string;
  readonly pref: string;
  readonly name: string;
  readonly towns: readonly Town[];
};

/** A place found at the beginning of a text, and how many characters of the text it took. */
export type Found<Place> = { readonly place: Place; readonly length: number };

/** The tables in the form in which addresses are looked up. */
export type TownTable = {
  /** The municipality in which an address without one is read. */
  readonly home: City | undefined;
  readonly pref: (text: string) => Found<string> | undefined;
  /** All municipalities that begin the text, the longest way of writing wins. More than one when names coincide. */
  readonly cities: (text: string, pref: string) => readonly Found<City>[];
  /** All towns of the municipality that begin the text, official names before other ways to write. */
  readonly towns: (text: string, city: City) => readonly Found<Town>[];
  readonly byPostcode: (postcode: string) => readonly City[];
};

/**
 * Makes tables ready for look-up. `home` is the code of the municipality in which addresses without one are read;
 * the caller brings the data, of one municipality or of all Japan.
 */
export function townTable(cities: readonly City[], home?: string): TownTable {
  const prefs = placesBy([...new Set(cities.map((city) => city.pref))], (pref) => [pref]);
  const byName = placesBy(cities, (city) => [city.name, city.name.replace(/^.+郡(?=.)/, '')]);
  const towns = new Map<string, Places<Town>>();
  const codes = new Map<string, Set<City>>();
  for (const city of cities) {
    for (const code of city.towns.flatMap((town) => town.postcodes)) {
      codes.set(code, (codes.get(code) ?? new Set()).add(city));
    }
  }
  const townsOf = (city: City): Places<Town> => {
    const known = towns.get(city.code);
    if (known) return known;
    const made = placesBy(city.towns, (town) => [town.name, ...(town.aliases ?? [])]);
    towns.set(city.code, made);
    return made;
  };
  return {
    home: cities.find((city) => city.code === home),
    pref: (text) => longest(text, prefs)[0],
    cities: (text, pref) => longest(text, byName).filter(({ place }) => pref === '' || place.pref === pref),
    towns: (text, city) => longest(text, townsOf(city)),
    byPostcode: (postcode) => [...(codes.get(postcode) ?? [])],
  };
}

/**
 * One form for the ways to write a place name, **for look-up and keys only**: variants, blanks, kana or not,
 * ヶケガが, ツっッ, ノの之, 番町 and 番丁, 12 and 十二 (domain.md 4.5).
 */
export function foldPlace(name: string): string {
  let joined = '';
  let free = true;
  for (const character of name) {
    const folded = foldAlone(character);
    if (!folded) return withNumerals(Array.from(foldVariants(name).replace(/\s/g, ''), foldLetter).join(''));
    joined += folded.letter;
    free &&= folded.free;
  }
  return free ? joined : withNumerals(joined);
}

function withNumerals(folded: string): string {
  return kanjiNumerals(folded.replaceAll('番丁', '番町'));
}

/** A letter folded by itself; `free` when no neighbour can change it, as digits change 二 to 十二. */
type Folded = { readonly letter: string; readonly free: boolean };

/** Filled as letters are met: most of the work of a large list is this. Undefined: only the whole text can be folded. */
const FOLDED = new Map<string, Folded | undefined>();
const NUMERAL_LIKE = new RegExp(`[${KANJI_DIGITS}丁]`);

function foldAlone(character: string): Folded | undefined {
  if (FOLDED.has(character)) return FOLDED.get(character);
  const letter = foldLetter(foldVariants(character));
  const isPlain = /^[\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF]$/.test(character);
  const folded = isPlain ? { letter, free: !NUMERAL_LIKE.test(letter) } : undefined;
  FOLDED.set(character, folded);
  return folded;
}

const PLACE_KANA: Readonly<Record<string, string>> = { ヶ: 'ケ', ヵ: 'ケ', ガ: 'ケ', ッ: 'ツ', 之: 'ノ' };

function foldLetter(letter: string): string {
  const katakana = letter.replace(/[\u3041-\u3096]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) + 0x60),
  );
  return PLACE_KANA[katakana] ?? katakana;
}

type Places<Place> = {
  readonly byKey: ReadonlyMap<string, readonly Place[]>;
  /** Every beginning of every key, so that a look-up can stop early, and whether a longer key goes on from it. */
  readonly beginnings: ReadonlyMap<string, 'goes-on' | 'ends'>;
};

function placesBy<Place>(
  places: readonly Place[],
  namesOf: (place: Place) => readonly string[],
): Places<Place> {
  const byKey = new Map<string, Place[]>();
  const beginnings = new Map<string, 'goes-on' | 'ends'>();
  const names = places.map((place) => namesOf(place).map(foldPlace));
  const most = names.reduce((rank, list) => Math.max(rank, list.length), 0);
  // Official names of all places first, then every further way: so the first of a list is the best.
  for (let rank = 0; rank < most; rank += 1) {
    places.forEach((place, index) => {
      const key = names[index]?.[rank] ?? '';
      if (key === '') return;
      const list = byKey.get(key) ?? [];
      if (!list.includes(place)) list.push(place);
      byKey.set(key, list);
      for (let length = 1; length < key.length; length += 1) beginnings.set(key.slice(0, length), 'goes-on');
      if (!beginnings.has(key)) beginnings.set(key, 'ends');
    });
  }
  return { byKey, beginnings };
}

/** Grows from the front and keeps the longest hit. A number is looked at whole: 1 is no beginning of 十二, but 12 is. */
function longest<Place>(text: string, places: Places<Place>): readonly Found<Place>[] {
  let found: readonly Found<Place>[] = [];
  let length = 0;
  let key = '';
  for (const character of text) {
    length += character.length;
    const alone = foldAlone(character);
    key = alone?.free ? key + alone.letter : foldPlace(text.slice(0, length));
    const hit = places.byKey.get(key);
    if (hit) found = hit.map((place) => ({ place, length }));
    if (places.beginnings.get(key) !== 'goes-on' && !ENDS_IN_NUMBER.test(key)) break;
  }
  return found;
}

const ENDS_IN_NUMBER = new RegExp(`^$|[${KANJI_DIGITS}]$`);
