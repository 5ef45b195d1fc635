import { projection } from '../projection.ts';

/** One row a filter that somebody keeps above a list, in the order in which she saved them. No name. */
export const savedFilterProjection = projection({
  name: 'saved_filter',
  of: 'account',
  columns: { id: 'text', account: 'text', place: 'int', filter: 'text', page: 'text', codes: 'text' },
  indexes: [['account', 'page']],
  rows: ({ savedFilters }, id) =>
    savedFilters.map(({ filter, page, codes }, place) => ({
      id: `${id}/${filter}`,
      account: id,
      place,
      filter,
      page,
      codes,
    })),
});
