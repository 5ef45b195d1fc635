import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSteps } from './check.ts';

test('all steps run although one fails and one throws, and each has its line', async () => {
  const lines: string[] = [];
  const green = await runSteps(
    '.',
    [
      { name: 'first', run: () => ({ faults: ['a.ts: wrong', 'b.ts: wrong\ntoo'] }) },
      {
        name: 'second',
        run: () => {
          throw new Error('no such table');
        },
      },
      { name: 'third', run: async () => ({ faults: [], note: '3 files' }) },
    ],
    (line) => lines.push(line.replace(/\d+\.\d/, '0.0')),
  );
  assert.equal(green, false);
  assert.deepEqual(lines, [
    'FAILED    0.0 s  first',
    '       a.ts: wrong',
    '       b.ts: wrong\n       too',
    'FAILED    0.0 s  second',
    '       no such table',
    'ok        0.0 s  third           3 files',
  ]);
});

test('a house without faults is green', async () => {
  assert.equal(await runSteps('.', [{ name: 'only', run: () => ({ faults: [] }) }], () => {}), true);
});
