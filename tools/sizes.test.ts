import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { findSizeFaults } from './sizes.ts';

const lines = (count: number) => 'a;\n'.repeat(count);

test('files of ordinary length pass, and the numbers are told', () => {
  using tree = fixtureTree({
    'src/a.ts': lines(10),
    'src/b.ts': lines(80),
    'src/c.ts': lines(250),
    'src/c.test.ts': lines(400),
  });
  assert.deepEqual(findSizeFaults(tree.root), {
    faults: [],
    note: '3 sources, median 80 lines, 95th percentile 250',
  });
});

test('401 lines are too many, but not for data, words and what is generated', () => {
  using tree = fixtureTree({
    'src/a.ts': lines(1),
    'src/b.ts': lines(1),
    'tools/c.ts': lines(401),
    'src/letter-data.ts': lines(401),
    'src/words/d.ts': lines(401),
    'src/towns-13101.ts': lines(401),
  });
  assert.deepEqual(findSizeFaults(tree.root).faults, ['tools/c.ts: 401 lines, at most 400']);
});

test('a house whose middle file is long is refused', () => {
  using tree = fixtureTree({ 'src/a.ts': lines(81), 'src/b.ts': lines(90), 'src/c.ts': lines(251) });
  assert.deepEqual(findSizeFaults(tree.root).faults, [
    'the median file of src has 90 lines, at most 80',
    'the 95th percentile of src is 251 lines, at most 250',
  ]);
});
