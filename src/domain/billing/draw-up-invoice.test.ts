import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { date } from '../basics/civil-date.ts';
import { yen } from '../basics/yen.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Claimed } from './billing-period.ts';
import type { BillingRules } from './billing-rules.ts';
import { drawUpInvoice } from './draw-up-invoice.ts';
import type { Invoice, UnitCode } from './invoice.ts';

const { billing } = chiyodaVisit.rules;
const MAY = { month: '2026-05' as YearMonth, edition: 1 };
const FROM = date('2026-04-01');

let count = 0;
const one = (code: UnitCode, changes: Partial<Claimed> = {}): Claimed => {
  count += 1;
  return {
    code,
    quantity: 1,
    on: date('2026-05-10'),
    place: count,
    fact: `fact_${count}`,
    of: 'case_1',
    ...changes,
  };
};
const postage = (pieces: number, amount: number, receipt: string): Claimed =>
  one('visit', { code: 'postage-notice', quantity: pieces, amount: yen(amount), receipt });
const times = (quantity: number, code: UnitCode, changes: Partial<Claimed> = {}) =>
  Array.from({ length: quantity }, () => one(code, changes));

function invoiceOf(claimed: readonly Claimed[], rules: BillingRules = billing): Invoice {
  const drawn = drawUpInvoice(MAY, claimed, rules);
  if (!drawn.ok) throw new Error(drawn.error.type);
  return drawn.value.invoice;
}

test('57 at 4,321 and 5 at 6,543 yen pay 27,901 yen of tax, rounded once [CHI-10.2-6]', () => {
  const rules: BillingRules = {
    ...billing,
    prices: [
      { code: 'visit', from: FROM, price: yen(4_321) },
      { code: 'visit-follow-up', from: FROM, price: yen(6_543) },
    ],
  };
  const invoice = invoiceOf([...times(57, 'visit'), ...times(5, 'visit-follow-up')], rules);
  assert.deepEqual(invoice, {
    month: '2026-05',
    edition: 1,
    lines: [
      { code: 'visit', quantity: 57, unitPrice: 4_321, amount: 246_297, taxClass: 'standard' },
      { code: 'visit-follow-up', quantity: 5, unitPrice: 6_543, amount: 32_715, taxClass: 'standard' },
    ],
    taxByRate: [{ rate: 10, base: 279_012, tax: 27_901 }],
    total: 306_913,
  });
});

test('vouchers and postage stand under no tax, and postage names its receipts [CHI-10.2-5, CHI-10.3-2]', () => {
  const invoice = invoiceOf([
    postage(40, 12_800, 'r-2'),
    one('package'),
    one('visit'),
    postage(3, 960, 'r-1'),
  ]);
  assert.deepEqual(invoice.lines, [
    { code: 'visit', quantity: 1, unitPrice: 14_800, amount: 14_800, taxClass: 'standard' },
    { code: 'package', quantity: 1, unitPrice: 10_000, amount: 10_000, taxClass: 'non-taxable' },
    {
      code: 'postage-notice',
      quantity: 43,
      amount: 13_760,
      taxClass: 'pass-through',
      receipts: ['r-1', 'r-2'],
    },
  ]);
  assert.deepEqual(invoice.taxByRate, [
    { rate: 10, base: 14_800, tax: 1_480 },
    { rate: 0, base: 23_760, tax: 0 },
  ]);
  assert.equal(invoice.total, 40_040);
});

test('a month with nothing to bill has no lines and no total', () => {
  assert.deepEqual(invoiceOf([]), { ...MAY, lines: [], taxByRate: [], total: 0 });
  assert.deepEqual(invoiceOf([one('visit'), one('visit', { quantity: -1 })]).lines, []);
});

test('an adjusted month has lines of its own, at the price of its own day [CHI-10.2-6]', () => {
  const rules: BillingRules = {
    ...billing,
    prices: [
      { code: 'visit', from: FROM, price: yen(100) },
      { code: 'visit', from: date('2026-05-01'), price: yen(120) },
    ],
  };
  const april = { on: date('2026-04-30'), adjusts: '2026-04' as YearMonth };
  const { lines } = invoiceOf(
    [one('visit', april), one('visit'), one('visit', { ...april, quantity: -3 })],
    rules,
  );
  assert.deepEqual(
    lines.map(({ quantity, unitPrice, amount, adjusts }) => [quantity, unitPrice, amount, adjusts]),
    [
      [1, 120, 120, undefined],
      [-2, 100, -200, '2026-04'],
    ],
  );
});

