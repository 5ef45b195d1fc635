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

const FROM_DOMAIN = `import { parseDate, readName as read } from '../domain/date.ts';`;

test('a result that is used, given back or handed on passes', () => {
  using tree = fixtureTree({
    ...DOMAIN,
    'src/gate/a.ts': `${FROM_DOMAIN}
      const one = parseDate('x');
      if (!parseDate('x').ok) today();
      const late = () => read('x');
      async function two() { return await execute([]); }`,
  });
  assert.deepEqual(findDroppedResults(tree.root).faults, []);
});

test('another function of the same name may be called as it likes', () => {
  using tree = fixtureTree({
    ...DOMAIN,
    'src/exchange/a.ts': `import { ask } from './draft.ts';\nask('x');`,
    'src/exchange/b.ts': `function parseDate() {}\nparseDate();`,
  });
  assert.deepEqual(findDroppedResults(tree.root).faults, []);
});

test('a statement that drops a result of the domain or of the gate is refused', () => {
  using tree = fixtureTree({
    ...DOMAIN,
    'src/gate/a.ts': `${FROM_DOMAIN}\nparseDate('x');\nread('x');\nvoid parseDate('x');`,
    'src/place/b.ts': `import { ask as question } from '../gate/ask.ts';\nawait question({});`,
    'tests/c.ts': `await gate.execute([]);\nawait gate?.ask({});\nconst f = async ({ ask }) => { await ask({}); };`,
  });
  assert.deepEqual(findDroppedResults(tree.root).faults, [
    'src/gate/a.ts:2: the result of parseDate() is dropped',
    'src/gate/a.ts:3: the result of readName() is dropped',
    'src/gate/a.ts:4: the result of parseDate() is dropped',
    'src/place/b.ts:2: the result of ask() is dropped',
    'tests/c.ts:1: the result of execute() is dropped',
    'tests/c.ts:2: the result of ask() is dropped',
    'tests/c.ts:3: the result of ask() is dropped',
  ]);
});
