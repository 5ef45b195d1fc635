import type { YearMonth } from '../basics/year-month.ts';
import type { Yen } from '../basics/yen.ts';

/** The five unit prices of CHI-10.2-1 to 10.2-5. */
export type UnitCode = 'visit' | 'visit-follow-up' | 'remote' | 'remote-follow-up' | 'package';

/** The four actual costs of CHI-10.3-1. There is no fifth: travel is never an actual cost (CHI-10.3-3). */
export type PostageCode = 'postage-notice' | 'postage-resend' | 'postage-recall' | 'postage-package';

/** How an item stands to consumption tax. `pass-through` = paid for the ward and asked back (立替金), outside the tax. */
export type TaxClass = 'standard' | 'non-taxable' | 'pass-through';

/** One line of an invoice. `amount` is without tax; a line that takes something back has a negative quantity. */
export type InvoiceLine = {
  /** A unit, a postage, or in the lump sum a cost item of the programme's catalogue. */
  readonly code: string;
  /** Cases; of postage, pieces; of the lump sum, 1. */
  readonly quantity: number;
  /** Without tax. Absent where the amount is an actual cost. */
  readonly unitPrice?: Yen;
  readonly amount: Yen;
  readonly taxClass: TaxClass;
  /** The closed month to which this belongs, when it became known only later. */
  readonly adjusts?: YearMonth;
  /** Numbers of the post office's receipts behind an actual cost (CHI-10.3-2). */
  readonly receipts?: readonly string[];
};

/** What lies under one rate. `base` = sum of the lines; `tax` is rounded once for the whole invoice (domain.md 6). */
export type RateTotal = {
  /** Percent: 10. 0 for what is not taxed. */
  readonly rate: number;
  readonly base: Yen;
  readonly tax: Yen;
};

/**
 * An invoice to the ward as it is frozen (design.md 6, `invoice-YYYY-MM.json`). `total` = lines + taxes. Edition 1 is
 * the month's own; a closing supplement after 31 March is the next edition of March (AMB-39).
 */
export type Invoice = {
  readonly month: YearMonth;
  readonly edition: number;
  readonly lines: readonly InvoiceLine[];
  readonly taxByRate: readonly RateTotal[];
  readonly total: Yen;
};
