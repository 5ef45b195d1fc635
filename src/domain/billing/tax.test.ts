import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { yen } from '../basics/yen.ts';
import { taxOn, type Rounding } from './tax.ts';

test('4,321 × 57 and 6,543 × 5 pay 27,901 yen of tax, not 27,900 as line by line [CHI-10.2-6]', () => {
  const lines = [4_321 * 57, 6_543 * 5].map(yen);
  assert.equal(lines[0], 246_297);
  assert.equal(lines[1], 32_715);
  assert.equal(taxOn(yen(279_012), 10, 'down'), 27_901);
  const perLine = lines.map((line) => Number(taxOn(line, 10, 'down')));
  assert.equal(
    perLine.reduce((sum, tax) => sum + tax, 0),
    27_900,
  );
});

test('the direction of rounding is that of the contract', () => {
  const cases: readonly (readonly [number, number, number, number])[] = [
    // base, down, up, nearest at 10 percent
    [0, 0, 0, 0],
    [10, 1, 1, 1],
    [11, 1, 2, 1],
    [14, 1, 2, 1],
    [15, 1, 2, 2],
    [279_012, 27_901, 27_902, 27_901],
  ];
  for (const [base, down, up, nearest] of cases) {
    assert.equal(taxOn(yen(base), 10, 'down'), down);
    assert.equal(taxOn(yen(base), 10, 'up'), up);
    assert.equal(taxOn(yen(base), 10, 'nearest'), nearest);
  }
});

test('the tax is what exact integers give, for any amount and rate', () => {
  const exact = (base: number, rate: number, rounding: Rounding): bigint => {
    const hundredths = BigInt(Math.abs(base)) * BigInt(rate);
    const add = { down: 0n, up: 99n, nearest: 50n }[rounding];
    const tax = (hundredths + add) / 100n;
    return base < 0 ? -tax : tax;
  };
  fc.assert(
    fc.property(
      fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom<Rounding>('down', 'up', 'nearest'),
      (base, rate, rounding) => {
        assert.equal(BigInt(taxOn(yen(base), rate, rounding)), exact(base, rate, rounding));
      },
    ),
    { numRuns: 2000 },
  );
});

test('what is taken back gives back the tax that had been charged', () => {
  for (const rounding of ['down', 'up', 'nearest'] as const) {
    assert.equal(taxOn(yen(-14_805), 10, rounding), 0 - taxOn(yen(14_805), 10, rounding));
  }
  assert.ok(Object.is(taxOn(yen(-1), 10, 'down'), 0), 'never minus zero');
});
