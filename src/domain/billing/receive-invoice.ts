import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Period } from '../facts/closing.ts';
import type { Invoices } from './invoices.ts';

export type ReceiveInvoice = {
  readonly month: Period;
  readonly edition: number;
  /** The day on which the ward got it in proper form. */
  readonly on: CivilDate;
};

export type ReceiveInvoiceRefusal =
  | RefusalOf<'invoice-not-issued', { month: Period }>
  | RefusalOf<'invoice-received-already', { number: string; on: CivilDate }>
  | RefusalOf<'invoice-day-impossible', { on: CivilDate; from: CivilDate; to: CivilDate }>;

/** Records that the ward received an invoice: it is to be paid within 30 days from that day (CHI-10-1). */
export function receiveInvoice(
  state: { readonly month: { readonly invoices: Invoices } },
  { month, edition, on }: ReceiveInvoice,
  { today, rules }: Context,
): Decision | ReceiveInvoiceRefusal {
  const found = state.month.invoices.find((one) => one.edition === edition);
  if (!found) return { refused: 'invoice-not-issued', month };
  const { number, digest, issuedOn, invoice, received } = found;
  if (received) return { refused: 'invoice-received-already', number, on: received.on };
  if (on < issuedOn || on > today) {
    return { refused: 'invoice-day-impossible', on, from: issuedOn, to: today };
  }
  const dueBy = addDays(on, rules.billing.payWithinDays);
  const amount = invoice.total;
  return {
    facts: [{ type: 'invoice.received', month, edition, number, digest, amount, on, dueBy }],
  };
}
