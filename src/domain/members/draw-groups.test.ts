import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseId } from '../basics/ids.ts';
import { drawGroups, segmentOf, sizesOf, type Drawable } from './draw-groups.ts';
import type { GroupRules } from './member-rules.ts';

const rules: GroupRules = {
  version: 'g-1',
  segments: [
    {
      segment: 'forties',
      when: { screening: 'check-up', ages: [40, 49] },
      groups: [
        { group: 'f1', share: 2, card: 'card-f1' },
        { group: 'f2', share: 2, card: 'card-f2' },
        { group: 'f0', share: 1 },
      ],
    },
    {
      segment: 'others',
      when: {},
      groups: [
        { group: 'o1', share: 3, card: 'card-o1' },
        { group: 'o0', share: 1 },
      ],
    },
  ],
};

const person = fc.record({
  screening: fc.constantFrom('check-up' as const, 'cancer' as const),
  age: fc.integer({ min: 40, max: 75 }),
  sex: fc.constantFrom('f' as const, 'm' as const, 'other' as const),
  history: fc.constantFrom('never' as const, 'sometimes' as const, 'always' as const),
});
const persons = fc
  .array(person, { maxLength: 120 })
  .map((all) => all.map((one, at): Drawable => ({ ...one, case: `case_${at}` })));

test('every person gets one group, of the own segment, and each group exactly its size [SCR-A-5]', () => {
  fc.assert(
    fc.property(persons, fc.string({ unit: 'grapheme-ascii', maxLength: 12 }), (all, seed) => {
      const drawn = drawGroups(all, seed, rules);
      assert.equal(drawn.size, all.length);
      for (const segment of rules.segments) {
        const own = all.filter((one) => segmentOf(one, rules) === segment);
        for (const { group, size } of sizesOf(segment.groups, own.length)) {
          assert.equal(own.filter((one) => drawn.get(one.case) === group).length, size);
        }
      }
    }),
  );
});

test('the order in which persons are listed decides nothing, the seed does [SCR-A-5, SCR-A-10]', () => {
  fc.assert(
    fc.property(persons, (all) => {
      const drawn = drawGroups(all, 'seed-1', rules);
      assert.deepEqual(drawGroups(all.toReversed(), 'seed-1', rules), drawn);
    }),
  );
  const many = Array.from({ length: 200 }, (_none, at): Drawable => ({
    case: `case_${at}` as CaseId,
    screening: 'check-up',
    age: 45,
    sex: 'f',
    history: 'never',
  }));
  const [one, other] = ['seed-1', 'seed-2'].map((seed) => {
    const drawn = drawGroups(many, seed, rules);
    return many.map(({ case: id }) => drawn.get(id));
  });
  assert.notDeepEqual(one, other);
});

test('sizes sum up to the persons and none is further than one from its share [SCR-A-5]', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 50_000 }),
      (shares, count) => {
        const groups = shares.map((share, at) => ({ group: `g${at}`, share }));
        const sizes = sizesOf(groups, count);
        assert.equal(
          sizes.reduce((sum, { size }) => sum + size, 0),
          count,
        );
        const whole = shares.reduce((sum, share) => sum + share, 0);
        sizes.forEach(({ size }, at) => {
          assert.ok(Math.abs(size - (count * (shares[at] ?? 0)) / whole) < 1);
        });
      },
    ),
  );
});
