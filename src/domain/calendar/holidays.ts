import { addDays, date, dayOf, monthOf, weekday, yearOf, type CivilDate } from '../basics/civil-date.ts';

/**
 * What the law's rules cannot know: how far the Cabinet Office has announced the days, and days that were moved,
 * added or taken away since this program was written. The manager edits it (CHI-8.6-2).
 */
export type HolidayTable = {
  /** Last day of the last announced year. Later equinoxes are forecasts: no booking beyond it (domain.md 5.1). */
  readonly announcedUntil: CivilDate;
  /** Days that are 国民の祝日 by announcement or a special law; 振替休日 and 国民の休日 follow from them. */
  readonly added: readonly { readonly date: CivilDate; readonly name: string }[];
  /** Days that are 国民の祝日 by the rules but not in fact. */
  readonly removed: readonly CivilDate[];
};

/** As announced by the Cabinet Office on 2026-02-02. */
export const ANNOUNCED_HOLIDAYS: HolidayTable = {
  announcedUntil: date('2027-12-31'),
  added: [],
  removed: [],
};

/** The years whose law is written down here. Earlier years had other days, later equinoxes need another formula. */
export const HOLIDAY_YEARS = { from: 2020, to: 2099 } as const;

/**
 * The Japanese name of a 休日 under the National Holidays Act (国民の祝日に関する法律 art. 2 and 3), or nothing.
 * Throws outside `HOLIDAY_YEARS`: what comes from outside is asked `hasHolidayLaw` first.
 */
export function holidayName(day: CivilDate, table: HolidayTable): string | undefined {
  if (!hasHolidayLaw(day)) throw new Error(`No holiday law is known for the year of ${day}`);
  const names = known.get(table) ?? new Map<CivilDate, string | undefined>();
  if (names.size === 0) known.set(table, names);
  if (!names.has(day)) names.set(day, nameOf(day, table));
  return names.get(day);
}

/** Every list of times asks for the same days again and again; of one table there are no more than its years have. */
const known = new WeakMap<HolidayTable, Map<CivilDate, string | undefined>>();

function nameOf(day: CivilDate, table: HolidayTable): string | undefined {
  const name = nationalHoliday(day, table);
  if (name !== undefined) return name;
  if (replacesSunday(day, table)) return '振替休日';
  if (liesBetweenHolidays(day, table)) return '国民の休日';
  return undefined;
}

export function hasHolidayLaw(day: CivilDate): boolean {
  return yearOf(day) >= HOLIDAY_YEARS.from && yearOf(day) <= HOLIDAY_YEARS.to;
}

/** False where the holidays are still a forecast. */
export function isAnnounced(day: CivilDate, table: HolidayTable): boolean {
  return day <= table.announcedUntil;
}

const FIXED = new Map([
  ['01-01', '元日'],
  ['02-11', '建国記念の日'],
  ['02-23', '天皇誕生日'],
  ['04-29', '昭和の日'],
  ['05-03', '憲法記念日'],
  ['05-04', 'みどりの日'],
  ['05-05', 'こどもの日'],
  ['08-11', '山の日'],
  ['11-03', '文化の日'],
  ['11-23', '勤労感謝の日'],
]);

const NTH_MONDAY = [
  { month: 1, nth: 2, name: '成人の日' },
  { month: 7, nth: 3, name: '海の日' },
  { month: 9, nth: 3, name: '敬老の日' },
  { month: 10, nth: 2, name: 'スポーツの日' },
];

/** The special act for the Tokyo Olympics moved three days in each of two years (平成27年法律33号). */
const OLYMPIC_MOVES = new Map([
  ['2020-07-23', '海の日'],
  ['2020-07-24', 'スポーツの日'],
  ['2020-08-10', '山の日'],
  ['2021-07-22', '海の日'],
  ['2021-07-23', 'スポーツの日'],
  ['2021-08-08', '山の日'],
]);
const MOVED_NAMES = new Set(OLYMPIC_MOVES.values());
const MOVED_YEARS = new Set([2020, 2021]);

/** A 国民の祝日 itself (art. 2). */
function nationalHoliday(day: CivilDate, table: HolidayTable): string | undefined {
  const added = table.added.find((holiday) => holiday.date === day);
  if (added) return added.name;
  if (table.removed.includes(day)) return undefined;
  const moved = OLYMPIC_MOVES.get(day);
  if (moved !== undefined) return moved;
  const name = FIXED.get(day.slice(5)) ?? mondayHoliday(day) ?? equinox(day);
  if (name !== undefined && MOVED_YEARS.has(yearOf(day)) && MOVED_NAMES.has(name)) return undefined;
  return name;
}

function mondayHoliday(day: CivilDate): string | undefined {
  if (weekday(day) !== 1) return undefined;
  const nth = Math.ceil(dayOf(day) / 7);
  return NTH_MONDAY.find((rule) => rule.month === monthOf(day) && rule.nth === nth)?.name;
}

/** The common approximation of the astronomical dates for 1980 to 2099, in millionths of a day. */
function equinox(day: CivilDate): string | undefined {
  const years = yearOf(day) - 1980;
  const falls = (start: number) => Math.floor((start + 242_194 * years) / 1_000_000) - Math.floor(years / 4);
  if (monthOf(day) === 3 && dayOf(day) === falls(20_843_100)) return '春分の日';
  if (monthOf(day) === 9 && dayOf(day) === falls(23_248_800)) return '秋分の日';
  return undefined;
}

/** Art. 3(2): after a 祝日 on a Sunday, the nearest day that is no 祝日 itself. */
function replacesSunday(day: CivilDate, table: HolidayTable): boolean {
  let before = addDays(day, -1);
  while (nationalHoliday(before, table) !== undefined) {
    if (weekday(before) === 0) return true;
    before = addDays(before, -1);
  }
  return false;
}

/** Art. 3(3): a day with a 祝日 on either side. */
function liesBetweenHolidays(day: CivilDate, table: HolidayTable): boolean {
  return (
    nationalHoliday(addDays(day, -1), table) !== undefined &&
    nationalHoliday(addDays(day, 1), table) !== undefined
  );
}
