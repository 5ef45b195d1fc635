import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASVS_ROWS } from './asvs-rows-data.ts';
import { report, type Findings } from './findings.ts';
import { splitRow } from './markdown-table.ts';

const PAGE = 'docs/asvs.md';
const VERDICTS = ['met', 'not-applicable', 'host', 'open'] as const;

/** One row of the checklist as it stands there. */
type Row = {
  readonly line: number;
  readonly id: string;
  readonly level: string;
  readonly verdict: string;
  readonly how: string;
  readonly evidence: readonly string[];
};

/**
 * The checklist has every row of the standard once, with its level, a verdict and a sentence; every file that it names as
 * evidence is there, and what is met names some.
 */
export function findAsvsFaults(root: string, standard: readonly string[] = ASVS_ROWS): Findings {
  const rows = readRows(readFileSync(join(root, PAGE), 'utf8'));
  const levels = new Map(standard.map((row) => [row.split(':')[0] ?? '', row.split(':')[1] ?? '']));
  const faults = rows.flatMap((row, at) =>
    faultsOf(row, levels, root)
      .concat(rows.findIndex(({ id }) => id === row.id) < at ? ['stands there twice'] : [])
      .map((fault) => `${PAGE}:${row.line}: ${row.id} ${fault}`),
  );
  const there = new Set(rows.map(({ id }) => id));
  const missing = [...levels.keys()].filter((id) => !there.has(id)).map((id) => `${PAGE}: ${id} is missing`);
  return { faults: [...faults, ...missing], note: countsOf(rows) };
}

function faultsOf(row: Row, levels: ReadonlyMap<string, string>, root: string): readonly string[] {
  const { id, level, verdict, how, evidence } = row;
  if (!levels.has(id)) return ['is no row of the standard'];
  const faults: string[] = [];
  if (levels.get(id) !== level) faults.push(`is of level ${levels.get(id)}`);
  if (!VERDICTS.some((one) => one === verdict)) faults.push(`has no verdict of ${VERDICTS.join(', ')}`);
  if (how === '') faults.push('does not say how');
  if (verdict === 'met' && evidence.length === 0) faults.push('is met without evidence');
  for (const path of evidence)
    if (!existsSync(join(root, path))) faults.push(`names ${path}, which is not there`);
  return faults;
}

function readRows(page: string): readonly Row[] {
  return page.split('\n').flatMap((text, at) => {
    if (!/^\| V\d/.test(text)) return [];
    const [id = '', level = '', verdict = '', how = '', evidence = ''] = splitRow(text);
    const paths = [...evidence.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    return [{ line: at + 1, id, level, verdict, how, evidence: paths }];
  });
}

/** `345 rows; met 200 (L1 60, L2 100, L3 40); …` */
function countsOf(rows: readonly Row[]): string {
  const parts = VERDICTS.map((verdict) => {
    const some = rows.filter((row) => row.verdict === verdict);
    const byLevel = ['1', '2', '3'].map(
      (level) => `L${level} ${some.filter((row) => row.level === level).length}`,
    );
    return `${verdict} ${some.length} (${byLevel.join(', ')})`;
  });
  return `${rows.length} rows; ${parts.join('; ')}`;
}

if (process.argv[1] === import.meta.filename) report(findAsvsFaults(process.cwd()));
