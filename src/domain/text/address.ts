import { err, ok, type Result } from '../basics/result.ts';
import { readBlockNumber } from './block-number.ts';
import { buildingKey } from './building.ts';
import { DASHES } from './dashes.ts';
import { halfWidth } from './half-width.ts';
import { readPostcode } from './postcode.ts';
import { foldPlace, type City, type Found, type Town, type TownTable } from './town-table.ts';

/**
 * An address cut into its parts, for search and matching. **A letter shows the ward's own string, never an address
 * put together from these parts**: they are completed (東京都) and regular (九段北, 1-2-14), and not what was written
 * (domain.md 4.5).
 */
export type AddressParts = {
  /** Empty when neither the text nor the tables say it. */
  readonly pref: string;
  readonly city: string;
  /** The name in the postal table, without 丁目; as written where the table does not know it; empty when lost. */
  readonly town: string;
  /** 丁目, block and number joined by '-': 1-2-14. */
  readonly rest: string;
  /** Building, floor, room and 様方 as written. */
  readonly building: string;
  /** Everything that follows the town, as written: what the customer barcode is read from. */
  readonly afterTown: string;
  /** Two ways to write one address have one key; another number, floor or room has another. */
  readonly key: string;
  /** The key without building and room: the same house, not the same home. */
  readonly siteKey: string;
};

export type NotAnAddress = { readonly type: 'not-an-address'; readonly reason: 'empty' | 'no-place' };

/** `building` is the ward's column 方書, when it comes apart. `postcode` helps to find a place that the text only half names. */
export type AddressHints = { readonly postcode?: string; readonly building?: string };

/** Cuts an address. A text that names neither a municipality nor a town is an error, not an address without a place. */
export function splitAddress(
  written: string,
  table: TownTable,
  hints: AddressHints = {},
): Result<AddressParts, NotAnAddress> {
  const { raw, postcode } = withoutPostcode(written, hints.postcode);
  if (raw === '') return err({ type: 'not-an-address', reason: 'empty' });
  const text = halfWidth(raw);
  const place = findPlace(text, table, postcode);
  const limit = mostNumbers(place.town, text.slice(place.end));
  const block = readBlockNumber(text.slice(place.end), limit);
  const isSomewhere = place.city !== '' || (JAPANESE.test(place.townName) && block.numbers.length > 0);
  if (!isSomewhere) return err({ type: 'not-an-address', reason: 'no-place' });
  const building = [raw.slice(place.end + block.end), hints.building ?? '']
    .map(trimmed)
    .filter((part) => part !== '')
    .join(' ');
  const rest = block.numbers.join('-');
  const siteKey = [foldPlace(place.pref + place.city), foldPlace(place.townName), rest].join(':');
  return ok({
    pref: place.pref,
    city: place.city,
    town: place.townName,
    rest,
    building,
    afterTown: trimmed([raw.slice(place.end), hints.building ?? ''].join(' ')),
    key: `${siteKey}:${buildingKey(building)}`,
    siteKey,
  });
}

/** Does the postcode belong to the town? High buildings have codes of their own for each floor. */
export function postcodeFits(postcode: string, town: Town): boolean {
  return town.postcodes.includes(postcode) || (town.floorCodes ?? []).includes(postcode.slice(0, 5));
}

type Place = {
  readonly pref: string;
  readonly city: string;
  readonly townName: string;
  /** Absent when the tables do not know it. */
  readonly town: Town | undefined;
  /** Where the text goes on after the town. */
  readonly end: number;
};

const BLANKS = /^\s*/;
const JAPANESE = /[\u3041-\u30FF\u3400-\u9FFF]/;
const PREF = /^(?:東京都|北海道|(?:大阪|京都)府|[^\s\d]{2,3}県)/;
const CITY =
  /^(?:[^\s\d]{1,5}郡[^\s\d]{1,6}?[町村]|[^\s\d]{1,7}?(?<!特別|広域)市(?:[^\s\d]{1,4}区)?|[^\s\d]{1,6}?[区町村])/;
/** Up to the first number that is not part of a name: 北1条西 and 第21地割 are. */
const UNKNOWN_TOWN =
  /^(?:大字)?(?:[^\d\s〇一二三四五六七八九十百千-]|\d+(?=[条線])|[〇一二三四五六七八九十百千]+(?!丁目|丁|番地|番(?!町)|号))*/;

const HAMLET =
  /^(?:第?(?:\d+|[〇一二三四五六七八九十百]+)地割)?(?:字?[^\d\s〇一二三四五六七八九十百千-]{1,10})?(?=\d)/;

function findPlace(text: string, table: TownTable, postcode: string): Place {
  const start = skipBlanks(text, 0);
  const pref = table.pref(text.slice(start)) ?? matched(PREF, text.slice(start));
  const afterPref = skipBlanks(text, start + (pref?.length ?? 0));
  const city = chooseCity(table.cities(text.slice(afterPref), pref?.place ?? ''), table, postcode);
  if (city) return inCity(text, afterPref + city.length, city.place, table);
  if (!pref) {
    const short = withShortPref(text, start, table, postcode);
    if (short) return short;
  }
  const home = table.home;
  if (home && (!pref || pref.place === home.pref) && table.towns(text.slice(afterPref), home).length > 0) {
    return inCity(text, afterPref, home, table);
  }
  const coded = table.byPostcode(postcode).find((one) => table.towns(text.slice(afterPref), one).length > 0);
  if (coded && (!pref || pref.place === coded.pref)) return inCity(text, afterPref, coded, table);
  return unknownPlace(text, afterPref, pref?.place ?? '');
}

