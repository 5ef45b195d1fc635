import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDecisionFaults } from './decisions.ts';
import { fixtureTree } from './fixture-tree.ts';

const RECORD = '# 1 One\n\n## Context\n\n## Decision\n\n## Consequences\n';

test('numbers without a gap and three headings pass', () => {
  using tree = fixtureTree({ 'docs/decisions/0001-one.md': RECORD, 'docs/decisions/0002-two.md': RECORD });
  assert.deepEqual(findDecisionFaults(tree.root), { faults: [], note: '2 records' });
});

test('a gap, a number used twice, a missing heading and another name are refused', () => {
  using tree = fixtureTree({
    'docs/decisions/0001-one.md': RECORD,
    'docs/decisions/0001-two.md': RECORD,
    'docs/decisions/0003-three.md': RECORD.replace('## Consequences', '## Later'),
    'docs/decisions/notes.md': RECORD,
  });
  assert.deepEqual(findDecisionFaults(tree.root).faults, [
    'docs/decisions/0001-two.md: the next number is 0002',
    'docs/decisions/0003-three.md: no heading "## Consequences"',
    'docs/decisions/notes.md: a record is named NNNN-some-words.md',
  ]);
});
