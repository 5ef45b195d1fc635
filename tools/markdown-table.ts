/** A row of a Markdown table: the cells without their outer spaces, and its line in the text, from 0. */
export type TableRow = { readonly cells: readonly string[]; readonly line: number };

/** The rows of the first table whose first header cells are `header`. A table that is missing throws. */
export function readTable(markdown: string, header: readonly string[]): readonly TableRow[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => {
    const cells = splitRow(line);
    return header.every((cell, at) => cells[at] === cell);
  });
  if (start === -1) throw new Error(`No table with the header | ${header.join(' | ')} |`);
  const rows: TableRow[] = [];
  for (let line = start + 2; isRow(lines[line] ?? ''); line++) {
    rows.push({ cells: splitRow(lines[line] ?? ''), line });
  }
  return rows;
}

export function isRow(line: string): boolean {
  return line.startsWith('|');
}

/** Cells of one line; a bar written `\|` stays inside its cell. No cells when the line is not of a table. */
export function splitRow(line: string): readonly string[] {
  if (!isRow(line)) return [];
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
