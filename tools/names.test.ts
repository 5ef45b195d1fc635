import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { findNameFaults } from './names.ts';

function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  using tree = fixtureTree(files);
  return findNameFaults(tree.root).faults;
}

test('a feature word in kebab-case passes', () => {
  const faults = faultsOf({
    'src/domain/civil-date.ts': 'export const a = 1;',
    'src/domain/civil-date.slow.test.ts': `import './civil-date.ts';`,
    'src/domain/facts.ts': `import type { A } from './a.ts'; export type Fact = A;`,
  });
  assert.deepEqual(faults, []);
});

test('names that say nothing or are written otherwise are refused', () => {
  const text = 'export const a = 1;';
  const faults = faultsOf({
    'src/domain/civilDate.ts': text,
    'src/My_Room/a.ts': text,
    'src/domain/index.ts': text,
    'tools/string-utils.ts': text,
    'tests/a.spec.ts': text,
  });
  assert.deepEqual(faults, [
    'src/My_Room/a.ts: My_Room is not kebab-case',
    'src/domain/civilDate.ts: civilDate is not kebab-case',
    'src/domain/index.ts: the word "index" says nothing, name the feature',
    'tools/string-utils.ts: the word "utils" says nothing, name the feature',
    'tests/a.spec.ts: .spec.ts is no kind of file here',
  ]);
});

test('barrels and default exports are refused', () => {
  const faults = faultsOf({
    'src/a.ts': `export * from './b.ts';\nexport { c } from './c.ts';`,
    'src/b.ts': `import { c } from './c.ts';\nexport { c };`,
    'src/c.ts': `\nexport default function visit() {}`,
    'src/d.ts': `const d = 1;\nexport { d as default };`,
  });
  assert.deepEqual(faults, [
    'src/a.ts: only passes on other files, import those',
    'src/b.ts: only passes on other files, import those',
    'src/c.ts:2: default export, give it a name',
    'src/d.ts:2: default export, give it a name',
  ]);
});
