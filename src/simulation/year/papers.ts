import type { YearMonth } from '../../domain/basics/year-month.ts';

/** Where a simulated year leaves what it made. Names are paths below the folder of the year, with `/`. */
export type Papers = {
  readonly write: (path: string, bytes: Uint8Array | string) => Promise<void>;
  /** Everything written so far, in order. */
  readonly written: () => readonly string[];
};

/** Names of files: by month and kind, so that a folder reads like a year. */
export function letterFile(month: YearMonth, kind: string, nth: number): string {
  return `letters/${month}-${kind}-${nth}.pdf`;
}
