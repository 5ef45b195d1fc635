import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { runTests } from './test.ts';

const passing = `import { test } from 'node:test'; test('a sentence', () => {});`;

test('a run that passes ends with the summary of node:test', async () => {
  using tree = fixtureTree({ 'src/a.test.ts': passing, 'tests/torture/b.test.ts': 'throw new Error();' });
  const { code, output } = await runTests(tree.root, { fast: false, named: [] }, { capture: true });
  assert.equal(code, 0, output);
  assert.match(output, /✔ a sentence/);
  assert.match(output, /ℹ tests 1\n[\s\S]*ℹ duration_ms [\d.]+\s*$/);
});

test('one failing test fails the run', async () => {
  using tree = fixtureTree({
    'src/a.test.ts': passing,
    'src/b.test.ts': `import { test } from 'node:test'; test('wrong', () => { throw new Error('x'); });`,
  });
  const { code, output } = await runTests(tree.root, { fast: true, named: [] }, { capture: true });
  assert.equal(code, 1);
  assert.match(output, /ℹ fail 1/);
});

test('pure files run in one process, and one that cannot be loaded fails for itself alone', async () => {
  using tree = fixtureTree({
    'src/domain/a.test.ts': `import { test } from 'node:test'; test('process ' + process.pid, () => {});`,
    'src/domain/b.test.ts': `throw new Error('cannot be loaded');`,
    'src/domain/c.test.ts': `import { test } from 'node:test'; test('process ' + process.pid, () => {});`,
    'src/store/d.test.ts': `import { test } from 'node:test'; test('process ' + process.pid, () => {});`,
  });
  const { code, output } = await runTests(tree.root, { fast: false, named: [] }, { capture: true });
  assert.equal(code, 1);
  assert.match(output, /ℹ pass 3[\s\S]*ℹ fail 1/);
  assert.match(output, /✖ src\/domain\/b\.test\.ts can be loaded/);
  const processes = [...output.matchAll(/✔ process (\d+)/g)].map(([, pid]) => pid);
  assert.deepEqual([processes.length, new Set(processes).size], [3, 2]);
});

test('the shared setup runs once before the files when it is there', async () => {
  using tree = fixtureTree({
    'tests/support/cluster-setup.ts': `export function globalSetup() { process.env.SHARED = 'cluster'; }`,
    'src/a.test.ts': `import { test } from 'node:test'; test('it is there', () => { if (process.env.SHARED !== 'cluster') throw new Error(); });`,
  });
  const { code, output } = await runTests(tree.root, { fast: false, named: [] }, { capture: true });
  assert.equal(code, 0, output);
});

test('no test file that fits is a failure, not a green run', async () => {
  using tree = fixtureTree({ 'src/a.test.ts': passing });
  assert.equal((await runTests(tree.root, { fast: false, named: ['no-such-name'] })).code, 1);
});
