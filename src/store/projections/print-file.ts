import { printFileUntil } from '../../domain/mailings/print-file.ts';
import { projection } from '../projection.ts';

/** One row a print file: made, how often taken, and the first day on which the clock destroys its key. */
export const printFileProjection = projection({
  name: 'print_file',
  of: 'batch',
  columns: {
    /** Batch and number. */
    key: 'text',
    batch: 'text',
    file: 'int',
    letters: 'int',
    kept_on: 'text',
    taken: 'int',
    taken_on: 'text',
    destroyed: 'boolean',
    until: 'text',
  },
  indexes: [['batch'], ['until']],
  rows: (batch, id, rules) =>
    batch.files.map((file, index) => ({
      key: `${id}/${index + 1}`,
      batch: id,
      file: index + 1,
      letters: file.letters,
      kept_on: file.on,
      taken: file.taken,
      taken_on: file.takenOn ?? null,
      destroyed: file.destroyed,
      until: printFileUntil(batch, file, rules.mailing),
    })),
});
