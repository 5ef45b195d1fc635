import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { isTestFile, listFiles } from './source-tree.ts';
import { CLUSTER_SETUP } from './test.ts';
import { tortureReport, type TortureRun } from './torture-report.ts';

const RESULT = 'tests/torture/RESULT.md';

/**
 * `node tools/torture.ts --date 2026-05-01`: runs the tests of tests/torture with 200 rounds each (or what
 * MIMAMORI_ROUNDS says) and writes down what came of it under the given day.
 */
async function torture(root: string, date: string): Promise<boolean> {
  const files = listFiles(root, 'tests/torture').filter(isTestFile);
  if (files.length === 0) throw new Error('There is no test in tests/torture.');
  process.env['MIMAMORI_ROUNDS'] ??= '200';
  const setup = existsSync(join(root, CLUSTER_SETUP)) ? { globalSetupPath: join(root, CLUSTER_SETUP) } : {};
  // One file at a time: each of them wants the whole machine.
  const events = run({ cwd: root, files: files.map((file) => join(root, file)), concurrency: 1, ...setup });
  const tests: TortureRun['tests'][number][] = [];
  const remarks: string[] = [];
  events.on('test:pass', ({ name, nesting, details }) => {
    if (nesting === 0) tests.push({ name, passed: true, seconds: details.duration_ms / 1000 });
  });
  events.on('test:fail', ({ name, nesting, details }) => {
    if (nesting === 0) tests.push({ name, passed: false, seconds: details.duration_ms / 1000 });
  });
  events.on('test:diagnostic', ({ message, file }) => {
    if (file !== undefined) remarks.push(message);
  });
  for await (const line of events.compose(spec)) process.stdout.write(String(line));
  const text = tortureReport({
    date,
    rounds: process.env['MIMAMORI_ROUNDS'],
    node: process.versions.node,
    cores: availableParallelism(),
    tests,
    remarks,
  });
  writeFileSync(join(root, RESULT), text);
  return tests.every((one) => one.passed);
}

if (process.argv[1] === import.meta.filename) {
  const date = process.argv[process.argv.indexOf('--date') + 1] ?? '';
  if (!process.argv.includes('--date') || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    console.error('Say the day of the run: npm run torture -- --date 2026-05-01');
    process.exitCode = 2;
  } else if (!(await torture(process.cwd(), date))) process.exitCode = 1;
}
