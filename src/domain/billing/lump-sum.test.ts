import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { date } from '../basics/civil-date.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { drawUpLumpSum } from './lump-sum.ts';

const { billing } = chiyodaVisit.rules;
const of = { month: '2027-03' as YearMonth, on: date('2027-03-31') };

test('the lump sum claims every item of its part once, and no unit or actual cost [CHI-10.1-1, CHI-10.1-2]', () => {
  const drawn = drawUpLumpSum(of, billing);
  assert.ok(drawn.ok);
  const { lines, taxByRate, total } = drawn.value.invoice;
  const items = billing.costs.flatMap((item) => (item.part === 'lump-sum' ? [item] : []));
  assert.deepEqual(
    lines.map(({ code, quantity, amount }) => [code, quantity, amount]),
    items.map(({ code, amount }) => [code, 1, amount]),
  );
  const base = items.reduce((sum, { amount }) => sum + amount, 0);
  assert.deepEqual(taxByRate, [{ rate: 10, base, tax: Math.floor(base / 10) }]);
  assert.equal(total, base + Math.floor(base / 10));
});

test('every code has one place in the catalogue, and what travel costs is in the lump sum [CHI-10.3-3]', () => {
  const codes = billing.costs.map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(billing.costs.find(({ code }) => code === 'travel')?.part, 'lump-sum');
  assert.deepEqual(
    billing.costs.filter(({ part }) => part === 'actual').map(({ code }) => code),
    ['postage-notice', 'postage-resend', 'postage-recall', 'postage-package'],
  );
});
