/** What came of a run of tests/torture. `remarks` are the diagnostics that the tests gave, such as counts of kills. */
export type TortureRun = {
  readonly date: string;
  readonly rounds: string;
  readonly node: string;
  readonly cores: number;
  readonly tests: readonly { readonly name: string; readonly passed: boolean; readonly seconds: number }[];
  readonly remarks: readonly string[];
};

/** The run as a page; it names no machine and no path. */
export function tortureReport(run: TortureRun): string {
  const failed = run.tests.filter((one) => !one.passed).length;
  const rows = run.tests.map(
    (one) =>
      `| ${one.name.replaceAll('|', '\\|')} | ${one.passed ? 'passed' : 'FAILED'} | ${one.seconds.toFixed(1)} |`,
  );
  const remarks = run.remarks.map((remark) => `- ${remark}`);
  return `# Torture, ${run.date}

Made by \`npm run torture\`: ${run.rounds} rounds a kind, ${run.cores} cores, Node.js ${run.node}. ${run.tests.length} tests, ${failed} failed.

| test | result | seconds |
|---|---|---:|
${rows.join('\n')}
${remarks.length > 0 ? `\n${remarks.join('\n')}\n` : ''}`;
}
