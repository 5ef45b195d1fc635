import { addDays } from '../domain/basics/civil-date.ts';
import { addMonths, type YearMonth } from '../domain/basics/year-month.ts';
import { calmLife } from './calm-life.ts';
import { seededChance, type Chance } from './chance.ts';
import { lifeDays } from './life-days.ts';
import type { Life } from './life.ts';
import { ordinaryLife } from './ordinary-lives.ts';
import { CHANGE_LIVES } from './special-changes.ts';
import { LETTER_LIVES } from './special-letters.ts';
import type { Special } from './special-life.ts';
import { STOP_LIVES } from './special-stops.ts';
import { VISIT_LIVES } from './special-visits.ts';
import { dueOfCohort, inventWoman, personKey, type Woman } from './town.ts';

/** The months of the fiscal year's lists: who reaches the 8th month from April 2026 to April 2027 (CHI-4.1-2). */
export const COHORTS: readonly YearMonth[] = Array.from({ length: 13 }, (_unused, index) =>
  addMonths('2026-04' as YearMonth, index),
);

/** Every special life of every town. */
export const CAST: readonly Special[] = [...CHANGE_LIVES, ...STOP_LIVES, ...LETTER_LIVES, ...VISIT_LIVES];

/** Fewer people cannot live all the special lives. */
export const FEWEST_PEOPLE = 60;

/**
 * The lives of a whole synthetic town for the year 2026: first the cast, which is the same in every town but for names
 * and days, then ordinary people, spread over the cohorts. The same seed and number of people give the same lives.
 */
export function livesOf({
  people,
  seed,
}: {
  readonly people: number;
  readonly seed: number;
}): readonly Life[] {
  if (people < FEWEST_PEOPLE) throw new Error(`A town has at least ${FEWEST_PEOPLE} people`);
  const chance = seededChance(seed);
  const taken = new Set<string>();
  const lives = new Map<string, Life>();
  for (const special of CAST) {
    lives.set(special.story, specialLife(special, lives.size + 1, lives, chance, taken));
  }
  const ordinary = cohortsOf(people, chance).map((month, index) => {
    const woman = inventWoman(CAST.length + 1 + index, dueOfCohort(month, chance), chance, taken);
    return ordinaryLife(woman, month, chance);
  });
  return [...lives.values(), ...ordinary];
}

function specialLife(
  special: Special,
  number: number,
  earlier: ReadonlyMap<string, Life>,
  chance: Chance,
  taken: Set<string>,
): Life {
  const { story, month } = special;
  const beside = special.beside === undefined ? undefined : earlier.get(special.beside);
  if (special.beside !== undefined && !beside) throw new Error(`${story} stands before ${special.beside}`);
  const invented = { ...inventWoman(number, dueOfCohort(month, chance), chance, taken), ...PLAIN };
  const told = special.woman?.(invented, beside) ?? invented;
  const woman = told.birthDate === invented.birthDate ? ownBirthDate(told, invented, taken) : told;
  taken.add(personKey(woman));
  const life = { ...calmLife(woman, month, chance), story };
  return special.shape?.(life, lifeDays(woman.due, month), chance, beside) ?? life;
}

/** Whom her story gives another name may meet somebody of that name born on her day: she is then a day older. */
function ownBirthDate(woman: Woman, invented: Woman, taken: ReadonlySet<string>): Woman {
  if (personKey(woman) === personKey(invented)) return woman;
  let older = woman;
  while (taken.has(personKey(older))) older = { ...older, birthDate: addDays(older.birthDate, -1) };
  return older;
}

/** What a story does not speak of is without trouble in it. */
const PLAIN = { protected: false, toTalkTo: 3, firstBirth: false } as const;

/** The cohort of each ordinary woman: every month gets its share, the ones with fewer special lives first. */
function cohortsOf(people: number, chance: Chance): readonly YearMonth[] {
  const count = new Map(COHORTS.map((month) => [month, CAST.filter((one) => one.month === month).length]));
  const months: YearMonth[] = [];
  for (let placed = CAST.length; placed < people; placed += 1) {
    const least = Math.min(...count.values());
    const month = chance.pick(COHORTS.filter((one) => (count.get(one) ?? 0) <= least + 2));
    count.set(month, (count.get(month) ?? 0) + 1);
    months.push(month);
  }
  return months;
}
