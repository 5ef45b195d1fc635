import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../../tools/facts.ts';
import { isTestFile, readSources } from '../../tools/source-tree.ts';
import { ABSENT } from './absent-facts.ts';
import { HAPPENING } from './happening-facts.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

test('every kind of fact is known to happen in the simulated year, or says why not [B-01]', () => {
  const kinds = readSources(ROOT, ['src/domain/facts'])
    .filter(({ path }) => !isTestFile(path))
    .flatMap(factsOf)
    .map(({ name }) => name);
  const absent = Object.values(ABSENT).flatMap((names) => names.split(/\s+/));
  const said = [...HAPPENING, ...absent];
  assert.ok(kinds.length > 140);
  assert.deepEqual(
    kinds.filter((kind) => !said.includes(kind)),
    [],
    'let it happen in src/simulation/year and name it in happening-facts.ts, or say in absent-facts.ts why not',
  );
  assert.deepEqual(
    said.filter((kind, at) => !kinds.includes(kind) || said.indexOf(kind) !== at),
    [],
    'no such kind of fact, or said twice',
  );
});
