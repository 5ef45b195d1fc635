import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, truth } from '../row.ts';

/** A printed copy that was found by its mark. `living`: this copy may still go. */
export type SheetRow = {
  readonly mark: string;
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly batch: BatchId;
  readonly living: boolean;
};

const BY_MARK: Statement = {
  name: 'sheets-by-mark',
  text: `select s.mark, s."case", s.piece, p.batch,
                s.copy = p.copy and p.status not in ('dropped', 'voided') as living
         from p_sheet s join p_piece p on p.piece = s.piece where s.mark = any ($1::text[]) order by s.mark`,
};

const UNMARKED: Statement = {
  name: 'batches-unmarked',
  text: 'select batch, max(since) as last from p_piece where unmarked group by batch order by last desc, batch limit 12',
};

export async function sheetsByMarks(reader: Reader, marks: readonly string[]): Promise<readonly SheetRow[]> {
  const rows = await reader.rows(BY_MARK, [marks]);
  return rows.map((row) => ({
    mark: text(row, 'mark'),
    case: text(row, 'case') as CaseId,
    piece: text(row, 'piece') as PieceId,
    batch: text(row, 'batch') as BatchId,
    living: truth(row, 'living'),
  }));
}

/** Batches with copies that were printed before copies had marks, the youngest first: their codes lie in the vault alone. */
export async function unmarkedBatches(reader: Reader): Promise<readonly BatchId[]> {
  return (await reader.rows(UNMARKED, [])).map((row) => text(row, 'batch') as BatchId);
}
