import type { CustomerBarcode } from '../domain/text/customer-barcode.ts';

/** What one letter says beside the words of its template: every line as the ward wrote it, nothing assembled from parts. */
export type Letter = {
  /** Version of the text, such as `notice-1`: which template sets it. */
  readonly template: string;
  readonly postcode: string;
  readonly lines: readonly string[];
  readonly name: string;
  /** 令和8年5月15日. */
  readonly date: string;
  /** Her personal code in fours, or nothing on a letter that carries none. */
  readonly code: string | null;
  /** The token of the copy (A to Z, 0 to 9): the only thing on paper that leads back to it. Empty on a letter of no batch. */
  readonly token: string;
  /** The customer barcode under her address; none when the address gets none (domain.md 3.4). */
  readonly barcode: CustomerBarcode | null;
  /** A last day that the letter names, such as the end of her right (CHI-8.8-10). */
  readonly until: string | null;
  /** The number that whoever calls names, where the programme has one (SCR-A-8). */
  readonly number?: string;
};
