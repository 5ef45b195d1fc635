import type { ReactNode } from 'react';
import type { RefusedRow, RowProblem } from '../../../../domain/intake/problems.ts';
import { rowProblemWords } from '../../../../programmes/words/intake-problems.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import type { ListPiece } from '../../list-piece.ts';

/** On a page that has no address of its own nothing leads on. */
const MOST_SHOWN = 300;

/** Rows that were not taken, with line, column, what is wrong and what to do; never what stood in a cell. */
export function RowProblems({
  refused,
  caption,
  piece,
}: {
  readonly refused: readonly RefusedRow[];
  readonly caption: string;
  readonly piece?: ListPiece | undefined;
}): ReactNode {
  const problems = refused.flatMap((row) => row.problems);
  const from = piece?.from ?? 0;
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={problems.slice(from, from + (piece?.size ?? MOST_SHOWN))}
      piece={piece}
      total={problems.length}
      keyOf={({ line, column, code }) => `${line}/${column ?? ''}/${code}`}
      markOf={() => 'urgent'}
      empty="受け入れられない行はありません。"
    />
  );
}

const COLUMNS: readonly Column<RowProblem>[] = [
  { key: 'line', head: '行', number: true, of: ({ line }) => `${line}` },
  { key: 'column', head: '項目', of: ({ column }) => column ?? '行全体' },
  {
    key: 'fault',
    head: 'どこが違うか',
    of: ({ code, otherLine }) =>
      `${otherLine === undefined ? '' : `(${otherLine}行目と)`}${rowProblemWords[code].fault}`,
  },
  { key: 'advice', head: 'すること', of: ({ code }) => rowProblemWords[code].advice },
];
