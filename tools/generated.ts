import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeAccessTable } from './access-table.ts';
import { makeAuditEvents } from './audit-events.ts';
import { makeBillOfMaterials } from './bill-of-materials.ts';
import { LEDGER, makeCoveragePage, makeLedger } from './coverage.ts';
import { makeFactsPage } from './facts.ts';
import { makeFeatureMap } from './feature-map.ts';
import { report, type Findings } from './findings.ts';
import { makeIncidentsPage } from './incidents.ts';

/** A document that is made, never written by hand. `make` gets the root of the project and gives the whole text. */
export type GeneratedDocument = {
  readonly file: string;
  readonly make: (root: string) => Promise<string>;
};

/** All of them; one more is one more line. `npm run docs` writes them, `npm run check` compares. */
export const GENERATED_DOCUMENTS: readonly GeneratedDocument[] = [
  { file: LEDGER, make: makeLedger },
  { file: 'docs/generated/coverage.md', make: makeCoveragePage },
  { file: 'docs/generated/feature-map.md', make: makeFeatureMap },
  { file: 'docs/generated/bill-of-materials.md', make: makeBillOfMaterials },
  { file: 'docs/generated/access-table.md', make: makeAccessTable },
  { file: 'docs/generated/audit-events.md', make: makeAuditEvents },
  { file: 'docs/generated/facts.md', make: makeFactsPage },
  { file: 'docs/generated/incidents.md', make: (root) => makeIncidentsPage(root) },
];

/** Names each document that is not as it would be made now. */
export async function findStaleDocuments(
  root: string,
  documents: readonly GeneratedDocument[] = GENERATED_DOCUMENTS,
): Promise<Findings> {
  const faults: string[] = [];
  for (const { file, make } of documents) {
    const path = join(root, file);
    const found = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (found !== (await make(root))) faults.push(`${file} is stale: npm run docs`);
  }
  return { faults, note: `${documents.length} documents` };
}

/** Writes them all. */
export async function writeDocuments(
  root: string,
  documents: readonly GeneratedDocument[] = GENERATED_DOCUMENTS,
): Promise<void> {
  for (const { file, make } of documents) {
    const text = await make(root);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) await writeDocuments(process.cwd());
  else report(await findStaleDocuments(process.cwd()));
}
