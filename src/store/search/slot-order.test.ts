import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slotOrder } from './slot-order.ts';

test('the range of a key holds exactly the slots that have it, wherever they stand and however many they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }),
      fc.integer({ min: -1, max: 10 }),
      (keys, key) => {
        const order = slotOrder((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
        order.add(keys.map((_, slot) => slot));
        const [from, to] = order.range((slot) => (keys[slot] ?? 0) - key);
        const found = Array.from({ length: to - from }, (_, at) => order.at(from + at));
        assert.deepEqual(
          found,
          keys.flatMap((own, slot) => (own === key ? [slot] : [])),
        );
        assert.equal(from, keys.filter((own) => own < key).length);
      },
    ),
  );
});
