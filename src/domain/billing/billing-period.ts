import { firstDay, monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { Billable } from './billable.ts';
import type { BillingRules } from './billing-rules.ts';

/**
 * What one invoice counts: everything up to this place in the journal had been recorded when its month was closed.
 * Edition 2 and on are the supplements of the last month.
 */
export type InvoicePeriod = { readonly month: YearMonth; readonly edition: number; readonly upTo: number };

/** The months of the contract, and where what is received after them goes (AMB-39). */
export type ContractMonths = {
  readonly first: YearMonth;
  readonly last: YearMonth;
  readonly after: BillingRules['afterContract'];
};

/** A thing to bill, and the closed month it changes where it came too late for that month's own invoice. */
export type Claimed = Billable & { readonly adjusts?: YearMonth };

/**
 * What is billed with one closing: all that happened in its month or before, was recorded when it closed, and was not
 * billed with an earlier period. Late facts change no issued invoice, they adjust its month in the next one. What
 * happens after the contract's last month can only be in one of that month's supplements (AMB-39).
 */
export function billedWith(
  period: InvoicePeriod,
  periods: readonly InvoicePeriod[],
  contract: ContractMonths,
  billables: readonly Billable[],
): readonly Claimed[] {
  const inOrder = periods.toSorted(byMonth);
  return billables.flatMap((one) => {
    // What is older than the contract counts in its first month, as in the report.
    const billable =
      monthContaining(one.on) < contract.first ? { ...one, on: firstDay(contract.first) } : one;
    const month = monthContaining(billable.on);
    const first = inOrder.find((other) => takes(other, month, billable.place, contract));
    if (!first || first.month !== period.month || first.edition !== period.edition) return [];
    const own = month > contract.last || (month === period.month && period.edition === 1);
    return [own ? billable : { ...billable, adjusts: month }];
  });
}

/** What a woman's package received in April after the contract is: a matter of its last month's supplements. */
function takes(period: InvoicePeriod, month: YearMonth, place: number, contract: ContractMonths): boolean {
  if (place > period.upTo) return false;
  if (month > contract.last) {
    return contract.after === 'supplement' && period.month === contract.last && period.edition > 1;
  }
  return month <= period.month;
}

function byMonth(a: InvoicePeriod, b: InvoicePeriod): number {
  return a.month < b.month ? -1 : a.month > b.month ? 1 : a.edition - b.edition;
}
