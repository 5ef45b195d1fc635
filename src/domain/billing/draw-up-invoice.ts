import type { CivilDate } from '../basics/civil-date.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { addYen, yen, type Yen } from '../basics/yen.ts';
import type { Claimed } from './billing-period.ts';
import type { BillingRules } from './billing-rules.ts';
import type { Invoice, InvoiceLine, RateTotal, TaxClass } from './invoice.ts';
import { taxOn } from './tax.ts';

/** A fact behind a line, in the shape of the report's sources: where it stands, what it tells of, how much it adds. */
export type LineSource = Pick<Claimed, 'fact' | 'place' | 'of'> & {
  readonly by: number;
  /** Of an actual cost: the receipt, its day and its amount, as the list of evidence names them (CHI-10.3-2). */
  readonly paid?: { readonly receipt: string; readonly on: CivilDate; readonly amount: Yen };
};

/** A line with the facts behind it, and how many of its talks were by video and by telephone (CHI-10.2-3). */
export type ProvenLine = {
  readonly line: InvoiceLine;
  readonly sources: readonly LineSource[];
  readonly by?: { readonly online: number; readonly phone: number };
};

export type DrawnUp = { readonly invoice: Invoice; readonly lines: readonly ProvenLine[] };

export type NoInvoice =
  | { readonly type: 'no-unit-price' | 'no-tax-rate'; readonly code: string; readonly on: CivilDate }
  /** An item of the lump sum, or one that the catalogue does not know, cannot enter a monthly claim. */
  | { readonly type: 'not-a-monthly-cost'; readonly code: string };

/** A line on its way, with the rate it is taxed at. */
export type Priced = ProvenLine & { readonly rate: number };

/**
 * The invoice of one closing: unit price × quantity line by line (CHI-10.2-6), actual costs with their receipts
 * (CHI-10.3-2). What nets to nothing is no line; a month with nothing to bill has none.
 */
export function drawUpInvoice(
  of: { readonly month: YearMonth; readonly edition: number },
  claimed: readonly Claimed[],
  rules: BillingRules,
): Result<DrawnUp, NoInvoice> {
  const groups = new Map<string, { readonly terms: Terms; readonly members: Claimed[] }>();
  for (const one of claimed) {
    const terms = termsOf(one, rules);
    if (!terms.ok) return terms;
    const { price, rate } = terms.value;
    const key = JSON.stringify([one.code, one.adjusts ?? '', price ?? '', rate]);
    const group = groups.get(key) ?? { terms: terms.value, members: [] };
    group.members.push(one);
    groups.set(key, group);
  }
  const priced = [...groups.values()]
    .flatMap(({ terms, members }) => lineOf(terms, members))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || order(a.line) - order(b.line));
  return ok(totalled(of, priced, rules));
}

/** Sums the lines by rate, and rounds the tax of each rate once. */
export function totalled(
  { month, edition }: { readonly month: YearMonth; readonly edition: number },
  priced: readonly Priced[],
  rules: Pick<BillingRules, 'rounding'>,
): DrawnUp {
  const rates = [...new Set(priced.map(({ rate }) => rate))].toSorted((a, b) => b - a);
  const taxByRate = rates.map((rate): RateTotal => {
    const base = addYen(...priced.filter((one) => one.rate === rate).map(({ line }) => line.amount));
    return { rate, base, tax: taxOn(base, rate, rules.rounding) };
  });
  const total = addYen(...taxByRate.flatMap(({ base, tax }) => [base, tax]));
  const lines = priced.map(({ rate: _summed, ...proven }) => proven);
  return { invoice: { month, edition, lines: lines.map(({ line }) => line), taxByRate, total }, lines };
}

/** Percent that a class pays on a day; 0 for what is not taxed, `undefined` when no rate is known for the day. */
export function rateOf(
  taxClass: TaxClass,
  on: CivilDate,
  rules: Pick<BillingRules, 'taxRates'>,
): number | undefined {
  return taxClass === 'standard' ? rules.taxRates.findLast(({ from }) => from <= on)?.rate : 0;
}

type Terms = { readonly price?: Yen; readonly rate: number; readonly taxClass: TaxClass };

function termsOf({ code, on, amount }: Claimed, rules: BillingRules): Result<Terms, NoInvoice> {
  const part = rules.costs.find((item) => item.code === code)?.part;
  if (part !== (amount === undefined ? 'unit' : 'actual')) return err({ type: 'not-a-monthly-cost', code });
  const taxClass = rules.taxClasses[code];
  const rate = rateOf(taxClass, on, rules);
  if (rate === undefined) return err({ type: 'no-tax-rate', code, on });
  if (amount !== undefined) return ok({ rate, taxClass });
  const entry = rules.prices.findLast((price) => price.code === code && price.from <= on);
  return entry ? ok({ price: entry.price, rate, taxClass }) : err({ type: 'no-unit-price', code, on });
}

function lineOf({ price, rate, taxClass }: Terms, members: readonly Claimed[]): readonly Priced[] {
  const [first] = members;
  const quantity = members.reduce((sum, one) => sum + one.quantity, 0);
  const actual = addYen(...members.map((one) => one.amount ?? yen(0)));
  const amount = price === undefined ? actual : yen(quantity === 0 ? 0 : price * quantity);
  if (!first || (quantity === 0 && amount === 0)) return [];
  const receipts = members.flatMap((one) => one.receipt ?? []).toSorted();
  const line: InvoiceLine = {
    code: first.code,
    quantity,
    ...(price === undefined ? {} : { unitPrice: price }),
    amount,
    taxClass,
    ...(first.adjusts ? { adjusts: first.adjusts } : {}),
    ...(receipts.length > 0 ? { receipts } : {}),
  };
  const talks = (mode: string) =>
    members.filter((one) => one.mode === mode).reduce((sum, one) => sum + one.quantity, 0);
  const remote = first.mode && first.mode !== 'visit';
  const byMode = remote ? { by: { online: talks('online'), phone: talks('phone') } } : {};
  const sources = members.map(({ fact, place, of, quantity: by, receipt, on, amount }) => ({
    fact,
    place,
    of,
    by,
    ...(receipt === undefined || amount === undefined ? {} : { paid: { receipt, on, amount } }),
  }));
  return [{ line, sources, ...byMode, rate }];
}

const CODES = [
  'visit',
  'visit-follow-up',
  'remote',
  'remote-follow-up',
  'package',
  'postage-notice',
  'postage-resend',
  'postage-recall',
  'postage-package',
];

/** The month's own lines in the order of the contract, then those of earlier months. */
function rankOf({ line }: Priced): number {
  const month = line.adjusts ? Number(line.adjusts.replace('-', '')) : 0;
  return month * 100 + CODES.indexOf(line.code);
}

function order(line: InvoiceLine): number {
  return line.unitPrice ?? 0;
}