test('a price that changes within a month makes two lines', () => {
  const rules: BillingRules = {
    ...billing,
    prices: [
      { code: 'visit', from: FROM, price: yen(100) },
      { code: 'visit', from: date('2026-05-16'), price: yen(120) },
    ],
  };
  const { lines } = invoiceOf(
    [one('visit', { on: date('2026-05-16') }), one('visit', { on: date('2026-05-15') })],
    rules,
  );
  assert.deepEqual(
    lines.map(({ unitPrice }) => unitPrice),
    [100, 120],
  );
});

test('without a price for the day, or without a rate, there is no invoice', () => {
  const on = date('2026-05-10');
  const later = { ...billing, prices: [{ code: 'visit' as const, from: date('2026-06-01'), price: yen(1) }] };
  assert.deepEqual(drawUpInvoice(MAY, [one('visit')], later), {
    ok: false,
    error: { type: 'no-unit-price', code: 'visit', on },
  });
  assert.deepEqual(drawUpInvoice(MAY, [one('visit')], { ...billing, taxRates: [] }), {
    ok: false,
    error: { type: 'no-tax-rate', code: 'visit', on },
  });
});

test('an item of the lump sum, or travel, cannot enter a monthly claim [CHI-10.1-1, CHI-10.3-3]', () => {
  for (const code of ['envelope-printing', 'travel', 'taxi']) {
    for (const actual of [{}, { amount: yen(5_000), receipt: 'r-1' }]) {
      const claim = one('visit', { code: code as UnitCode, ...actual });
      assert.deepEqual(drawUpInvoice(MAY, [claim], billing), {
        ok: false,
        error: { type: 'not-a-monthly-cost', code },
      });
    }
  }
  const asActual = one('visit', { amount: yen(5_000), receipt: 'r-1' });
  assert.equal(drawUpInvoice(MAY, [asActual], billing).ok, false, 'a visit is no actual cost');
});

test('video and telephone are told apart behind the line of remote talks [CHI-10.2-3]', () => {
  const talks = (['online', 'phone', 'online'] as const).map((mode) => one('remote', { mode }));
  const drawn = drawUpInvoice(MAY, talks, billing);
  assert.ok(drawn.ok);
  assert.deepEqual(
    drawn.value.lines.map(({ line, by, sources }) => [line.quantity, by, sources.length]),
    [[3, { online: 2, phone: 1 }, 3]],
  );
});

test('lines and taxes are the total, in exact integers, for any claims', () => {
  const codes = fc.constantFrom<UnitCode>(
    'visit',
    'visit-follow-up',
    'remote',
    'remote-follow-up',
    'package',
  );
  const claim = fc
    .record({ code: codes, quantity: fc.integer({ min: -3, max: 400 }), late: fc.boolean() })
    .map(({ code, quantity, late }) =>
      one(code, late ? { quantity, adjusts: '2026-04' as YearMonth, on: date('2026-04-20') } : { quantity }),
    );
  const paid = fc.integer({ min: 1, max: 900_000 }).map((amount) => postage(1, amount, `r-${amount}`));
  fc.assert(
    fc.property(fc.array(fc.oneof(claim, paid), { maxLength: 30 }), (claimed) => {
      const { lines, taxByRate, total } = invoiceOf(claimed);
      const sum = (amounts: readonly number[]) => amounts.reduce((all, next) => all + BigInt(next), 0n);
      const price = (code: string) => BigInt(billing.prices.find((entry) => entry.code === code)?.price ?? 0);
      const expected = claimed.reduce(
        (all, { code, quantity, amount }) =>
          all + (amount === undefined ? price(code) * BigInt(quantity) : BigInt(amount)),
        0n,
      );
      assert.equal(sum(lines.map(({ amount }) => amount)), expected);
      assert.equal(sum(taxByRate.map(({ base }) => base)), expected);
      assert.equal(BigInt(total), expected + sum(taxByRate.map(({ tax }) => tax)));
      for (const { rate, base, tax } of taxByRate) {
        assert.equal(BigInt(tax), (BigInt(base) * BigInt(rate)) / 100n);
      }
    }),
    { numRuns: 500 },
  );
});
