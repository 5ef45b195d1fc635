import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { findDroppedResults } from './results.ts';

const DOMAIN = {
  'src/domain/date.ts': `
    export function parseDate(text: string): Result<string, 'wrong'> { return ok(text); }
    export const readName = (text: string): Result<string, 'wrong'> => ok(text);
    export function today(): string { return ''; }`,
};

test('a result that is used, given back or handed on passes', () => {
  using tree = fixtureTree({
    ...DOMAIN,
    'src/gate/a.ts': `
      const one = parseDate('x');
      if (!parseDate('x').ok) today();
      const late = () => parseDate('x');
      async function two() { return await execute([]); }`,
  });
  assert.deepEqual(findDroppedResults(tree.root).faults, []);
});

test('a statement that drops a result of the domain or of the gate is refused', () => {
  using tree = fixtureTree({
    ...DOMAIN,
    'src/gate/a.ts': `parseDate('x');\nreadName('x');\nvoid parseDate('x');`,
    'tests/b.ts': `await gate.execute([]);\nawait gate?.ask({});\nawait ask({});`,
  });
  assert.deepEqual(findDroppedResults(tree.root).faults, [
    'src/gate/a.ts:1: the result of parseDate() is dropped',
    'src/gate/a.ts:2: the result of readName() is dropped',
    'src/gate/a.ts:3: the result of parseDate() is dropped',
    'tests/b.ts:1: the result of execute() is dropped',
    'tests/b.ts:2: the result of ask() is dropped',
    'tests/b.ts:3: the result of ask() is dropped',
  ]);
});
