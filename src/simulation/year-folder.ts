import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterToTry } from './letters-to-try.ts';
import type { YearSummary } from './year/summary.ts';

/** Stands in the folder until the year is whole. */
const MARK = 'unfinished';
const CODES = 'codes-to-try.json';
const MADE = [
  MARK,
  'lists',
  'letters',
  'reports',
  'invoices',
  'papers',
  'data',
  'journal.ndjson',
  'summary.json',
  CODES,
];

/** What lies in a folder: nothing, a year, one that was broken off, or something of somebody else's. */
export async function readYear(dir: string): Promise<YearSummary | 'nothing' | 'unfinished' | 'other'> {
  const names = await readdir(dir).catch((): string[] => []);
  if (names.length === 0) return 'nothing';
  if (names.includes(MARK)) return 'unfinished';
  if (!names.includes('summary.json')) return 'other';
  const summary: YearSummary = JSON.parse(await readFile(join(dir, 'summary.json'), 'utf8'));
  return summary;
}

export async function beginYear(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o711 });
  await writeFile(join(dir, MARK), '');
}

export async function endYear(dir: string): Promise<void> {
  await rm(join(dir, MARK));
}

/** Codes on paper that does not exist, of women who do not: only so may they stand in a file. */
export async function writeLettersToTry(dir: string, letters: readonly LetterToTry[]): Promise<void> {
  await writeFile(join(dir, CODES), `${JSON.stringify(letters, null, 2)}\n`, { mode: 0o600 });
}

export async function readLettersToTry(dir: string): Promise<readonly LetterToTry[]> {
  return JSON.parse(await readFile(join(dir, CODES), 'utf8'));
}

/** Takes away what a broken off year left; nothing else in the folder is touched. */
export async function clearYear(dir: string): Promise<void> {
  for (const name of MADE) await rm(join(dir, name), { recursive: true, force: true });
}
