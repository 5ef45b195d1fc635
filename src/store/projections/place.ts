import { projection } from '../projection.ts';

/** One row: the newest generation, and the generation a restore still waits to be confirmed for. */
export const placeProjection = projection({
  name: 'place',
  of: 'place',
  columns: { place: 'text', last_generation: 'text', awaits_after_restore: 'text' },
  rows: ({ initialised, lastGeneration, awaitsAfterRestore }, id) =>
    initialised
      ? [
          {
            place: id,
            last_generation: lastGeneration ?? null,
            awaits_after_restore: awaitsAfterRestore ?? null,
          },
        ]
      : [],
});
