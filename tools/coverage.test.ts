import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCoverageFaults, makeCoveragePage, makeLedger } from './coverage.ts';
import { fixtureTree } from './fixture-tree.ts';

const LEDGER = `## 2. Visits
| ID | Requirement | Kind |
|---|---|---|
| CHI-8.4-3 | ten days | core |
| CHI-8.4-4 | weekly | support |
`;

const titles = (...some: string[]) => some.map((title) => `test('${title}', () => {});`).join('\n');

test('IDs in several brackets of a title, in suites and in templates are found', () => {
  using tree = fixtureTree({
    'docs/requirements.md': LEDGER,
    'src/domain/a.test.ts': titles('ten days [CHI-8.4-3] and weekly [CHI-8.4-4, CHI-8.4-3]'),
    'tests/b.test.ts': 'describe(`week ${n} [CHI-8.4-4]`, () => {});',
    'src/domain/c.ts': titles('not a test file [CHI-0-0]'),
  });
  assert.deepEqual(findCoverageFaults(tree.root), {
    faults: [],
    note: '2 of 2 rows of the ledger are named by a test',
  });
});

test('an ID that the ledger does not know is told with file and line', () => {
  using tree = fixtureTree({
    'docs/requirements.md': LEDGER,
    'src/domain/a.test.ts': titles('right [CHI-8.4-3]', 'wrong [CHI-8.4-33]', 'no ID [see below]'),
  });
  assert.deepEqual(findCoverageFaults(tree.root).faults, [
    'src/domain/a.test.ts:2: CHI-8.4-33 does not stand in docs/requirements.md',
  ]);
});

test('the ledger names three files at most and counts the rest', async () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [
      `src/domain/${name}.test.ts`,
      titles('one [CHI-8.4-3]', 'two [CHI-8.4-3]'),
    ]),
  );
  using tree = fixtureTree({ 'docs/requirements.md': LEDGER, ...files });
  assert.deepEqual((await makeLedger(tree.root)).split('\n').slice(3, 5), [
    '| CHI-8.4-3 | ten days | core | domain/a, domain/b, domain/c +1 |',
    '| CHI-8.4-4 | weekly | support | – |',
  ]);
});

test('the page counts rows and core rows by section', async () => {
  using tree = fixtureTree({
    'docs/requirements.md': LEDGER,
    'src/domain/a.slow.test.ts': titles('weekly [CHI-8.4-4]'),
  });
  const page = await makeCoveragePage(tree.root);
  assert.match(page, /\| 2\. Visits \| 2 \| 1 \| 1 \| 0 \|/);
  assert.match(page, /\| \*\*all\*\* \| 2 \| 1 \| 1 \| 0 \|/);
});
