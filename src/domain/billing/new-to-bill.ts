import type { Closing } from '../reports/month-state.ts';
import type { Rules } from '../rules.ts';
import type { Placed } from './billable.ts';
import type { InvoicePeriod } from './billing-period.ts';
import { invoiceFromFacts } from './invoice-from-facts.ts';

/**
 * Whether a closing would bring something to bill that no closing before it had seen: a package received, returned or
 * lost, or postage that was receipted, is no number of the report and still a matter of a supplement (AMB-39).
 */
export function isNewToBill(
  period: InvoicePeriod,
  earlier: readonly Closing[],
  facts: readonly Placed[],
  rules: Rules,
): boolean {
  const issued = earlier.map(({ month, edition, upTo }) => ({ month, edition, upTo }));
  const made = invoiceFromFacts({ period, facts, issued }, rules);
  // Without a price for it there is no invoice yet, but there is something that wants one.
  return !made.ok || made.value.drawn.invoice.lines.length > 0;
}
