import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { differenceOf, scoreInterval } from './difference.ts';

/** Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10. */
const PUBLISHED = [
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
] as const;

test('the interval of a difference is that of the published examples [SCR-A-10]', () => {
  for (const [a, m, b, n, from, to] of PUBLISHED) {
    const found = differenceOf({ hits: a, persons: m }, { hits: b, persons: n });
    assert.ok(found);
    assert.ok(Math.abs(found.by - (a / m - b / n)) < 1e-12);
    assert.ok(Math.abs(found.from - from) < 0.00006, `${a}/${m} - ${b}/${n}: from`);
    assert.ok(Math.abs(found.to - to) < 0.00006, `${a}/${m} - ${b}/${n}: to`);
  }
});

const share = fc
  .integer({ min: 1, max: 60_000 })
  .chain((persons) => fc.integer({ min: 0, max: persons }).map((hits) => ({ hits, persons })));

test('an interval holds its rate and stays between 0 and 1, a difference the other way round is its mirror [SCR-A-10]', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const { rate, from, to } = scoreInterval(one);
      assert.ok(0 <= from && from <= rate && rate <= to && to <= 1);
      const there = differenceOf(one, other);
      const back = differenceOf(other, one);
      assert.ok(there && back && there.from <= there.by && there.by <= there.to);
      assert.ok(Math.abs(there.from + back.to) < 1e-9);
    }),
  );
});

test('nobody is compared with nobody [SCR-A-10]', () => {
  assert.equal(differenceOf({ hits: 0, persons: 0 }, { hits: 1, persons: 9 }), undefined);
  assert.equal(differenceOf({ hits: 1, persons: 9 }, { hits: 0, persons: 0 }), undefined);
});
