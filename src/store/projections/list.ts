import { projection } from '../projection.ts';

/** One row a list of the ward: received, how many questions wait, committed or not. */
export const listProjection = projection({
  name: 'list',
  of: 'list',
  columns: {
    list: 'text',
    kind: 'text',
    months: 'text',
    as_of: 'text',
    sha256: 'text',
    rows: 'int',
    accepted: 'int',
    refused: 'int',
    same: 'int',
    changed: 'int',
    missing: 'int',
    open_questions: 'int',
    state: 'text',
    job: 'text',
    keys_destroyed: 'boolean',
  },
  indexes: [['sha256'], ['kind', 'state']],
  rows: ({ received, job, staged, questions, approved, committed, discarded, keysDestroyed }, id) =>
    received
      ? [
          {
            list: id,
            kind: received.kind,
            months: received.months.join(','),
            as_of: received.asOf,
            sha256: received.sha256,
            rows: received.rows,
            accepted: staged?.accepted ?? null,
            refused: staged?.refused ?? null,
            same: staged?.same ?? null,
            changed: staged?.changed ?? null,
            missing: staged?.missing ?? null,
            open_questions: questions.filter((question) => question.answer === undefined).length,
            state: committed
              ? 'committed'
              : discarded
                ? 'discarded'
                : approved
                  ? 'approved'
                  : staged
                    ? 'staged'
                    : 'received',
            job: job ?? null,
            keys_destroyed: keysDestroyed,
          },
        ]
      : [],
});
