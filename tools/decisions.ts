import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { report, type Findings } from './findings.ts';
import { listFiles } from './source-tree.ts';

const HEADINGS = ['## Context', '## Decision', '## Consequences'];

/** Decision records are numbered without a gap, and each says why, what, and what follows. */
export function findDecisionFaults(root: string): Findings {
  const files = listFiles(root, 'docs/decisions');
  const faults = files.flatMap((file, at) => {
    const number = String(at + 1).padStart(4, '0');
    const name = basename(file);
    if (!/^\d{4}-[a-z0-9-]+\.md$/.test(name)) return [`${file}: a record is named NNNN-some-words.md`];
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    const missing = HEADINGS.filter((heading) => !lines.includes(heading));
    const wrongNumber = name.startsWith(number) ? [] : [`${file}: the next number is ${number}`];
    return [...wrongNumber, ...missing.map((heading) => `${file}: no heading "${heading}"`)];
  });
  return { faults, note: `${files.length} records` };
}

if (process.argv[1] === import.meta.filename) report(findDecisionFaults(process.cwd()));
