import { setImmediate as turn } from 'node:timers/promises';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { FileRefusal, RowProblem } from '../../domain/intake/problems.ts';
import { csvRecords, type CsvRecord } from './csv.ts';
import { limits } from './limits.ts';

/** Names of the columns a list must have, and of those it may have. */
export type TableForm = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** One row of the table: its line, and its cells by the name of the column, spaces around them gone. */
export type TableRow = {
  readonly line: number;
  /** The cell; undefined where the file has no such column. */
  readonly cell: (column: string) => string | undefined;
  /** Cells of columns that the form does not know, where not blank. */
  readonly extra: Readonly<Record<string, string>> | undefined;
  /** False for the last row of a file whose other lines end properly and this one does not. */
  readonly ended: boolean;
};

/** What was seen beside the rows. Nothing is passed over in silence. */
export type TableReport = {
  /** Data rows: every record below the header that is not blank. */
  readonly rows: number;
  readonly unknownColumns: readonly string[];
  readonly blankLines: readonly number[];
};

/**
 * Reads a list as a table with one header line; columns go by name, in any order. `take` is called for each row
 * that has its cells, `refuse` for each that has not (wrong number of cells, a total, the header again). A file
 * that was cut off, lacks a column or says one twice, or loses a quotation mark is refused as a whole.
 */
export async function readTable(
  pieces: Iterable<string>,
  form: TableForm,
  take: (row: TableRow) => void,
  refuse: (problem: RowProblem) => void,
): Promise<Result<TableReport, FileRefusal>> {
  const records = csvRecords(pieces, limits.recordCharacters);
  const first = records.next();
  if (first.done === true) return err({ type: 'no-header' });
  const header = readHeader(first.value, form);
  if (!header.ok) return header;
  const columns = header.value;
  const blankLines: number[] = [];
  let rows = 0;
  for (const record of records) {
    if (record.cells === undefined) {
      return err({ type: record.ended ? 'quote-broken' : 'half-file', line: record.line });
    }
    if (record.cells.every(isBlank)) {
      blankLines.push(record.line);
      continue;
    }
    rows += 1;
    if (rows % ROWS_AT_A_TIME === 0) await turn();
    if (rows > limits.rows) return err({ type: 'too-many-rows', limit: limits.rows });
    const problem = shapeProblem(record.cells, columns);
    // A last line with too few cells and no line end: the file was cut there, and nobody knows what else is lost.
    if (problem === 'cell-count' && !record.ended && record.cells.length < columns.names.length) {
      return err({ type: 'half-file', line: record.line });
    }
    if (problem === undefined) take(tableRow(record.line, record.cells, columns, record.ended));
    else refuse({ line: record.line, code: problem });
  }
  if (rows === 0) return err({ type: 'no-rows' });
  return ok({ rows, unknownColumns: columns.unknown.map(({ name }) => name), blankLines });
}

/** Other work of the process comes through in between. */
const ROWS_AT_A_TIME = 1000;

type Columns = {
  readonly names: readonly string[];
  readonly indexByName: ReadonlyMap<string, number>;
  readonly unknown: readonly { readonly name: string; readonly index: number }[];
};

function readHeader(record: CsvRecord, form: TableForm): Result<Columns, FileRefusal> {
  if (record.cells === undefined) return err({ type: record.ended ? 'quote-broken' : 'half-file', line: 1 });
  if (record.cells.some((cell) => cell.includes('\r'))) return err({ type: 'line-ends-unknown' });
  const names = record.cells.slice(0, limits.columns).map(columnName);
  const indexByName = new Map(names.map((name, index) => [name, index]));
  const missing = form.required.filter((name) => !indexByName.has(name));
  if (names.every((name) => name === '')) return err({ type: 'no-header' });
  if (names.length === 1 && /[\t;]/.test(record.cells[0] ?? '')) return err({ type: 'not-comma-separated' });
  if (missing.length > 0) return err({ type: 'columns-missing', columns: missing });
  const known = new Set([...form.required, ...form.optional]);
  const repeated = [...known].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated.length > 0) return err({ type: 'columns-repeated', columns: repeated });
  const unknown = names.flatMap((name, index) =>
    known.has(name) ? [] : [{ name: name === '' ? `${index + 1}` : name, index }],
  );
  return ok({ names: record.cells, indexByName, unknown });
}

/** Half-width kana, spaces and line feeds in a header do not make another column of it. */
function columnName(cell: string): string {
  return cell.replace(/\s/g, '').normalize('NFKC').slice(0, 60);
}

const TOTAL = /^(合計|総計|小計|計|総数|件数|人数|総件数|合計件数|total)([:：\d].*)?$/i;

function shapeProblem(
  cells: readonly string[],
  columns: Columns,
): 'cell-count' | 'total-row' | 'header-repeated' | undefined {
  const filled = cells.filter((cell) => !isBlank(cell));
  const opening = (filled[0] ?? '').replace(/\s/g, '');
  if (TOTAL.test(opening) && filled.length <= columns.names.length / 2) return 'total-row';
  if (cells.length !== columns.names.length) return 'cell-count';
  return cells.every((cell, index) => cell === columns.names[index]) ? 'header-repeated' : undefined;
}

function tableRow(line: number, cells: readonly string[], columns: Columns, ended: boolean): TableRow {
  const cell = (column: string) => {
    const index = columns.indexByName.get(column);
    return index === undefined ? undefined : (cells[index] ?? '').trim();
  };
  const extra = columns.unknown.flatMap(({ name, index }) => {
    const text = (cells[index] ?? '').trim();
    return text === '' ? [] : [[name, text] as const];
  });
  return { line, cell, ended, extra: extra.length === 0 ? undefined : Object.fromEntries(extra) };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}
