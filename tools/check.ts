import { performance } from 'node:perf_hooks';
import { findArrowFaults } from './arrows.ts';
import { findAsvsFaults } from './asvs.ts';
import { findLicenceFaults } from './bill-of-materials.ts';
import { runChild, type Ended } from './child.ts';
import { findCoverageFaults } from './coverage.ts';
import { findCycles } from './cycles.ts';
import { findDecisionFaults } from './decisions.ts';
import { findDependencyFaults } from './dependencies.ts';
import type { Findings } from './findings.ts';
import { findStaleDocuments } from './generated.ts';
import { findIncidentFaults } from './incidents.ts';
import { findNameFaults } from './names.ts';
import { findProgrammeNames } from './programme-names.ts';
import { findImpurities } from './purity.ts';
import { findDroppedResults } from './results.ts';
import { findSizeFaults } from './sizes.ts';
import { runTests } from './test.ts';

/** One thing that must be right before a commit. A step that throws has failed. */
export type CheckStep = {
  readonly name: string;
  readonly run: (root: string) => Findings | Promise<Findings>;
};

/** All of them, in the order in which they are quickest to tell what is wrong. */
export const STEPS: readonly CheckStep[] = [
  { name: 'format', run: (root) => program(root, 'oxfmt', '--check') },
  {
    name: 'lint',
    run: (root) =>
      program(root, 'oxlint', '--type-aware', '--deny-warnings', '--format=unix', 'src', 'tools', 'tests'),
  },
  { name: 'types', run: (root) => program(root, 'tsc') },
  { name: 'types of the browser', run: (root) => program(root, 'tsc', '-p', 'src/apps/kit/live') },
  { name: 'arrows', run: findArrowFaults },
  { name: 'cycles', run: findCycles },
  { name: 'names', run: findNameFaults },
  { name: 'programme names', run: findProgrammeNames },
  { name: 'purity', run: findImpurities },
  { name: 'results', run: findDroppedResults },
  { name: 'sizes', run: findSizeFaults },
  { name: 'decisions', run: findDecisionFaults },
  { name: 'asvs', run: (root) => findAsvsFaults(root) },
  { name: 'dependencies', run: findDependencyFaults },
  { name: 'licences', run: findLicenceFaults },
  { name: 'coverage', run: findCoverageFaults },
  { name: 'incidents', run: (root) => findIncidentFaults(root) },
  { name: 'generated', run: (root) => findStaleDocuments(root) },
  {
    name: 'fast tests',
    run: async (root) => lastWords(await runTests(root, { fast: true, named: [] }, { capture: true })),
  },
];

/** Runs all steps, also after one failed; one line a step, the faults below it. True when all are green. */
export async function runSteps(
  root: string,
  steps: readonly CheckStep[],
  print: (line: string) => void,
): Promise<boolean> {
  let green = true;
  for (const step of steps) {
    const start = performance.now();
    const { faults, note } = await findings(step, root);
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    const result = faults.length === 0 ? 'ok    ' : 'FAILED';
    print(`${result} ${seconds} s  ${step.name.padEnd(16)}${note ?? ''}`.trimEnd());
    for (const fault of faults) print(`       ${fault.replaceAll('\n', '\n       ')}`);
    if (faults.length > 0) green = false;
  }
  return green;
}

async function findings(step: CheckStep, root: string): Promise<Findings> {
  try {
    return await step.run(root);
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

async function program(root: string, command: string, ...args: string[]): Promise<Findings> {
  const { code, output } = await runChild(root, command, args, { capture: true });
  return { faults: code === 0 ? [] : [output.trimEnd()] };
}

/** Of a test run: the numbers when green, else from the list of failing tests on. */
function lastWords({ code, output }: Ended): Findings {
  const numbers = [...output.matchAll(/^ℹ (tests|fail) (\d+)$/gm)].map(
    ([, word, count]) => `${word} ${count}`,
  );
  if (code === 0) return { faults: [], note: numbers.join(', ') };
  const failing = output.lastIndexOf('✖ failing tests:');
  return { faults: [failing === -1 ? output.slice(-4000) : output.slice(failing)], note: numbers.join(', ') };
}

// `npm run check -- arrows purity` runs only these steps.
if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  const steps = STEPS.filter((step) => names.length === 0 || names.includes(step.name));
  if (unknown.length > 0) {
    console.error(
      `There is no step ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}`,
    );
    process.exitCode = 2;
  } else if (!(await runSteps(process.cwd(), steps, console.log))) process.exitCode = 1;
}
