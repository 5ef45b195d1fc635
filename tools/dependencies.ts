import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report, type Findings } from './findings.ts';
import { readTable } from './markdown-table.ts';

const RECORD = 'docs/decisions/0003-dependencies.md';
const HEADER = ['package', 'why', 'who keeps it', 'what replaces it'];

/** Every direct dependency stands in the record with its reasons, at an exact version, and the record names no other. */
export function findDependencyFaults(root: string): Findings {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<
    Record<string, Readonly<Record<string, string>> | undefined>
  >;
  const versions = Object.entries({
    ...manifest['dependencies'],
    ...manifest['devDependencies'],
    ...manifest['optionalDependencies'],
  });
  const rows = readTable(readFileSync(join(root, RECORD), 'utf8'), HEADER);
  const recorded = new Set(rows.flatMap(({ cells }) => namesIn(cells[0] ?? '')));
  const names = new Set(versions.map(([name]) => name));
  return {
    faults: [
      ...[...names.difference(recorded)].map((name) => `${name} does not stand in ${RECORD}`),
      ...[...recorded.difference(names)].map(
        (name) => `${RECORD} names ${name}, which package.json does not`,
      ),
      ...versions
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${name} ${version} is not an exact version`),
      ...rows
        .filter(({ cells }) => cells.length !== HEADER.length || cells.includes(''))
        .map(({ cells }) => `${RECORD}: a cell of ${cells[0]} is empty`),
    ],
    note: `${names.size} direct dependencies`,
  };
}

/** A cell may name several packages that are one thing, such as one binary for each platform. */
function namesIn(cell: string): readonly string[] {
  return cell.split(',').map((name) => name.replaceAll('`', '').trim());
}

if (process.argv[1] === import.meta.filename) report(findDependencyFaults(process.cwd()));
