import type { CivilDate } from '../domain/basics/civil-date.ts';

/**
 * A cell of a sheet. `sum` adds cells of its own column (`down`) or row (`across`), both ends included and counted from
 * 1, and carries the value that it must come to. `open` is the only cell that can be typed into.
 */
export type SheetCell =
  | { readonly text: string; readonly look?: 'title' | 'head' | 'total' | 'note' | 'dash' }
  | { readonly number: number; readonly look?: 'total' | 'percent' }
  | {
      readonly sum: number;
      readonly over: { readonly way: 'down' | 'across'; readonly from: number; readonly to: number };
      readonly look?: 'total';
    }
  | { readonly open: true };

/** A sheet: `head` rows stay in sight and are repeated on every printed page. */
export type Sheet = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly head: number;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly wide?: true;
};

/** A workbook for a ward that counts on with it: totals are formulas and locked. */
export type Workbook = {
  readonly template: string;
  readonly title: string;
  readonly date: CivilDate;
  readonly edition: string;
  readonly proof: string;
  readonly sheets: readonly Sheet[];
};
