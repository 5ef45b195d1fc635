import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { chooseTestFiles, isPure } from './test-files.ts';

const TREE = Object.fromEntries(
  [
    'src/domain/a.ts',
    'src/domain/a.test.ts',
    'src/apps/b.test.tsx',
    'src/store/c.slow.test.ts',
    'tools/d.test.ts',
    'tests/authority/e.test.ts',
    'tests/journeys/f.test.ts',
    'tests/bench/g.test.ts',
    'tests/torture/h.test.ts',
    'tests/papers/i.part.test.ts',
    'node_modules/i/i.test.ts',
  ].map((path) => [path, '']),
);

test('all tests are those of src, tools and tests, without bench, torture and parts of others', () => {
  using tree = fixtureTree(TREE);
  assert.deepEqual(chooseTestFiles(tree.root, { fast: false, named: [] }), [
    'src/apps/b.test.tsx',
    'src/domain/a.test.ts',
    'src/store/c.slow.test.ts',
    'tools/d.test.ts',
    'tests/authority/e.test.ts',
    'tests/journeys/f.test.ts',
  ]);
});

test('the fast ones leave out slow files and journeys; names choose further', () => {
  using tree = fixtureTree(TREE);
  assert.deepEqual(chooseTestFiles(tree.root, { fast: true, named: ['tests/', 'domain/a'] }), [
    'src/domain/a.test.ts',
    'tests/authority/e.test.ts',
  ]);
});

test('what is pure shares a process; what has a place, a server or takes long has one of its own', () => {
  assert.deepEqual(Object.keys(TREE).filter(isPure), ['src/domain/a.ts', 'src/domain/a.test.ts']);
  assert.ok(!isPure('src/domain/a.slow.test.ts') && !isPure('src/gate/inside/a.test.ts'));
});
