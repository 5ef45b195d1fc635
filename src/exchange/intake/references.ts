import type { RowProblem } from '../../domain/intake/problems.ts';

/** What can only be seen over the whole file: numbers that stand twice, and numbers that lost their zeros. */
export type ReferencedRow = {
  readonly line: number;
  readonly reference: string;
  readonly content: object | undefined;
};

export type ReferenceFindings = {
  /** By line: why the row is refused after all. */
  readonly refusals: ReadonlyMap<number, RowProblem>;
  /** Rows that say the same as an earlier line; `content` was equal. They are left out, and nothing is lost. */
  readonly repeated: readonly { readonly line: number; readonly sameAs: number }[];
};

/**
 * - The same number with other content: both lines are refused, nobody can tell which one is right.
 * - The same number with the same content: the later line is dropped and reported.
 * - Where numbers begin with 0 (or `digits` is set), a shorter number of figures has lost its zeros in a spreadsheet.
 * `numbersAreUnique` is false for changes: several may happen to one woman.
 */
export function checkReferences(
  rows: readonly ReferencedRow[],
  numbersAreUnique: boolean,
  digits: number | undefined,
): ReferenceFindings {
  const refusals = new Map<number, RowProblem>();
  const repeated: { line: number; sameAs: number }[] = [];
  const width = digits ?? paddedWidth(rows);
  const rowsByReference = new Map<string, ReferencedRow[]>();
  for (const row of rows) {
    if (width !== undefined && /^\d+$/.test(row.reference) && row.reference.length < width) {
      refusals.set(row.line, { line: row.line, column: '整理番号', code: 'leading-zero-lost' });
    }
    const before = rowsByReference.get(row.reference);
    if (before === undefined) {
      rowsByReference.set(row.reference, [row]);
      continue;
    }
    const same = before.find((other) => isSame(other.content, row.content));
    if (same !== undefined) repeated.push({ line: row.line, sameAs: same.line });
    else before.push(row);
  }
  if (numbersAreUnique) {
    for (const [first, ...others] of rowsByReference.values()) {
      if (first === undefined || others.length === 0) continue;
      for (const other of others) {
        refusals.set(other.line, twice(other.line, first.line));
        refusals.set(first.line, twice(first.line, other.line));
      }
    }
  }
  // A repeated line goes the way of the line it repeats.
  for (const { line, sameAs } of repeated) {
    const refusal = refusals.get(sameAs);
    if (refusal !== undefined) refusals.set(line, { ...refusal, line });
  }
  return { refusals, repeated: repeated.filter(({ line }) => !refusals.has(line)) };
}

function twice(line: number, otherLine: number): RowProblem {
  return { line, otherLine, column: '整理番号', code: 'number-repeated' };
}

function paddedWidth(rows: readonly ReferencedRow[]): number | undefined {
  const figures = rows.filter(({ reference }) => /^\d+$/.test(reference));
  const padded = figures.some(({ reference }) => reference.startsWith('0'));
  return padded ? Math.max(...figures.map(({ reference }) => reference.length)) : undefined;
}

/** Rows that were refused have no content and are the same as nothing. */
function isSame(a: object | undefined, b: object | undefined): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
