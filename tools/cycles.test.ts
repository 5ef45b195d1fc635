import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCycles } from './cycles.ts';
import { fixtureTree } from './fixture-tree.ts';

test('a diamond of imports is no cycle', () => {
  using tree = fixtureTree({
    'src/a.ts': `import './b.ts'; import './c.ts';`,
    'src/b.ts': `import './d.ts';`,
    'src/c.ts': `import './d.ts';`,
    'src/d.ts': '',
  });
  assert.deepEqual(findCycles(tree.root).faults, []);
});

test('a cycle is told with its whole way, types included', () => {
  using tree = fixtureTree({
    'src/a.ts': `import './b.ts';`,
    'src/b.ts': `import type { C } from './room/c.ts';`,
    'src/room/c.ts': `export type { A } from '../b.ts';`,
  });
  assert.deepEqual(findCycles(tree.root).faults, ['cycle: src/b.ts → src/room/c.ts → src/b.ts']);
});
