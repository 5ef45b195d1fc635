import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runChild, type Ended } from './child.ts';
import { chooseTestFiles, isPure, TOGETHER, type TestChoice } from './test-files.ts';

/** Starts what all test files share (one PostgreSQL cluster) before the first of them and stops it after the last. */
export const CLUSTER_SETUP = 'tests/support/cluster-setup.ts';
/** Runs the tests of what is pure in one process. */
const ONE_PROCESS = join(import.meta.dirname, 'one-process.ts');
/** Tests may load faces. */
const MARKUP = 'src/tsx.ts';
/** More files at a time than this only wait for the one cluster. */
const MOST_AT_A_TIME = 8;

/** Runs the chosen tests under node:test; its own summary comes last. No file to run is a failure. */
export async function runTests(
  root: string,
  choice: TestChoice,
  options: { readonly capture?: boolean } = {},
): Promise<Ended> {
  const files = chooseTestFiles(root, choice);
  if (files.length === 0) return { code: 1, output: 'No test file fits.\n' };
  const setup = existsSync(join(root, CLUSTER_SETUP)) ? [`--test-global-setup=${CLUSTER_SETUP}`] : [];
  const concurrency = `--test-concurrency=${Math.min(availableParallelism(), MOST_AT_A_TIME)}`;
  const markup = existsSync(join(root, MARKUP)) ? [`--import=./${MARKUP}`] : [];
  const [together, apart] = [files.filter(isPure), files.filter((path) => !isPure(path))];
  const started = [...(together.length > 0 ? [ONE_PROCESS] : []), ...apart];
  const args = ['--test', '--test-reporter=spec', ...markup, concurrency, ...setup, ...started];
  return runChild(root, process.execPath, args, {
    ...options,
    env: { NODE_COMPILE_CACHE: join(root, '.cache/compile'), [TOGETHER]: together.join(',') },
  });
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2);
  const named = args.filter((arg) => !arg.startsWith('--'));
  const { code, output } = await runTests(process.cwd(), { fast: args.includes('--fast'), named });
  process.stdout.write(output);
  process.exitCode = code;
}
