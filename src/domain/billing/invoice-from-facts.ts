import { ok, type Result } from '../basics/result.ts';
import { monthContaining } from '../basics/year-month.ts';
import type { Rules } from '../rules.ts';
import { billableOf, type Placed, type Unclaimed } from './billable.ts';
import { billedWith, type Claimed, type ContractMonths, type InvoicePeriod } from './billing-period.ts';
import { drawUpInvoice, type DrawnUp, type NoInvoice } from './draw-up-invoice.ts';

/** What the invoice of a period is made of. */
export type InvoiceGround = {
  readonly period: InvoicePeriod;
  /** Every fact that gives something to bill, in the order of the journal, at least up to the period's place. */
  readonly facts: readonly Placed[];
  /** Invoices that were issued before this one. */
  readonly issued: readonly InvoicePeriod[];
};

export type InvoiceWithProof = {
  readonly drawn: DrawnUp;
  readonly claimed: readonly Claimed[];
  /** What cost money and is not on it: without a receipt by then, or not paid by the contract (CHI-10.3-2). */
  readonly unclaimed: readonly Unclaimed[];
};

/** The invoice that the facts give, with everything behind it. The same ground gives the same bytes, always. */
export function invoiceFromFacts(
  { period, facts, issued }: InvoiceGround,
  rules: Rules,
): Result<InvoiceWithProof, NoInvoice> {
  const seen = facts.filter(({ place }) => place <= period.upTo);
  const { billed, unclaimed } = billableOf(seen, rules.billing);
  const claimed = billedWith(period, [...issued, period], contractMonths(rules), billed);
  const drawn = drawUpInvoice(period, claimed, rules.billing);
  if (!drawn.ok) return drawn;
  const listed = unclaimed.filter(
    ({ reason, on }) => reason === 'no-receipt' || monthContaining(on) === period.month,
  );
  return ok({ drawn: drawn.value, claimed, unclaimed: listed });
}

export function contractMonths({ contract, billing }: Rules): ContractMonths {
  return {
    first: monthContaining(contract.from),
    last: monthContaining(contract.to),
    after: billing.afterContract,
  };
}
