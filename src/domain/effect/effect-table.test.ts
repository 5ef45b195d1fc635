import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MemberRules } from '../members/member-rules.ts';
import type { Outcome } from '../members/outcome.ts';
import { differenceOf } from './difference.ts';
import { effectTable } from './effect-table.ts';

const rules: MemberRules = {
  leastAge: 40,
  groups: {
    version: 'g-1',
    segments: [
      {
        segment: 'a',
        when: { screening: 'check-up' },
        groups: [
          { group: 'a1', share: 1, card: 'card-a1' },
          { group: 'a2', share: 1, card: 'card-a2' },
          { group: 'a0', share: 1 },
        ],
      },
      {
        segment: 'b',
        when: {},
        groups: [
          { group: 'b1', share: 1, card: 'card-b1' },
          { group: 'b0', share: 1 },
        ],
      },
    ],
  },
  calls: { results: {}, attempts: 3, reasons: [] },
  smallCell: 5,
};

const some = (group: string, attended: number, not: number, sent = true): readonly Outcome[] =>
  Array.from({ length: attended + not }, (_none, at) => ({
    group,
    sent,
    returned: false,
    reached: sent && at % 4 === 0,
    attended: at < attended,
  }));

test('a group is compared with the control group of its own segment [SCR-A-10]', () => {
  const table = effectTable(
    [
      ...some('a1', 30, 70),
      ...some('a2', 20, 80),
      ...some('a0', 10, 90, false),
      ...some('b1', 50, 50),
      ...some('b0', 50, 50, false),
    ],
    rules,
  );
  const row = (group: string) => table.groups.find((one) => one.group === group);
  assert.equal(row('a1')?.rate, 0.3);
  assert.deepEqual(
    row('a1')?.difference,
    differenceOf({ hits: 30, persons: 100 }, { hits: 10, persons: 100 }),
  );
  assert.equal(row('b1')?.difference?.by, 0);
  assert.equal(row('a0')?.control, true);
  assert.equal(row('a0')?.difference, null);
  assert.equal(table.total.attended, 160);
});

test('what few would be known by is not shown, nor what it would follow from [SCR-A-10]', () => {
  const table = effectTable(
    [...some('a1', 3, 97), ...some('a2', 20, 80), ...some('a0', 10, 90, false), ...some('b1', 40, 60)],
    rules,
  );
  const shown = table.groups.filter((one) => one.attended !== null).map((one) => one.group);
  // a0 is the next smallest: with the total alone a1 could be reckoned from it. b0 has nobody and hides nobody.
  assert.deepEqual(shown, ['a2', 'b1', 'b0']);
  assert.deepEqual(
    table.groups.map((one) => one.difference),
    [null, null, null, null, null],
  );
  assert.equal(table.total.attended, 73);
});

const outcome: fc.Arbitrary<Outcome> = fc.record({
  group: fc.constantFrom('a1', 'a2', 'a0', 'b1', 'b0'),
  sent: fc.boolean(),
  returned: fc.boolean(),
  reached: fc.boolean(),
  attended: fc.boolean(),
});

test('every person is counted once: the rows sum up to the total, hidden or not [SCR-A-10]', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 80 }), (outcomes) => {
      const { groups, channels, total } = effectTable(outcomes, rules);
      for (const name of ['persons', 'sent', 'returned', 'reached'] as const) {
        assert.equal(
          groups.reduce((sum, row) => sum + row[name], 0),
          total[name],
        );
      }
      assert.equal(total.persons, outcomes.length);
      const withCard = groups.filter((row) => !row.control).reduce((sum, row) => sum + row.persons, 0);
      assert.equal(
        channels.reduce((sum, row) => sum + row.persons, 0),
        withCard,
      );
      const hidden = groups.filter((row) => row.attended === null && row.persons > 0);
      const others = groups.filter((row) => row.attended !== null && row.persons > 0);
      assert.ok(hidden.length !== 1 || others.length === 0, 'one hidden cell follows from the total');
      for (const row of groups) {
        if (row.attended === null) assert.equal(row.difference, null);
        else assert.ok(row.attended === 0 || row.attended >= rules.smallCell);
      }
    }),
  );
});
