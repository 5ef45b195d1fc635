import { isTestFile, listFiles } from './source-tree.ts';

/** Which tests to run. `fast` leaves out what starts browsers or takes long; `named` keeps paths that hold one of these. */
export type TestChoice = { readonly fast: boolean; readonly named: readonly string[] };

const SLOW = [/\.slow\.test\.tsx?$/, /^tests\/journeys\//];
/** Started by their own programs, `npm run bench` and `npm run torture`; or loaded by a test whose town they share. */
const APART = [/^tests\/bench\//, /^tests\/torture\//, /\.part\.test\.tsx?$/];

/**
 * Tests of what is pure: no files, no processes, no place, no state that one file could leave to the next. They run in
 * one process; that of each of the others costs more than all tests in most of these.
 */
const PURE = [/^src\/domain\//, /^src\/programmes\//];

/** Tells the one process in its environment which files it runs: paths from the root, with commas between them. */
export const TOGETHER = 'MIMAMORI_TEST_TOGETHER';

/** Whether the file may run in one process with others of its kind. */
export function isPure(path: string): boolean {
  return PURE.some((pattern) => pattern.test(path)) && !SLOW.some((pattern) => pattern.test(path));
}

/** Paths of the test files from the root of the project. */
export function chooseTestFiles(root: string, choice: TestChoice): readonly string[] {
  const left = choice.fast ? [...APART, ...SLOW] : APART;
  return ['src', 'tools', 'tests']
    .flatMap((folder) => listFiles(root, folder))
    .filter((path) => isTestFile(path) && !left.some((pattern) => pattern.test(path)))
    .filter((path) => choice.named.length === 0 || choice.named.some((name) => path.includes(name)));
}
