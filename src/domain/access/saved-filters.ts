import type { FilterId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';

/** The filters that somebody keeps above lists, the oldest first. */
export type SavedFilters = readonly {
  readonly filter: FilterId;
  readonly page: string;
  readonly codes: string;
}[];

export const noSavedFilters: SavedFilters = [];

export function evolveSavedFilters(state: SavedFilters, fact: RecordedFact): SavedFilters {
  switch (fact.type) {
    case 'account.filter-saved': {
      const { filter, page, codes } = fact;
      return [...state, { filter, page, codes }];
    }
    case 'account.filter-dropped':
      return state.filter(({ filter }) => filter !== fact.filter);
    default:
      return state;
  }
}
