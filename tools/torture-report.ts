/** What one test of tests/torture came to. `remarks` are the diagnostics that it gave, such as counts of kills. */
export type Tortured = {
  readonly name: string;
  /** YYYY-MM-DD, as told on the command line. */
  readonly on: string;
  readonly rounds: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly remarks: readonly string[];
};

/** The machine of the last run. */
type Machine = { readonly node: string; readonly cores: number };

/** The results as a page, one row a test; it names no machine and no path. */
export function tortureReport(tests: readonly Tortured[], { node, cores }: Machine): string {
  const failed = tests.filter((one) => !one.passed).length;
  const rows = tests.map(({ name, on, rounds, passed, seconds, remarks }) =>
    row([name, on, rounds, passed ? 'passed' : 'FAILED', seconds.toFixed(1), remarks.join('; ')]),
  );
  return `# Torture

Made by \`npm run torture\`, last on ${cores} cores with Node.js ${node}. ${tests.length} tests, ${failed} failed.

| test | day | rounds a kind | result | seconds | what it counted |
|---|---|--:|---|--:|---|
${rows.join('\n')}
`;
}

/** The rows of a page made before, so that a run of some tests keeps what the others came to. */
export function readTortureReport(page: string): readonly Tortured[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    const [, name, on, rounds, result, seconds, remarks] = cells;
    if (name === undefined || !on || !/^\d{4}-\d{2}-\d{2}$/.test(on)) return [];
    return [
      {
        name,
        on,
        rounds: rounds ?? '',
        passed: result === 'passed',
        seconds: Number(seconds),
        remarks: remarks ? remarks.split('; ') : [],
      },
    ];
  });
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
