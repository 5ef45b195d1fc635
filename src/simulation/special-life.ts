import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import type { ChangeKind } from '../domain/intake/rows.ts';
import type { Chance } from './chance.ts';
import type { LifeDays } from './life-days.ts';
import type { Contact, Life, WardChange, Wish } from './life.ts';
import type { Woman } from './town.ts';

/** One of the cast: a life that is lived in every town, whatever the seed, so that its case always happens. */
export type Special = {
  readonly story: string;
  /** The month in which she reaches the 8th month. */
  readonly month: YearMonth;
  /** The story of another of the cast that stands before this one, whom `woman` and `shape` get to see. */
  readonly beside?: string;
  readonly woman?: (woman: Woman, beside: Life | undefined) => Woman;
  readonly shape?: (life: Life, days: LifeDays, chance: Chance, beside: Life | undefined) => Life;
};

export function month(text: string): YearMonth {
  return text as YearMonth;
}

/** A change that the ward knows so many days after it happened. */
export function told(
  kind: ChangeKind,
  on: CivilDate,
  afterDays: number,
  more: Partial<WardChange> = {},
): WardChange {
  return { kind, on, known: addDays(on, afterDays), ...more };
}

/** She calls herself and can say all three points. */
export function calls(
  on: CivilDate,
  category: Contact['category'],
  wish: Wish,
  more: Partial<Contact> = {},
): Contact {
  return {
    on,
    at: '11:00',
    channel: 'phone',
    from: 'herself',
    points: ['name', 'birth-date', 'address'],
    category,
    wish,
    ...more,
  };
}

/** Changes that end a life's calm course: whatever the calm life told after them is not told any more. */
export function instead(life: Life, ...changes: readonly WardChange[]): Life {
  return { ...life, changes };
}

/** Changes beside those of the calm life. */
export function also(life: Life, ...changes: readonly WardChange[]): Life {
  const all = [...life.changes, ...changes];
  return { ...life, changes: all.toSorted((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0)) };
}
