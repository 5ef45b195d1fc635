import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Period } from '../facts/closing.ts';
import type { Closing, MonthState } from '../reports/month-state.ts';
import type { Rules } from '../rules.ts';
import { differenceFromReport, type Difference } from './agree-with-report.ts';
import type { Placed } from './billable.ts';
import type { ContractMonths, InvoicePeriod } from './billing-period.ts';
import type { NoInvoice } from './draw-up-invoice.ts';
import { inspectedClosing } from './inspected-closing.ts';
import { contractMonths, invoiceFromFacts } from './invoice-from-facts.ts';
import { invoiceDigest } from './invoice-text.ts';
import { registrationNumber } from './registration-number.ts';
import { reportedTalks } from './reported-talks.ts';

/** What stands still behind a closing: it was read before anything was locked, and the decision looks again. */
export type InvoiceEvidence = {
  /** Every fact that a report or an invoice counts, up to the last closing, in the order of the journal. */
  readonly facts: readonly Placed[];
  /** All closings, in the order in which they were made. */
  readonly closings: readonly Closing[];
  /** Invoices that were issued before this one. */
  readonly issued: readonly InvoicePeriod[];
};

export type IssueInvoice = { readonly month: YearMonth; readonly evidence?: InvoiceEvidence | undefined };

export type IssueInvoiceRefusal =
  | RefusalOf<'invoice-month-outside', { month: YearMonth; from: YearMonth; to: YearMonth }>
  | RefusalOf<'invoice-month-open', { month: YearMonth }>
  | RefusalOf<'invoice-before-acceptance', { month: YearMonth }>
  | RefusalOf<'invoice-issued-already', { month: Period; number: string; on: CivilDate }>
  | RefusalOf<'invoice-of-earlier-month', { month: YearMonth; earlier: YearMonth }>
  | RefusalOf<'invoice-read-too-early', { month: YearMonth }>
  | RefusalOf<'invoice-differs-from-report', Difference>
  | RefusalOf<'invoice-price-missing', { code: string; on: CivilDate }>
  | RefusalOf<'invoice-rate-missing', { code: string; on: CivilDate }>
  | RefusalOf<'not-a-monthly-cost', { code: string }>
  | RefusalOf<'issuer-number-wrong', { fault: string }>;

/**
 * Issues the invoice of a month after the ward accepted its report (検査, CHI-10-1), when its quantities agree with that
 * report. It counts what had been recorded when the month was closed, so that it is the same whenever it is issued. Of
 * the contract's last month, each accepted supplement can be billed as an edition of its own (AMB-39).
 */
export function issueInvoice(
  state: { readonly month: MonthState },
  { month, evidence }: IssueInvoice,
  { today, rules }: Context,
): Decision | IssueInvoiceRefusal {
  const contract = contractMonths(rules);
  if (month < contract.first || month > contract.last) {
    return { refused: 'invoice-month-outside', month, from: contract.first, to: contract.last };
  }
  const closing = closingToBill(state.month, month, contract);
  if ('refused' in closing) return closing;
  if (!evidence?.closings.some(({ upTo }) => upTo === closing.upTo)) {
    return { refused: 'invoice-read-too-early', month };
  }
  const { facts, closings, issued } = evidence;
  const earlier = closings
    .map((one) => one.month)
    .find((one) => one >= contract.first && one < month && !issued.some((period) => period.month === one));
  if (earlier) return { refused: 'invoice-of-earlier-month', month, earlier };

  const edition = state.month.invoices.length + 1;
  const period = { month, edition, upTo: closing.upTo };
  const made = invoiceFromFacts({ period, facts, issued }, rules);
  if (!made.ok) return noInvoice(made.error);
  const from = state.month.invoices.at(-1)?.report ?? 0;
  const editions =
    month === contract.last
      ? state.month.closings.map((one) => one.edition).filter((one) => one > from && one <= closing.edition)
      : [closing.edition];
  const report = reportedTalks(month, editions, closings, facts, rules);
  const difference = differenceFromReport(made.value.claimed, report);
  if (difference) return { refused: 'invoice-differs-from-report', ...difference };
  const fault = issuerFault(rules);
  if (fault) return fault;
  const { invoice } = made.value.drawn;
  const number = `${rules.billing.numberPrefix}-${month.replace('-', '')}-${edition}`;
  return {
    facts: [
      {
        type: 'invoice.issued',
        month,
        edition,
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

export function noInvoice(no: NoInvoice): IssueInvoiceRefusal {
  switch (no.type) {
    case 'not-a-monthly-cost':
      return { refused: 'not-a-monthly-cost', code: no.code };
    case 'no-unit-price':
      return { refused: 'invoice-price-missing', code: no.code, on: no.on };
    case 'no-tax-rate':
      return { refused: 'invoice-rate-missing', code: no.code, on: no.on };
  }
}

/** An invoice with a wrong registration number is no proper invoice: the ward could not deduct its tax. */
export function issuerFault({
  billing: { issuer },
}: Rules): RefusalOf<'issuer-number-wrong', { fault: string }> | undefined {
  const number = registrationNumber(issuer.registration, issuer.corporate);
  return number.ok ? undefined : { refused: 'issuer-number-wrong', fault: number.error.type };
}

function closingToBill(
  state: MonthState,
  month: YearMonth,
  contract: ContractMonths,
): Closing | IssueInvoiceRefusal {
  const closing = inspectedClosing(state);
  const last = state.invoices.at(-1);
  if (last && (!closing || month !== contract.last)) {
    return { refused: 'invoice-issued-already', month, number: last.number, on: last.issuedOn };
  }
  if (closing) return closing;
  return state.closings.length === 0
    ? { refused: 'invoice-month-open', month }
    : { refused: 'invoice-before-acceptance', month };
}
