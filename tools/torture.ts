import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { isTestFile, listFiles } from './source-tree.ts';
import { CLUSTER_SETUP } from './test.ts';
import { readTortureReport, tortureReport, type Tortured } from './torture-report.ts';

const RESULT = 'tests/torture/RESULT.md';

/**
 * `node tools/torture.ts --date 2026-05-01 [--only mail,month]`: runs the tests of tests/torture with 200 rounds each (or
 * what MIMAMORI_ROUNDS says) and writes down what came of it under the given day. With `--only` it runs the files whose
 * names hold one of the words, and keeps what the others came to before.
 */
async function torture(root: string, date: string, only: readonly string[]): Promise<boolean> {
  const all = listFiles(root, 'tests/torture').filter(isTestFile);
  const files = all.filter((file) => only.length === 0 || only.some((word) => file.includes(word)));
  if (files.length === 0) throw new Error('There is no such test in tests/torture.');
  const rounds = (process.env['MIMAMORI_ROUNDS'] ??= '200');
  const setup = existsSync(join(root, CLUSTER_SETUP)) ? { globalSetupPath: join(root, CLUSTER_SETUP) } : {};
  // One file at a time: each of them wants the whole machine.
  const events = run({ cwd: root, files: files.map((file) => join(root, file)), concurrency: 1, ...setup });
  const found: Tortured[] = [];
  const take = (name: string, passed: boolean, milliseconds: number) =>
    found.push({ name, on: date, rounds, passed, seconds: milliseconds / 1000, remarks: [] });
  events.on('test:pass', ({ name, nesting, details }) => {
    if (nesting === 0) take(name, true, details.duration_ms);
  });
  events.on('test:fail', ({ name, nesting, details }) => {
    if (nesting === 0) take(name, false, details.duration_ms);
  });
  // A remark follows the test that gave it.
  events.on('test:diagnostic', ({ message, file }) => {
    const last = found.at(-1);
    if (file === undefined) return;
    if (last) found[found.length - 1] = { ...last, remarks: [...last.remarks, message] };
  });
  for await (const line of events.compose(spec)) process.stdout.write(String(line));
  const path = join(root, RESULT);
  const before = only.length > 0 && existsSync(path) ? readTortureReport(readFileSync(path, 'utf8')) : [];
  const kept = before.filter((one) => !found.some(({ name }) => name === one.name));
  const machine = { node: process.versions.node, cores: availableParallelism() };
  writeFileSync(path, tortureReport([...kept, ...found], machine));
  return found.every((one) => one.passed);
}

if (process.argv[1] === import.meta.filename) {
  const date = process.argv[process.argv.indexOf('--date') + 1] ?? '';
  const named = process.argv.includes('--only')
    ? process.argv[process.argv.indexOf('--only') + 1]
    : undefined;
  const only = named ? named.split(',') : [];
  if (!process.argv.includes('--date') || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    console.error('Say the day of the run: npm run torture -- --date 2026-05-01');
    process.exitCode = 2;
  } else if (!(await torture(process.cwd(), date, only))) process.exitCode = 1;
}
