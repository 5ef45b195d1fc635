import type { RecordedFact } from '../facts.ts';

/** One day of the slot book: when visitors are on duty, how many, and whether the day fell out. */
export type DayState = {
  readonly starts: readonly string[];
  readonly visitors: number;
  readonly closed?: string;
};

export const noDay: DayState = { starts: [], visitors: 0 };

export function evolveDay(state: DayState, fact: RecordedFact): DayState {
  switch (fact.type) {
    case 'day.opened':
      return { starts: fact.starts, visitors: fact.inside + fact.outside };
    case 'day.closed':
      return { ...state, closed: fact.reason };
    default:
      return state;
  }
}
