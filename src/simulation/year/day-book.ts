import type { CivilDate } from '../../domain/basics/civil-date.ts';

/** What is to be done on a day; what is not taken on its day waits for the next time somebody looks. */
export type DayBook<Item> = {
  readonly put: (day: CivilDate, item: Item) => void;
  /** Everything due by a day, oldest day first, each day in the order of putting; it is gone from the book then. */
  readonly take: (by: CivilDate) => readonly Item[];
};

export function dayBook<Item>(): DayBook<Item> {
  const days = new Map<CivilDate, Item[]>();
  return {
    put: (day, item) => {
      const items = days.get(day);
      if (items) items.push(item);
      else days.set(day, [item]);
    },
    take: (by) => {
      const due = [...days.keys()].filter((day) => day <= by).toSorted();
      const taken = due.flatMap((day) => days.get(day) ?? []);
      for (const day of due) days.delete(day);
      return taken;
    },
  };
}
