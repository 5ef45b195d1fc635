import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runSteps, STEPS } from './check.ts';

const ROOT = join(import.meta.dirname, '..');

// The tests themselves are the last step of a check.
for (const step of STEPS.filter(({ name }) => name !== 'fast tests')) {
  test(`the house keeps its own rules: ${step.name}`, async () => {
    const said: string[] = [];
    assert.ok(await runSteps(ROOT, [step], (line) => said.push(line)), said.join('\n'));
  });
}
