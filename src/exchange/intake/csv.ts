/** One record of a CSV text and where in the file it stands. */
export type CsvRecord = {
  /** Line in which the record begins, counted from 1: line feeds inside quotation marks count. */
  readonly line: number;
  /** Undefined when a quotation mark stands where none may, or is never closed. */
  readonly cells: readonly string[] | undefined;
  /** Whether a line end follows: the last record of a file cut in the middle has none. */
  readonly ended: boolean;
};

/**
 * Splits CSV text (RFC 4180, CRLF or LF) that comes in pieces into records, blank lines included ([''] each).
 * Written here and not taken from a package, because a ward is told the line of the file as its editor counts it,
 * and because a record that swallows the rest of the file after a lost quotation mark must end at `limit` characters.
 * The package `csv-parse` is the oracle in the tests.
 */
export function* csvRecords(pieces: Iterable<string>, limit: number): Generator<CsvRecord> {
  let text = '';
  let line = 1;
  for (const piece of pieces) {
    text = text === '' ? piece : text + piece;
    let from = 0;
    for (let end = endOfRecord(text, from); end !== -1; end = endOfRecord(text, from)) {
      const record = text.slice(from, end);
      yield { line, cells: cellsOf(withoutReturn(record)), ended: true };
      line += 1 + count(record, '\n');
      from = end + 1;
    }
    text = text.slice(from);
    if (text.length > limit) {
      yield { line, cells: undefined, ended: true };
      return;
    }
  }
  if (text !== '') yield { line, cells: cellsOf(text), ended: false };
}

/** Index of the line feed that ends the record: the first one with an even number of quotation marks before it. */
function endOfRecord(text: string, from: number): number {
  let quotes = 0;
  let looked = from;
  for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', end + 1)) {
    quotes += count(text.slice(looked, end), '"');
    if (quotes % 2 === 0) return end;
    looked = end;
  }
  return -1;
}

function cellsOf(record: string): readonly string[] | undefined {
  if (!record.includes('"')) return record.split(',');
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const cell = record[at] === '"' ? quotedCell(record, at) : plainCell(record, at);
    if (cell === undefined) return undefined;
    cells.push(cell.text);
    if (cell.end === record.length) return cells;
    at = cell.end + 1;
  }
}

type Cell = { readonly text: string; readonly end: number };

function plainCell(record: string, at: number): Cell | undefined {
  const comma = record.indexOf(',', at);
  const end = comma === -1 ? record.length : comma;
  const text = record.slice(at, end);
  return text.includes('"') ? undefined : { text, end };
}

function quotedCell(record: string, at: number): Cell | undefined {
  let from = at + 1;
  for (;;) {
    const quote = record.indexOf('"', from);
    if (quote === -1) return undefined;
    if (record[quote + 1] !== '"') {
      const end = quote + 1;
      const closed = end === record.length || record[end] === ',';
      return closed ? { text: record.slice(at + 1, quote).replaceAll('""', '"'), end } : undefined;
    }
    from = quote + 2;
  }
}

function withoutReturn(record: string): string {
  return record.endsWith('\r') ? record.slice(0, -1) : record;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
