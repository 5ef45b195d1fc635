import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runSteps, STEPS } from './check.ts';

const ROOT = join(import.meta.dirname, '..');

/** The lint that knows types wants more memory than a clean clone may have: it is for the check before a commit. */
const NOT_HERE = ['lint', 'fast tests'];

for (const step of STEPS.filter(({ name }) => !NOT_HERE.includes(name))) {
  test(`the house keeps its own rules: ${step.name}`, async () => {
    const said: string[] = [];
    assert.ok(await runSteps(ROOT, [step], (line) => said.push(line)), said.join('\n'));
  });
}
