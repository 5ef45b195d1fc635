import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findArrowFaults } from './arrows.ts';
import { fixtureTree } from './fixture-tree.ts';

const ARCHITECTURE = `# Rooms

| room | may import |
|---|---|
| domain | nothing |
| store | domain |
| gate | domain, store |
| visit | domain, gate types |
| portal | gate/outside |
| start.ts | everything but visit |

| room | packages |
|---|---|
| domain, portal, visit | none |
| store | \`pg\`, \`node:fs\` |
| gate | \`node:*\` |
| start.ts | any |
`;

function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  using tree = fixtureTree({ 'ARCHITECTURE.md': ARCHITECTURE, ...files });
  return findArrowFaults(tree.root).faults;
}

test('imports that stand in the tables pass', () => {
  const faults = faultsOf({
    'src/domain/age.ts': `import { day } from './day.ts';`,
    'src/store/journal.ts': `import { age } from '../domain/age.ts'; import { Pool } from 'pg'; import { open } from 'node:fs/promises';`,
    'src/gate/outside/form.ts': `import { crypto } from 'node:crypto';`,
    'src/portal/page.ts': `import { form } from '../gate/outside/form.ts';`,
    'src/visit/today.ts': `import type { Form } from '../gate/outside/form.ts';`,
    'src/start.ts': `import { journal } from './store/journal.ts'; import zip from 'zip';`,
  });
  assert.deepEqual(faults, []);
});

test('an import against the arrows names file, line, import and row', () => {
  const faults = faultsOf({ 'src/domain/age.ts': `\nimport { journal } from '../store/journal.ts';` });
  assert.deepEqual(faults, [
    'src/domain/age.ts:2: imports ../store/journal.ts: the row is | domain | nothing |',
  ]);
});

test('dynamic imports, re-exports and types count as imports', () => {
  const faults = faultsOf({
    'src/domain/a.ts': `export const load = () => import('../store/journal.ts');`,
    'src/domain/b.ts': `export * from '../store/journal.ts';`,
    'src/domain/c.ts': `export type J = import('../store/journal.ts').Journal;`,
    'src/domain/d.ts': `export const load = (name: string) => import(name);`,
  });
  assert.equal(faults.length, 4);
});

test('a room open for types is closed for values, also when the value import loads types only', () => {
  const faults = faultsOf({
    'src/visit/a.ts': `import { execute } from '../gate/execute.ts';`,
    'src/visit/b.ts': `import { type Command } from '../gate/execute.ts';`,
  });
  assert.equal(faults.length, 2);
  assert.match(faults[0] ?? '', /write `import type`/);
});

test('a part of a room does not open the rest of it', () => {
  assert.equal(
    faultsOf({ 'src/portal/page.ts': `import { vault } from '../gate/inside/vault.ts';` }).length,
    1,
  );
});

test('packages and node modules outside the row are refused', () => {
  const faults = faultsOf({
    'src/domain/a.ts': `import { readFileSync } from 'node:fs';`,
    'src/store/b.ts': `import pgPool from 'pg-pool';`,
    'src/gate/c.ts': `import { z } from 'zod';`,
  });
  assert.deepEqual(faults, [
    'src/domain/a.ts:1: imports node:fs: domain may use no package',
    'src/gate/c.ts:1: imports zod: gate may use only node:*',
    'src/store/b.ts:1: imports pg-pool: store may use only pg, node:fs',
  ]);
});

test('nobody imports the start file, a test, or what lies outside src', () => {
  const faults = faultsOf({
    'src/gate/a.ts': `import { clock } from '../start.ts';`,
    'src/gate/b.ts': `import { cases } from './c.test.ts';`,
    'src/gate/c.test.ts': `import { anything } from '../start.ts';`,
    'src/gate/d.ts': `import { walk } from '../../tools/syntax.ts';`,
    'src/start.ts': `import { today } from './visit/today.ts';`,
  });
  assert.equal(faults.length, 4);
});

test('a file in no room is a fault', () => {
  assert.deepEqual(faultsOf({ 'src/loft/box.ts': '' }), [
    'src/loft/box.ts: no room of ARCHITECTURE.md holds this file',
  ]);
});