/** 東京千代田区: the prefecture without its last character, if a municipality of it follows. */
function withShortPref(text: string, start: number, table: TownTable, postcode: string): Place | undefined {
  for (const length of [2, 3]) {
    for (const last of ['都', '府', '県']) {
      const short = table.pref(`${text.slice(start, start + length)}${last}`);
      if (!short || short.length !== length + 1) continue;
      const at = skipBlanks(text, start + length);
      const city = chooseCity(table.cities(text.slice(at), short.place), table, postcode);
      if (city) return inCity(text, at + city.length, city.place, table);
    }
  }
  return undefined;
}

/** Names of municipalities repeat (府中市, 中央区): the postcode decides, then the prefecture of home. */
function chooseCity(
  found: readonly Found<City>[],
  table: TownTable,
  postcode: string,
): Found<City> | undefined {
  if (found.length < 2) return found[0];
  const coded = table.byPostcode(postcode);
  return (
    found.find(({ place }) => coded.includes(place)) ??
    found.find(({ place }) => place.pref === table.home?.pref)
  );
}

function inCity(text: string, from: number, city: City, table: TownTable): Place {
  const known = { pref: city.pref, city: city.name };
  const at = skipBlanks(text, from);
  const oaza = /^大?字/.exec(text.slice(at))?.[0].length ?? 0;
  const found = [0, oaza]
    .map((skip) => ({ skip, towns: table.towns(text.slice(at + skip), city) }))
    .find(({ towns }) => towns.length > 0);
  if (found) {
    const nameEnd = at + found.skip + (found.towns[0]?.length ?? 0);
    const town = chooseTown(found.towns, text.slice(nameEnd));
    const hamlet = town.chome === undefined ? hamletBefore(text.slice(nameEnd)) : '';
    return { ...known, town, townName: town.name + hamlet, end: nameEnd + hamlet.length };
  }
  const name = unknownTown(text.slice(at));
  return { ...known, town: undefined, townName: name, end: at + name.length };
}

/** 鍛冶町 has 一丁目 and 二丁目, 神田鍛冶町 only 三丁目: where two towns are written alike, the 丁目 decides. */
function chooseTown(found: readonly Found<Town>[], after: string): Town {
  const [first] = found;
  if (!first) throw new Error('No town to choose from');
  const number = Number(readBlockNumber(after, 1).numbers[0]);
  const fits = found.find(({ place }) => place.chome?.includes(number));
  return first.place.chome?.includes(number) ? first.place : (fits?.place ?? first.place);
}

/** 小字 between a town and its number, where the tables do not say that there is none: 字中通5-2. */
function hamletBefore(text: string): string {
  return HAMLET.exec(text)?.[0] ?? '';
}

function unknownPlace(text: string, at: number, pref: string): Place {
  const city = matched(CITY, text.slice(at));
  const cityName = city && (pref !== '' || /[市区村]$/.test(city.place)) ? city.place : '';
  const from = skipBlanks(text, at + cityName.length);
  const name = unknownTown(text.slice(from));
  return { pref, city: cityName, town: undefined, townName: name, end: from + name.length };
}

const TRAILING_DASHES = new RegExp(`[${DASHES}]+$`);

function unknownTown(text: string): string {
  return (UNKNOWN_TOWN.exec(text)?.[0] ?? '').replace(TRAILING_DASHES, '');
}

/** A town with 丁目 has three numbers, one without has two; the next is a room. */
function mostNumbers(town: Town | undefined, after: string): number {
  if (town?.chome === undefined) return 3;
  if (town.chome.length > 0) return 3;
  return /^\s*[\d〇一二三四五六七八九十]+\s*丁目/.test(after) ? 3 : 2;
}

const FRONT_CODE = new RegExp(`^\\s*〒?\\s*([0-9０-９]{3}[${DASHES}]?[0-9０-９]{4})(?![0-9０-９])\\s*`);

function withoutPostcode(written: string, hint: string | undefined): { raw: string; postcode: string } {
  const front = FRONT_CODE.exec(written);
  const code = hint ?? front?.[1];
  const read = code === undefined ? undefined : readPostcode(code);
  return {
    raw: trimmed(front ? written.slice(front[0].length) : written),
    postcode: read?.ok ? read.value : '',
  };
}

function matched(pattern: RegExp, text: string): Found<string> | undefined {
  const found = pattern.exec(text)?.[0];
  return found ? { place: found, length: found.length } : undefined;
}

function skipBlanks(text: string, at: number): number {
  return at + (BLANKS.exec(text.slice(at))?.[0].length ?? 0);
}

const EDGES = new RegExp(`^[\\s、,${DASHES}]+|[\\s、,]+$`, 'g');

function trimmed(text: string): string {
  return text.replace(EDGES, '');
}
