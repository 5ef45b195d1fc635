import type { CivilDate } from '../basics/civil-date.ts';
import type { Yen } from '../basics/yen.ts';
import type { Invoice } from '../billing/invoice.ts';
import type { Period } from './closing.ts';

type OfInvoice = {
  /** The month; for the lump sum the year (`2026`). */
  readonly month: Period;
  /** Of the invoice: 1, and more for what supplements the last month of the contract (AMB-39). */
  readonly edition: number;
  /** The number printed on it; no two invoices share one. */
  readonly number: string;
  /** SHA-256 of the bytes of its JSON. */
  readonly digest: string;
  /** What is to be paid, tax included. */
  readonly amount: Yen;
  readonly on: CivilDate;
};

/** The way of an invoice (CHI-10-1). It is frozen with the fact of its issue and never changed: later facts adjust it. */
export type InvoiceFact =
  | ({
      readonly type: 'invoice.issued';
      readonly invoice: Invoice;
      /** Edition of the report that the ward had accepted, and up to which place in the journal it counts. */
      readonly report: number;
      readonly upTo: number;
    } & OfInvoice)
  /** The ward has it in its hands, in proper form; to be paid by `dueBy`. */
  | ({ readonly type: 'invoice.received'; readonly dueBy: CivilDate } & OfInvoice)
  | ({ readonly type: 'invoice.paid' } & OfInvoice);
