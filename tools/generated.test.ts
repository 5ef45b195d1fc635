import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { findStaleDocuments, writeDocuments } from './generated.ts';

const documents = [
  { file: 'docs/generated/a.md', make: async () => 'a\n' },
  { file: 'docs/generated/b.md', make: async () => 'b\n' },
];

test('a missing and a changed document are stale until they are written', async () => {
  using tree = fixtureTree({ 'docs/generated/a.md': 'a\n', 'docs/generated/b.md': 'old\n' });
  assert.deepEqual((await findStaleDocuments(tree.root, documents)).faults, [
    'docs/generated/b.md is stale: npm run docs',
  ]);
  await writeDocuments(tree.root, documents);
  assert.deepEqual((await findStaleDocuments(tree.root, documents)).faults, []);

  using empty = fixtureTree({});
  assert.equal((await findStaleDocuments(empty.root, documents)).faults.length, 2);
});
