import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { isTestFile, readSources } from '../../tools/source-tree.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const page = await readFile(`${ROOT}docs/threats.md`, 'utf8');

type Line = { readonly no: string; readonly cells: readonly string[]; readonly tests: readonly string[] };

const lines: readonly Line[] = page.split('\n').flatMap((text) => {
  const [no = '', ...cells] = text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  if (!/^THREAT-\d\d$/.test(no)) return [];
  return [
    { no, cells, tests: [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path) },
  ];
});

/** Titles of tests that name a threat, by file. */
const named = new Map(
  readSources(ROOT, ['src', 'tests'])
    .filter(({ path }) => isTestFile(path))
    .map(({ path, text }) => {
      const titles = [...text.matchAll(/\btest\(\s*(['"`])(.*?)\1,/gs)].map(([, , title = '']) => title);
      return [path, new Set(titles.flatMap((title) => title.match(/THREAT-\d\d/g) ?? []))] as const;
    }),
);

test('every attacker has one line with a number of its own, what he gets, and what he does not get [SEC-1-2]', () => {
  assert.ok(lines.length > 45);
  assert.equal(new Set(lines.map(({ no }) => no)).size, lines.length);
  for (const { no, cells } of lines) {
    assert.equal(cells.length, 4, no);
    for (const cell of cells) assert.ok(cell.length > 1, no);
  }
});

test('every line names tests that are there and say in a title that they show it [SEC-1-2]', () => {
  for (const { no, tests } of lines) {
    assert.ok(tests.length > 0, `${no} names no test`);
    for (const path of tests) assert.ok(named.get(path)?.has(no), `${path} has no title with [${no}]`);
  }
});

test('no test shows an attacker who has no line [SEC-1-2]', () => {
  const known = new Set(lines.map(({ no }) => no));
  for (const [path, numbers] of named) {
    for (const no of numbers) assert.ok(known.has(no), `${path}: ${no}`);
  }
});
