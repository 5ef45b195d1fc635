import type { BatchId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';

/** A print file as lists show it. */
export type PrintFileRow = {
  readonly batch: BatchId;
  readonly file: number;
  readonly letters: number;
  readonly on: CivilDate;
  readonly taken: number;
  readonly destroyed: boolean;
  /** The first day on which its key is destroyed. */
  readonly until: CivilDate;
};

const OF_BATCH: Statement = {
  name: 'print-files-of-batch',
  text: 'select * from p_print_file where batch = $1 order by file',
};
const DUE: Statement = {
  name: 'print-files-due',
  text: 'select batch, file, until from p_print_file where until <= $1 and not destroyed order by until, batch, file',
};
const FILED: Statement = {
  name: 'print-copies-filed',
  text: `select key from claim where kind = 'print-copy'
         and key in (select piece || '.' || copy from p_piece where batch = $1) order by key`,
};

export async function printFilesOf(reader: Reader, batch: BatchId): Promise<readonly PrintFileRow[]> {
  return (await reader.rows(OF_BATCH, [batch])).map((row) => ({
    batch: text(row, 'batch') as BatchId,
    file: whole(row, 'file'),
    letters: whole(row, 'letters'),
    on: text(row, 'kept_on') as CivilDate,
    taken: whole(row, 'taken'),
    destroyed: truth(row, 'destroyed'),
    until: text(row, 'until') as CivilDate,
  }));
}

/** Files whose key is to be destroyed by a day. */
export async function printFilesDue(
  reader: Reader,
  on: CivilDate,
): Promise<readonly { readonly batch: BatchId; readonly file: number; readonly since: string }[]> {
  return (await reader.rows(DUE, [on])).map((row) => ({
    batch: text(row, 'batch') as BatchId,
    file: whole(row, 'file'),
    since: text(row, 'until'),
  }));
}

/** The living copies of a batch that are in a file already, as `piece.copy`. */
export async function filedCopies(reader: Reader, batch: BatchId): Promise<readonly string[]> {
  return (await reader.rows(FILED, [batch])).map((row) => text(row, 'key'));
}
