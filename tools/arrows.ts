import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInside, readArrowsTable, roomOf, type RoomRule } from './arrows-table.ts';
import { report, type Findings } from './findings.ts';
import { importedPath, importsOf, type Import } from './imports.ts';
import { isTestFile, readSources } from './source-tree.ts';

/**
 * Every import of src must stand in the tables of ARCHITECTURE.md. A room may always import itself. Tests may
 * import what they like, but nothing may import a test.
 */
export function findArrowFaults(root: string): Findings {
  const rules = readArrowsTable(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));
  const files = readSources(root, ['src']).filter((file) => !isTestFile(file.path));
  const faults = files.flatMap((file) => {
    const rule = roomOf(file.path, rules);
    if (!rule) return [`${file.path}: no room of ARCHITECTURE.md holds this file`];
    return importsOf(file).flatMap((one) => {
      const reason = refusal(file.path, one, rule, rules);
      return reason ? [`${file.path}:${one.line}: imports ${one.specifier}: ${reason}`] : [];
    });
  });
  return { faults, note: `${files.length} files in ${rules.length} rooms` };
}

function refusal(from: string, one: Import, rule: RoomRule, rules: readonly RoomRule[]): string | undefined {
  const path = importedPath(from, one.specifier);
  if (path === undefined) {
    return mayUsePackage(one.specifier, rule) ? undefined : `${rule.room} may use ${packageWords(rule)}`;
  }
  if (!path.startsWith('src/')) return 'this lies outside src';
  if (isTestFile(path)) return 'only a test may import a test';
  const target = roomOf(path, rules);
  if (!target) return 'no room of ARCHITECTURE.md holds that file';
  if (target.room === rule.room) return undefined;
  const entries = rule.rooms.filter((entry) => isInside(path, entry.room));
  if (rule.allBut) return entries.length === 0 ? undefined : `the row is ${rule.row}`;
  if (entries.some((entry) => !entry.typesOnly || one.typeOnly)) return undefined;
  return `the row is ${rule.row}${entries.length > 0 ? ' (write `import type`)' : ''}`;
}

function mayUsePackage(specifier: string, rule: RoomRule): boolean {
  return rule.packages.some((allowed) => {
    if (allowed === 'any') return true;
    if (allowed === 'node:*') return specifier.startsWith('node:');
    return specifier === allowed || specifier.startsWith(`${allowed}/`);
  });
}

function packageWords(rule: RoomRule): string {
  return rule.packages.length === 0 ? 'no package' : `only ${rule.packages.join(', ')}`;
}

if (process.argv[1] === import.meta.filename) report(findArrowFaults(process.cwd()));
