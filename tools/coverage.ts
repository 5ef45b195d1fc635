import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report, type Findings } from './findings.ts';
import { readLedger, withShownBy, type Requirement } from './requirement-ledger.ts';
import { readClaims, type Claim } from './test-titles.ts';

/** The living copy of the requirements, the only one that the project reads. */
export const LEDGER = 'docs/requirements.md';
const MOST_NAMES = 3;

/** Every ID in a test title must stand in the ledger; a misspelt one would look like a requirement that is shown. */
export function findCoverageFaults(root: string): Findings {
  const requirements = readLedger(readLedgerText(root));
  const known = new Set(requirements.map((requirement) => requirement.id));
  const claims = readClaims(root);
  const shown = new Set(claims.map((claim) => claim.id)).intersection(known);
  return {
    faults: claims
      .filter((claim) => !known.has(claim.id))
      .map((claim) => `${claim.path}:${claim.line}: ${claim.id} does not stand in ${LEDGER}`),
    note: `${shown.size} of ${requirements.length} rows of the ledger are named by a test`,
  };
}

/** The ledger with its last column as the test titles are now. */
export async function makeLedger(root: string): Promise<string> {
  const filesById = groupFiles(readClaims(root));
  return withShownBy(readLedgerText(root), (id) => shorten(filesById.get(id) ?? []));
}

/** How much of each section of the ledger is named by a test, as a page. */
export async function makeCoveragePage(root: string): Promise<string> {
  const filesById = groupFiles(readClaims(root));
  const requirements = readLedger(readLedgerText(root));
  const sections = Map.groupBy(requirements, (requirement) => requirement.section);
  const rows = [...sections].map(([section, rowsOfIt]) => `| ${section} | ${counts(rowsOfIt, filesById)} |`);
  return `# Requirements named by tests

Made by \`npm run docs\` from the titles of the tests; which test shows which row stands in [the ledger](../requirements.md). "Core" rows are the product's own behaviour.

| section | rows | shown | core rows | core shown |
|---|---:|---:|---:|---:|
${rows.join('\n')}
| **all** | ${counts(requirements, filesById)} |
`;
}

function counts(rows: readonly Requirement[], filesById: ReadonlyMap<string, readonly string[]>): string {
  const core = rows.filter((row) => row.kind.includes('core'));
  const shown = (some: readonly Requirement[]) => some.filter((row) => filesById.has(row.id)).length;
  return [rows.length, shown(rows), core.length, shown(core)].join(' | ');
}

/** Test files by ID, each once, in order of path. */
function groupFiles(claims: readonly Claim[]): ReadonlyMap<string, readonly string[]> {
  const claimsById = Map.groupBy(claims, (claim) => claim.id);
  return new Map(
    [...claimsById].map(([id, some]) => [id, [...new Set(some.map((claim) => claim.path))].sort()]),
  );
}

function shorten(paths: readonly string[]): string {
  if (paths.length === 0) return '–';
  const names = paths.map((path) => path.replace(/^src\//, '').replace(/(\.slow|\.part)?\.test\.tsx?$/, ''));
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` +${rest}` : '');
}

function readLedgerText(root: string): string {
  return readFileSync(join(root, LEDGER), 'utf8');
}

if (process.argv[1] === import.meta.filename) report(findCoverageFaults(process.cwd()));
