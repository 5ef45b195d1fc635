import { ok, err, type Result } from '../basics/result.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { BillingRules } from './billing-rules.ts';
import { rateOf, totalled, type DrawnUp, type NoInvoice, type Priced } from './draw-up-invoice.ts';

/** The one lump-sum invoice at year end: every item of the catalogue's first part, once (CHI-10.1-1, 10.1-2). */
export function drawUpLumpSum(
  of: { readonly month: YearMonth; readonly on: CivilDate },
  rules: BillingRules,
): Result<DrawnUp, NoInvoice> {
  const priced: Priced[] = [];
  for (const item of rules.costs) {
    if (item.part !== 'lump-sum') continue;
    const { code, amount, taxClass } = item;
    const rate = rateOf(taxClass, of.on, rules);
    if (rate === undefined) return err({ type: 'no-tax-rate', code, on: of.on });
    priced.push({ line: { code, quantity: 1, unitPrice: amount, amount, taxClass }, sources: [], rate });
  }
  return ok(totalled({ month: of.month, edition: 1 }, priced, rules));
}
