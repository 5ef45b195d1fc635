import type { RefusalOf } from '../basics/refusal.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { MonthState } from '../reports/month-state.ts';
import { isAccepted } from './inspected-closing.ts';
import { invoiceDigest } from './invoice-text.ts';
import { contractMonths } from './invoice-from-facts.ts';
import { issuerFault, noInvoice, type IssueInvoiceRefusal } from './issue-invoice.ts';
import { drawUpLumpSum } from './lump-sum.ts';

/** The fiscal year of the contract. */
export type IssueLumpSum = { readonly year: number };

export type IssueLumpSumRefusal =
  | IssueInvoiceRefusal
  | RefusalOf<'lump-sum-other-year', { year: number; contract: number }>
  | RefusalOf<'lump-sum-before-year-end', { month: YearMonth }>;

/** Issues the one lump-sum invoice, after the ward accepted the report of the contract's last month (CHI-10.1-2). */
export function issueLumpSum(
  state: { readonly year: MonthState; readonly last: MonthState },
  { year }: IssueLumpSum,
  { today, rules }: Context,
): Decision | IssueLumpSumRefusal {
  const { contract, billing } = rules;
  if (year !== contract.year) return { refused: 'lump-sum-other-year', year, contract: contract.year };
  const [issued] = state.year.invoices;
  if (issued) {
    const { number, issuedOn } = issued;
    return { refused: 'invoice-issued-already', month: `${year}`, number, on: issuedOn };
  }
  const month = contractMonths(rules).last;
  const closing = state.last.closings.find(({ edition }) => isAccepted(state.last, edition));
  if (!closing) return { refused: 'lump-sum-before-year-end', month };
  const fault = issuerFault(rules);
  if (fault) return fault;
  const drawn = drawUpLumpSum({ month, on: contract.to }, billing);
  if (!drawn.ok) return noInvoice(drawn.error);
  const { invoice } = drawn.value;
  const number = `${billing.numberPrefix}-${year}-L`;
  return {
    facts: [
      {
        type: 'invoice.issued',
        month: `${year}`,
        edition: 1,
        number,
        digest: invoiceDigest(invoice),
        amount: invoice.total,
        on: today,
        report: closing.edition,
        upTo: closing.upTo,
        invoice,
      },
    ],
    claim: [{ kind: 'invoice-no', key: number }],
  };
}
