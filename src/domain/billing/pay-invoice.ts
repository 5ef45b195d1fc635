import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Period } from '../facts/closing.ts';
import type { Invoices } from './invoices.ts';

export type PayInvoice = {
  readonly month: Period;
  readonly edition: number;
  readonly on: CivilDate;
  /** Yen that came in. */
  readonly amount: number;
};

export type PayInvoiceRefusal =
  | RefusalOf<'invoice-not-issued', { month: Period }>
  | RefusalOf<'invoice-not-received', { number: string }>
  | RefusalOf<'invoice-paid-already', { number: string; on: CivilDate }>
  | RefusalOf<'invoice-day-impossible', { on: CivilDate; from: CivilDate; to: CivilDate }>
  | RefusalOf<'payment-differs', { claimed: number; paid: number; difference: number }>;

/** Records that the ward paid an invoice it had received. The sum must be the invoice's, to the yen (CHI-10-1). */
export function payInvoice(
  state: { readonly month: { readonly invoices: Invoices } },
  { month, edition, on, amount }: PayInvoice,
  { today }: Context,
): Decision | PayInvoiceRefusal {
  const found = state.month.invoices.find((one) => one.edition === edition);
  if (!found) return { refused: 'invoice-not-issued', month };
  const { number, digest, invoice, received, paidOn } = found;
  if (paidOn) return { refused: 'invoice-paid-already', number, on: paidOn };
  if (!received) return { refused: 'invoice-not-received', number };
  if (on < received.on || on > today) {
    return { refused: 'invoice-day-impossible', on, from: received.on, to: today };
  }
  const claimed = invoice.total;
  if (amount !== claimed) {
    return { refused: 'payment-differs', claimed, paid: amount, difference: amount - claimed };
  }
  return { facts: [{ type: 'invoice.paid', month, edition, number, digest, amount: claimed, on }] };
}
