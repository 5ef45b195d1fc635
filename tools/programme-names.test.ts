import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';
import { findProgrammeNames } from './programme-names.ts';

test('a programme is named only in its own room, in tests, comments and excepted files', () => {
  const text = `export const chiyodaVisit = '千代田区';`;
  using tree = fixtureTree({
    'src/programmes/chiyoda-visit/prices.ts': text,
    'src/domain/text/towns-13101.ts': text,
    'src/domain/text/address.test.ts': text,
    'src/start.ts': text,
    'src/domain/cohort.ts': '/** Chiyoda 8(5). */\nexport const cohort = 1;',
    'src/place/open.ts': `import { visit } from '../programmes/chiyoda-visit/visit.ts';`,
  });
  assert.deepEqual(findProgrammeNames(tree.root).faults, []);
});

test('identifiers, strings and templates elsewhere may not name one', () => {
  using tree = fixtureTree({
    'src/domain/a.ts': 'export const isChiyoda = true;',
    'src/gate/b.ts': `export const town = '千代田区';`,
    'src/gate/c.ts': 'export const say = (n: number) => `${n} Shinjuku`;',
  });
  assert.deepEqual(findProgrammeNames(tree.root).faults, [
    'src/domain/a.ts:1: names the programme "chiyoda"',
    'src/gate/b.ts:1: names the programme "千代田"',
    'src/gate/c.ts:1: names the programme "shinjuku"',
  ]);
});
