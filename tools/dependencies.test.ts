import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDependencyFaults } from './dependencies.ts';
import { fixtureTree } from './fixture-tree.ts';

const record = (...rows: string[]) => ({
  'docs/decisions/0003-dependencies.md': [
    '| package | why | who keeps it | what replaces it |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n'),
});

test('direct dependencies of all three kinds stand in the record', () => {
  using tree = fixtureTree({
    'package.json': JSON.stringify({
      dependencies: { pg: '8.0.0' },
      devDependencies: { '@x/y': '1.0.0-beta.1' },
      optionalDependencies: { 'n-arm': '1.0.0', 'n-x64': '1.0.0' },
    }),
    ...record('| `pg` | a | b | c |', '| `@x/y` | a | b | c |', '| `n-arm`, `n-x64` | a | b | c |'),
  });
  assert.deepEqual(findDependencyFaults(tree.root), { faults: [], note: '4 direct dependencies' });
});

test('a missing row, a stale row, an empty reason and an open version are refused', () => {
  using tree = fixtureTree({
    'package.json': JSON.stringify({ dependencies: { pg: '^8.0.0', zod: '4.0.0' } }),
    ...record('| `pg` | | b | c |', '| `left` | a | b | c |'),
  });
  assert.deepEqual(findDependencyFaults(tree.root).faults, [
    'zod does not stand in docs/decisions/0003-dependencies.md',
    'docs/decisions/0003-dependencies.md names left, which package.json does not',
    'pg ^8.0.0 is not an exact version',
    'docs/decisions/0003-dependencies.md: a cell of `pg` is empty',
  ]);
});
