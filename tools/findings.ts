/** What a check of the house found: one sentence a fault (none = green), and a line of numbers worth printing. */
export type Findings = { readonly faults: readonly string[]; readonly note?: string };

/** Prints the findings of a check that was started alone and sets the exit code: 0 green, 1 faults. */
export function report(findings: Findings): void {
  if (findings.note) console.log(findings.note);
  for (const fault of findings.faults) console.error(fault);
  if (findings.faults.length > 0) process.exitCode = 1;
}
