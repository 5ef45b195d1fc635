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
  const reached = { from: firstDay(month), to: addDays(firstDay(addMonths(month, 1)), -1) };
  const due = dueDatesReachingMonth8(reached, STANDARD_WEEKS);
  return Array.from({ length: count }, (_unused, index) =>
    woman(from + index, addDays(due.from, chance.below(daysBetween(due.from, due.to) + 1)), chance),
  );
}

function woman(number: number, due: CivilDate, chance: Chance): Woman {
  const foreign = chance.onceIn(12) ? chance.pick(FOREIGN_NAMES) : undefined;
  const [family, familyKana] = chance.pick(FAMILY_NAMES);
  const [given, givenKana] = chance.pick(GIVEN_NAMES);
  return {
    number: `26-${String(number).padStart(5, '0')}`,
    name: foreign ? foreign[0] : `${family}　${given}`,
    kana: foreign ? foreign[1] : `${familyKana}　${givenKana}`,
    birthDate: addDays(due, -Math.floor((20 + chance.below(22)) * 365.25) - chance.below(365)),
    ...home(chance),
    phone: chance.onceIn(9)
      ? ''
      : `0${chance.pick(['70', '80', '90'])}-0000-${String(number % 10000).padStart(4, '0')}`,
    due,
    notified: addDays(due, -220 + chance.below(30)),
    firstBirth: !chance.onceIn(2),
    toTalkTo: chance.onceIn(14) ? chance.below(2) : 2 + chance.below(4),
    protected: chance.onceIn(60),
    language: foreign ? foreign[2] : '日本語',
  };
}

export function home(chance: Chance): Home {
  const town = chance.pick(TOWNS_13101.towns.filter((one) => one.postcodes.length > 0));
  const postcode = town.postcodes[0] ?? '';
  const chome = town.chome && town.chome.length > 0 ? `${chance.pick(town.chome)}丁目` : '';
  const number = `${1 + chance.below(28)}番${chome ? `${1 + chance.below(20)}号` : `地${1 + chance.below(9)}`}`;
  const flat = chance.onceIn(4)
    ? ''
    : `${chance.pick(BUILDINGS)}　${1 + chance.below(14)}0${1 + chance.below(9)}`;
  return {
    postcode: `${postcode.slice(0, 3)}-${postcode.slice(3)}`,
    address: `${TOWNS_13101.pref}${TOWNS_13101.name}${town.name}${wide(`${chome}${number}`)}`,
    building: wide(flat),
  };
}

/** Digits as a register prints them. */
function wide(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 48) + 0xfee0));
}
