import { monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { Billable } from './billable.ts';
import type { BillingRules } from './billing-rules.ts';

/** A closed month: everything up to this place in the journal had been recorded. Edition 2 and on are supplements. */
export type Closing = { readonly month: YearMonth; readonly edition: number; readonly upTo: number };

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
 * billed with an earlier closing. Late facts change no issued invoice, they adjust its month in the next one. What
 * happens after the contract's last month can only be in one of that month's supplements (AMB-39).
 */
export function billedWith(
  closing: Closing,
  closings: readonly Closing[],
  contract: ContractMonths,
  billables: readonly Billable[],
): readonly Claimed[] {
  const inOrder = closings.toSorted((a, b) => a.upTo - b.upTo || a.edition - b.edition);
  return billables.flatMap((billable) => {
    const month = monthContaining(billable.on);
    const first = inOrder.find((one) => takes(one, month, billable.place, contract));
    if (!first || first.month !== closing.month || first.edition !== closing.edition) return [];
    const own = month > contract.last || (month === closing.month && closing.edition === 1);
    return [own ? billable : { ...billable, adjusts: month }];
  });
}

/** What a woman's package received in April after the contract is: a matter of its last month's supplements. */
function takes(closing: Closing, month: YearMonth, place: number, contract: ContractMonths): boolean {
  if (place > closing.upTo || month < contract.first) return false;
  if (month > contract.last) {
    return contract.after === 'supplement' && closing.month === contract.last && closing.edition > 1;
  }
  return month <= closing.month;
}
