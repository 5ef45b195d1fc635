import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { findImpurities } from './purity.ts';

function faultsOf(path: string, text: string): readonly string[] {
  using tree = fixtureTree({ [path]: text });
  return findImpurities(tree.root).faults;
}

test('the domain may not mention clock, chance or platform', () => {
  const impure = [
    'export const a = (d: Date) => d;',
    'export const a = Date.parse;',
    'export const a = process.env;',
    'console.log(1);',
    'export const a = fetch("x");',
    'export const a = globalThis;',
    'export const a = new Intl.Collator();',
    'export const a = "b".localeCompare("c");',
    'export const a = Temporal;',
    'setTimeout(() => 1, 1);',
    'export const a = crypto.subtle;',
    'export const a = Math.random();',
  ];
  for (const text of impure) assert.equal(faultsOf('src/domain/a.ts', text).length, 1, text);
});

test('a key of that name, a comment and a test are no use of the platform', () => {
  const pure = `/** Date */ export type A = { process: string }; export const a = (b: A) => ({ process: b.process });`;
  assert.deepEqual(faultsOf('src/domain/a.ts', pure), []);
  assert.deepEqual(faultsOf('src/domain/a.test.ts', 'new Date(); Math.random();'), []);
});

test('clock and chance are read in the start files only', () => {
  const ambient = [
    'export const a = Date.now();',
    'export const a = { now: Date.now };',
    'export const a = new Date();',
    'export const a = Date();',
    'export const a = performance.now();',
    'export const a = Math.random();',
    'export const a = crypto.randomUUID();',
    `import { randomBytes } from 'node:crypto'; export const a = randomBytes(16);`,
  ];
  for (const text of ambient) {
    assert.equal(faultsOf('src/gate/a.ts', text).length, 1, text);
    assert.deepEqual(faultsOf('src/start.ts', text), [], text);
    assert.deepEqual(faultsOf('src/simulation/start.ts', text), [], text);
  }
});

test('outside the domain a date made from a value is allowed', () => {
  assert.deepEqual(faultsOf('src/exchange/a.ts', 'export const a = (ms: number) => new Date(ms);'), []);
});

test('security may make keys, but not read the clock', () => {
  assert.deepEqual(faultsOf('src/security/keys.ts', 'export const a = randomBytes(32);'), []);
  assert.equal(faultsOf('src/security/keys.ts', 'export const a = Date.now();').length, 1);
});
