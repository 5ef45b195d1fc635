import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import { addMonths, firstDay, type YearMonth } from '../domain/basics/year-month.ts';
import { dueDatesReachingMonth8, STANDARD_WEEKS } from '../domain/calendar/pregnancy.ts';
import { TOWNS_13101 } from '../domain/text/towns-13101.ts';
import { daysBetween } from '../domain/basics/civil-date.ts';
import { BUILDINGS, FAMILY_NAMES, FOREIGN_NAMES, GIVEN_NAMES } from './names-data.ts';
import type { Chance } from './chance.ts';

/** Where somebody lives or gets mail, as the ward writes it. */
export type Home = { readonly postcode: string; readonly address: string; readonly building: string };

/** A woman of the synthetic town. She does not exist; her town, postcode and calendar do. */
export type Woman = Home & {
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: CivilDate;
  readonly phone: string;
  readonly due: CivilDate;
  readonly notified: CivilDate;
  readonly firstBirth: boolean;
  readonly toTalkTo: number;
  readonly protected: boolean;
  readonly language: string;
  /** 通称名, the name she goes by. */
  readonly commonName?: string;
  /** 胎児数 */
  readonly children?: number;
};

/** Women who reach the 8th month in a month, as many as asked for. Numbers go on from `from`. */
export function womenReaching(
  month: YearMonth,
  count: number,
  from: number,
  chance: Chance,
): readonly Woman[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_unused, index) =>
    inventWoman(from + index, dueOfCohort(month, chance), chance, taken),
  );
}

/** A due date of somebody who reaches the 8th month in that month. */
export function dueOfCohort(month: YearMonth, chance: Chance): CivilDate {
  const reached = { from: firstDay(month), to: addDays(firstDay(addMonths(month, 1)), -1) };
  const due = dueDatesReachingMonth8(reached, STANDARD_WEEKS);
  return addDays(due.from, chance.below(daysBetween(due.from, due.to) + 1));
}

/** `taken` holds reading and birth date of everybody so far: no two are told apart by their number alone. */
export function inventWoman(number: number, due: CivilDate, chance: Chance, taken: Set<string>): Woman {
  const foreign = chance.onceIn(12) ? chance.pick(FOREIGN_NAMES) : undefined;
  const [family, familyKana] = chance.pick(FAMILY_NAMES);
  const [given, givenKana] = chance.pick(GIVEN_NAMES);
  const kana = foreign ? foreign[1] : `${familyKana}　${givenKana}`;
  return {
    number: `26-${String(number).padStart(5, '0')}`,
    name: foreign ? foreign[0] : `${family}　${given}`,
    kana,
    birthDate: birthDateBefore(due, kana, chance, taken),
    ...home(chance),
    phone: chance.onceIn(9)
      ? ''
      : `0${chance.pick(['70', '80', '90'])}-0000-${String(number % 10000).padStart(4, '0')}`,
    due,
    notified: addDays(due, -220 + chance.below(30)),
    firstBirth: chance.below(20) < 11,
    toTalkTo: chance.onceIn(24) ? chance.below(2) : 2 + chance.below(4),
    protected: chance.onceIn(60),
    language: foreign ? foreign[2] : '日本語',
    ...(foreign?.[3] ? { commonName: foreign[3] } : {}),
    ...(chance.onceIn(80) ? { children: 2 } : {}),
  };
}

/** Mothers of the ward are 34 in the middle of it; few are 25 or younger. */
function birthDateBefore(due: CivilDate, kana: string, chance: Chance, taken: Set<string>): CivilDate {
  for (;;) {
    const years = 22 + chance.below(12) + chance.below(12);
    const born = addDays(due, -Math.floor(years * 365.25) - chance.below(365));
    const key = personKey({ kana, birthDate: born });
    if (taken.has(key)) continue;
    taken.add(key);
    return born;
  }
}

/** Reading and birth date: what nobody but a woman of two pregnancies shares. */
export function personKey({ kana, birthDate }: Pick<Woman, 'kana' | 'birthDate'>): string {
  return `${kana.replace(/\s/g, '')}/${birthDate}`;
}

/** A home in a real town of the ward, with its real postcode, written in one of the ways in which people write. */
export function home(chance: Chance): Home {
  const town = chance.pick(TOWNS_13101.towns.filter((one) => one.postcodes.length > 0));
  const postcode = town.postcodes[0] ?? '';
  const chome = town.chome && town.chome.length > 0 ? chance.pick(town.chome) : undefined;
  const number = { chome, block: 1 + chance.below(28), house: 1 + chance.below(20) };
  const building = chance.onceIn(4)
    ? ''
    : `${chance.pick(BUILDINGS)}　${1 + chance.below(14)}0${1 + chance.below(9)}`;
  const way = chance.below(10);
  const place = `${TOWNS_13101.name}${town.name}${numberWritten(number, way)}`;
  return {
    postcode: `${postcode.slice(0, 3)}-${postcode.slice(3)}`,
    // Two of ten leave the prefecture out; one writes the building behind the number.
    address: `${way === 7 || way === 8 ? '' : TOWNS_13101.pref}${place}${way === 9 && building ? `　${wide(building)}` : ''}`,
    building: way === 9 ? '' : way === 8 ? building.replace('　', ' ') : wide(building),
  };
}

type HouseNumber = { readonly chome: number | undefined; readonly block: number; readonly house: number };

function numberWritten({ chome, block, house }: HouseNumber, way: number): string {
  if (chome === undefined) return way < 7 ? wide(`${block}番地${house}`) : `${block}-${house}`;
  if (way < 6) return wide(`${chome}丁目${block}番${house}号`);
  if (way === 6) return `${KANJI[chome] ?? chome}丁目${block}番${house}号`;
  return way === 7 ? wide(`${chome}－${block}－${house}`) : `${chome}-${block}-${house}`;
}

const KANJI = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Digits as a register prints them. */
export function wide(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 48) + 0xfee0));
}
