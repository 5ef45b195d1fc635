import { projection } from '../projection.ts';

/** One row a printed copy, by the mark of the code at its foot (`security/sheet-mark.ts`). The code itself is in the vault. */
export const sheetProjection = projection({
  name: 'sheet',
  of: 'case',
  columns: { mark: 'text', case: 'text', piece: 'text', copy: 'int' },
  rows: ({ mail }, id) =>
    mail.pieces.flatMap(({ piece, marks = [] }) =>
      marks.map(({ mark, copy }) => ({ mark, case: id, piece, copy })),
    ),
});
