import { projection } from '../projection.ts';

/** One row a generation: it stands in both places until the eighth day removes it (SEC-12-2). */
export const generationProjection = projection({
  name: 'generation',
  of: 'place',
  columns: { generation: 'text', made_on: 'text', made_by: 'text', facts: 'int', removed_on: 'text' },
  rows: ({ generations }) =>
    generations.map((one) => ({
      generation: one.generation,
      made_on: one.madeOn,
      made_by: one.by,
      facts: one.facts,
      removed_on: one.removedOn ?? null,
    })),
});
