import { addDays } from '../../domain/basics/civil-date.ts';
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
    medium: 'text',
    received_on: 'text',
    received_by: 'text',
    settled_on: 'text',
    /** The first day on which the clock destroys its key. */
    keys_until: 'text',
    keys_destroyed_on: 'text',
  },
  indexes: [['sha256'], ['kind', 'state'], ['keys_until']],
  rows: (list, id, rules) => {
    const { received, job, staged, questions, approved, committed, discarded, keysDestroyed } = list;
    const { settledOn, keysDestroyedOn } = list;
    return received
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
            medium: received.medium,
            received_on: received.on,
            received_by: received.by,
            settled_on: settledOn ?? null,
            keys_until: settledOn ? addDays(settledOn, rules.intake.keepStagedDays) : null,
            keys_destroyed_on: keysDestroyedOn ?? null,
          },
        ]
      : [];
  },
});
