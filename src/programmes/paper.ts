import type { CivilDate } from '../domain/basics/civil-date.ts';

/**
 * A cell of a table: words, or words that stand out or run over several columns. The first cell of a row can run `down`
 * over so many rows: they stay on one page, and the rows below leave their first cell empty.
 */
export type Cell =
  | string
  | { readonly text: string; readonly strong?: true; readonly span?: number; readonly down?: number };

/** A column: its head, its width in millimetres or a share of what is left, and where its cells stand. */
export type Column = {
  readonly head: string;
  readonly width: number | 'rest';
  readonly align?: 'left' | 'right' | 'center';
};

/** A table of which the head is repeated on every page. `totals` are kept on one page with the last row. */
export type TableBlock = {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: readonly (readonly Cell[])[];
  /** Least height of a row in millimetres, where a hand will write in it. */
  readonly tall?: number;
  /** Smaller letters, for tables with many columns. */
  readonly dense?: true;
};

/** A bar a row, drawn over a pale bar of its plan where there is one. */
export type BarsBlock = {
  readonly kind: 'bars';
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly { readonly label: string; readonly value: number; readonly plan?: number }[];
};

/** A part of a paper. Words only: what a number looks like has been decided before. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly small?: true;
      readonly align?: 'right' | 'center';
    }
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'amount'; readonly label: string; readonly text: string }
  | TableBlock
  | BarsBlock
  | { readonly kind: 'signatures'; readonly boxes: readonly string[] }
  | { readonly kind: 'beside'; readonly left: readonly Block[]; readonly right: readonly Block[] }
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'new-page' };

/**
 * One paper of the office, ready to be set on A4: its head as a ward expects it, its parts, and what its foot says.
 * It is made by a programme from plain data; `src/print/render-paper.ts` makes the pages.
 */
export type Paper = {
  /** Name and version of the form, such as `month-report-1`: on every foot. */
  readonly template: string;
  readonly title: string;
  /** 別記様式: which form of the contract this is, at the upper left. */
  readonly form?: string;
  readonly date: CivilDate;
  /** 千代田区長 様. Absent on papers that stay in the house. */
  readonly to?: string;
  readonly from?: readonly string[];
  /** 件名, 契約番号 and the like, under the title. */
  readonly about: readonly (readonly [label: string, value: string])[];
  readonly wide?: true;
  readonly blocks: readonly Block[];
  /** 第1版. */
  readonly edition?: string;
  /** Digest of the frozen data, or the checkpoint of the journal, that this paper was made of. */
  readonly proof?: string;
};
