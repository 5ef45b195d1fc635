import { isRow, splitRow } from './markdown-table.ts';

/** One row of the ledger: its ID, the nearest heading above, and its kind where the table has one. */
export type Requirement = { readonly id: string; readonly section: string; readonly kind: string };

const COLUMN = 'Shown by';
/** IDs as the ledger writes them: CHI-8.4-3, SEC-12-1, PII-F1-2, BAB-T14-1, AMB-02, DOC-07, B-01. */
const ID = /^(CHI|SEC|PII|BAB|SCR|VOU|PNC|AMB|DOC|B)-[A-Z0-9.]+(-\d+)?(?= |$)/;

/** The ID that a text begins with, or undefined. */
export function leadingId(text: string): string | undefined {
  return ID.exec(text)?.[0];
}

/** All requirements of the ledger, in its order. An ID that stands twice throws: a test could not name one of them. */
export function readLedger(ledger: string): readonly Requirement[] {
  const seen = new Set<string>();
  return blocksOf(ledger).flatMap(({ section, lines }) => {
    const kindAt = splitRow(lines[0] ?? '').indexOf('Kind');
    return lines.flatMap((row) => {
      const cells = splitRow(row);
      const id = leadingId(cells[0] ?? '');
      if (!id) return [];
      if (seen.has(id)) throw new Error(`The ledger has two rows ${id}`);
      seen.add(id);
      return [{ id, section, kind: cells[kindAt] ?? '' }];
    });
  });
}

/**
 * The same text with the column `Shown by` behind every table that holds requirements, made new from `shownBy`.
 * Nothing else changes, not a space.
 */
export function withShownBy(ledger: string, shownBy: (id: string) => string): string {
  return blocksOf(ledger)
    .flatMap(({ lines }) => {
      if (!lines.some((line) => rowId(line))) return lines;
      const hasColumn = splitRow(lines[0] ?? '').at(-1) === COLUMN;
      const bare = hasColumn ? lines.map((line) => line.replace(/\|[^|]*\|$/, '|')) : lines;
      return bare.map((line, at) => {
        if (at === 0) return `${line} ${COLUMN} |`;
        if (at === 1) return `${line}---|`;
        const id = rowId(line);
        return `${line} ${id ? shownBy(id) : ''} |`;
      });
    })
    .join('\n');
}

/** The text cut into tables and single other lines, each with the heading it stands under. */
function blocksOf(
  ledger: string,
): readonly { readonly section: string; readonly lines: readonly string[] }[] {
  const blocks: { section: string; lines: string[] }[] = [];
  let section = '';
  for (const line of ledger.split('\n')) {
    if (/^###? /.test(line)) section = line.replace(/^#+ /, '');
    const last = blocks.at(-1);
    if (isRow(line) && last && isRow(last.lines[0] ?? '')) last.lines.push(line);
    else blocks.push({ section, lines: [line] });
  }
  return blocks;
}

function rowId(line: string): string | undefined {
  return leadingId(splitRow(line)[0] ?? '');
}
