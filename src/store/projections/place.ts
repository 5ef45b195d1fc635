import { projection } from '../projection.ts';

/** One row: the newest generation, and the generation a restore still waits to be confirmed for; how far bundles of the portal are in it. */
export const placeProjection = projection({
  name: 'place',
  of: 'place',
  columns: {
    place: 'text',
    last_generation: 'text',
    awaits_after_restore: 'text',
    awaits_outside: 'boolean',
    secured_chapter: 'int',
    secured_inward: 'int',
  },
  rows: ({ initialised, lastGeneration, awaitsAfterRestore, awaitsOutside, secured }, id) =>
    initialised
      ? [
          {
            place: id,
            last_generation: lastGeneration ?? null,
            awaits_after_restore: awaitsAfterRestore ?? null,
            awaits_outside: awaitsOutside !== undefined,
            secured_chapter: secured?.chapter ?? null,
            secured_inward: secured?.inward ?? null,
          },
        ]
      : [],
});
