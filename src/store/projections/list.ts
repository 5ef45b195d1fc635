import { projection } from '../projection.ts';

/** One row a list of the ward: received, how many questions wait, committed or not. */
export const listProjection = projection({
  name: 'list',
  of: 'list',
  columns: {
    list: 'text',
    kind: 'text',
    months: 'text',
    rows: 'int',
    open_questions: 'int',
    state: 'text',
    keys_destroyed: 'boolean',
  },
  rows: ({ received, questions, committed, discarded, keysDestroyed }, id) =>
    received
      ? [
          {
            list: id,
            kind: received.kind,
            months: received.months.join(','),
            rows: received.rows,
            open_questions: questions.filter((question) => question.answer === undefined).length,
            state: committed ? 'committed' : discarded ? 'discarded' : 'waiting',
            keys_destroyed: keysDestroyed,
          },
        ]
      : [],
});
