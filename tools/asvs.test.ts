import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASVS_ROWS } from './asvs-rows-data.ts';
import { findAsvsFaults } from './asvs.ts';
import { fixtureTree } from './fixture-tree.ts';

const STANDARD = ['V1.1.1:2', 'V1.1.2:1', 'V2.1.1:3'];

function page(...rows: readonly string[]) {
  return fixtureTree({ 'docs/asvs.md': `# x\n\n| row |\n|---|\n${rows.join('\n')}\n`, 'a.test.ts': '' });
}

test('the standard has 345 rows, each once, of three levels', () => {
  assert.equal(ASVS_ROWS.length, 345);
  assert.equal(new Set(ASVS_ROWS.map((row) => row.split(':')[0])).size, 345);
  for (const row of ASVS_ROWS) assert.match(row, /^V\d{1,2}\.\d{1,2}\.\d{1,2}:[123]$/);
});

test('a page with every row, its level, a verdict and what shows it passes and is counted', () => {
  using tree = page(
    '| V1.1.1 | 2 | met | So. | `a.test.ts` |',
    '| V1.1.2 | 1 | open | Why. | |',
    '| V2.1.1 | 3 | not-applicable | None. | |',
  );
  assert.deepEqual(findAsvsFaults(tree.root, STANDARD), {
    faults: [],
    note: '3 rows; met 1 (L1 0, L2 1, L3 0); not-applicable 1 (L1 0, L2 0, L3 1); host 0 (L1 0, L2 0, L3 0); open 1 (L1 1, L2 0, L3 0)',
  });
});

test('a missing row, another level, a lost file, no evidence, no verdict and a row twice are found', () => {
  using tree = page(
    '| V1.1.1 | 1 | met | So. | `b.test.ts` |',
    '| V1.1.2 | 1 | met | So. | |',
    '| V1.1.2 | 1 | maybe | | |',
    '| V9.9.9 | 1 | open | Why. | |',
  );
  assert.deepEqual(findAsvsFaults(tree.root, STANDARD).faults, [
    'docs/asvs.md:5: V1.1.1 is of level 2',
    'docs/asvs.md:5: V1.1.1 names b.test.ts, which is not there',
    'docs/asvs.md:6: V1.1.2 is met without evidence',
    'docs/asvs.md:7: V1.1.2 has no verdict of met, not-applicable, host, open',
    'docs/asvs.md:7: V1.1.2 does not say how',
    'docs/asvs.md:7: V1.1.2 stands there twice',
    'docs/asvs.md:8: V9.9.9 is no row of the standard',
    'docs/asvs.md: V2.1.1 is missing',
  ]);
});
