import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { INCIDENTS, type Incident } from './incidents-data.ts';
import { findIncidentFaults, makeIncidentsPage } from './incidents.ts';

const number = (nth: number): Incident['no'] => `INC-${String(nth).padStart(2, '0')}`;
const incident = (nth: number, screen: 'yes' | 'no'): Incident => ({
  no: number(nth),
  origin: 'happened',
  what: 'Something was lost.',
  screen,
  why: 'Because.',
  prevents: 'A rule.',
});
/** The numbers are put in at run time: here they are no claim of this file. */
const shows = (title: string, nth: number) => `test('${title} [B-01] [${number(nth)}]', () => {});`;

test('an incident that a screen could cause is red until a test carries its number; one of paper may have none', () => {
  const two = [incident(1, 'yes'), incident(2, 'no')];
  using bare = fixtureTree({ 'src/a.test.ts': `test('nothing', () => {});` });
  assert.deepEqual(findIncidentFaults(bare.root, two).faults, [
    `${number(1)}: a screen could cause it, and no test shows that it cannot happen`,
  ]);
  using shown = fixtureTree({ 'tests/a.test.ts': shows('a row moves no other', 1) });
  assert.deepEqual(findIncidentFaults(shown.root, two), {
    faults: [],
    note: '1 of 2 incidents are named by a test',
  });
});

test('a number that nobody knows is told with file and line, one that is given twice too', () => {
  using tree = fixtureTree({ 'src/a.test.ts': `\n${shows('stray', 9)}\n${shows('right', 1)}` });
  assert.deepEqual(findIncidentFaults(tree.root, [incident(1, 'yes'), incident(1, 'no')]).faults, [
    `src/a.test.ts:2: nobody knows ${number(9)}`,
    `${number(1)} stands there twice`,
  ]);
});

test('the page names each incident with the tests that show it, by file and in their own words', async () => {
  using tree = fixtureTree({ 'src/a.test.ts': `${shows('one', 1)}\n${shows('two', 1)}` });
  const page = await makeIncidentsPage(tree.root, [incident(1, 'yes'), incident(2, 'no')]);
  assert.match(page, /A screen of ours could cause 1 of them/);
  assert.ok(page.includes(`## ${number(1)}\n\nSomething was lost. (happened)`));
  assert.match(page, /- `src\/a\.test\.ts`: one; two\n/);
  assert.ok(page.includes(`## ${number(2)}`) && page.includes('No test of ours can show it.'));
});

test('the numbers run on without a gap, and each incident says all that it has to say', () => {
  assert.deepEqual(
    INCIDENTS.map(({ no }) => no),
    INCIDENTS.map((_, at) => number(at + 1)),
  );
  for (const { no, what, why, prevents } of INCIDENTS)
    for (const words of [what, why, prevents]) assert.match(words, /^[A-Z“\d].{15,}\.$/, no);
});
