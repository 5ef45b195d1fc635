import { projection } from '../projection.ts';

/** One row a list whose message groups were drawn. */
export const drawProjection = projection({
  name: 'draw',
  of: 'draw',
  columns: {
    list: 'text',
    version: 'text',
    seed: 'text',
    persons: 'int',
    grouped: 'int',
    refused: 'int',
  },
  rows: ({ drawn, closed }, id) =>
    drawn
      ? [
          {
            list: id,
            version: drawn.version,
            seed: drawn.seed,
            persons: drawn.persons,
            grouped: closed?.grouped ?? null,
            refused: closed?.refused ?? null,
          },
        ]
      : [],
});
