import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EffectTable } from '../../domain/effect/effect-table.ts';
import { effectLines } from './effect.ts';

const nobody = { persons: 0, sent: 0, returned: 0, reached: 0, attended: 0, rate: null };
const table: EffectTable = {
  version: 'g-1',
  groups: [
    {
      segment: 'a',
      group: 'a-1',
      control: false,
      persons: 100,
      sent: 98,
      returned: 2,
      reached: 10,
      attended: 30,
      rate: 0.3,
      difference: { by: 0.1, from: -0.021, to: 0.214 },
    },
    { segment: 'a', group: 'a-0', control: true, ...nobody, persons: 50, attended: null, difference: null },
  ],
  channels: [{ channel: 'call', persons: 0, attended: 0, rate: null }],
  total: { ...nobody, persons: 150, attended: 33, rate: 0.22 },
};

test('the effect is shown with its interval, a hidden cell as a star and a cell of nobody as nothing [SCR-A-10]', () => {
  const lines = effectLines(table);
  const lineOf = (start: string) => lines.find((line) => line.startsWith(start))?.split(/\s{2,}/);
  assert.deepEqual(lineOf('a-1'), ['a-1', '100', '98', '2', '10', '30', '30.0%', '+10.0 (-2.1〜+21.4)']);
  assert.deepEqual(lineOf('a-0'), ['a-0(対照)', '50', '0', '0', '0', '*', '*']);
  assert.deepEqual(lineOf('電話'), ['電話', '0', '0']);
});
