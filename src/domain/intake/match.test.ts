import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import {
  couldBeHer,
  matchTarget,
  warningOf,
  type Candidate,
  type KnownCase,
  type MatchKey,
} from './match.ts';

const DUE = date('2026-08-01');
const MARKS = { identity: 'a', address: 'b', due: 'c' };
const known: KnownCase = { case: 'case_1', due: DUE, openedOn: date('2026-04-20') };

function candidate(agrees: readonly MatchKey[], more: Partial<Candidate> = {}): Candidate {
  return { person: 'person_1', agrees, cases: [known], delivered: MARKS, ...more };
}

const match = (candidates: readonly Candidate[], row: { due?: typeof DUE; marks?: typeof MARKS } = {}) =>
  matchTarget({ due: DUE, marks: MARKS, ...row }, candidates, 60);

test('number, reading and birth date together are one woman, and equal parts are unchanged [CHI-8.1-3]', () => {
  assert.deepEqual(match([candidate(['reference', 'kana', 'birthDate'])]), {
    found: { person: 'person_1', case: 'case_1' },
    doubts: [],
    warnings: [],
    changed: [],
  });
});

const DOUBTS: readonly (readonly [agrees: readonly MatchKey[], doubt: string])[] = [
  [['reference', 'birthDate'], 'kana-differs'],
  [['reference', 'kana'], 'birth-date-differs'],
  [['reference', 'address'], 'number-of-another'],
  [['kana', 'birthDate', 'address'], 'number-differs'],
  [['kana', 'birthDate', 'phone'], 'other-address'],
];

test('whatever agrees in less is a question that names what does not [CHI-8.1-3]', () => {
  for (const [agrees, doubt] of DOUBTS) assert.deepEqual(match([candidate(agrees)]).doubts, [doubt]);
});

test('a machine is sure of a woman only when all three agree and nobody else does [CHI-8.1-3]', () => {
  const keys = fc.subarray<MatchKey>(['reference', 'kana', 'birthDate', 'address', 'phone']);
  const someone = fc.record({ agrees: keys, person: fc.constantFrom('person_1', 'person_2', 'person_3') });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 4 }), (all) => {
      const { found, doubts } = match(all.map(({ agrees, person }) => candidate(agrees, { person })));
      const sure = all.filter(({ agrees }) =>
        (['reference', 'kana', 'birthDate'] as const).every((key) => agrees.includes(key)),
      );
      assert.equal(found !== undefined && doubts.length === 0, sure.length === 1);
    }),
  );
});

test('two who fit equally are never told apart by machine [CHI-8.1-3]', () => {
  const two = [candidate(['kana', 'birthDate']), candidate(['kana', 'birthDate'], { person: 'person_2' })];
  assert.deepEqual(match(two).doubts, ['several-fit']);
});

test('a due date 60 days off is a correction, 61 days off another pregnancy [CHI-8.1-3]', () => {
  const her = [candidate(['reference', 'kana', 'birthDate'])];
  assert.deepEqual(match(her, { due: date('2026-09-30') }).doubts, []);
  assert.deepEqual(match(her, { due: date('2026-10-01') }).doubts, ['new-pregnancy']);
  assert.deepEqual(match(her, { due: date('2026-06-01') }).doubts, ['new-pregnancy']);
});

test('a listing after the end of a pregnancy is asked for, whatever its due date [AMB-38]', () => {
  for (const ended of ['loss', 'birth', 'death', 'closed'] as const) {
    const her = candidate(['reference', 'kana', 'birthDate'], { cases: [{ ...known, ended }] });
    assert.deepEqual(match([her]).doubts, ['new-pregnancy']);
  }
});

test('only the parts that the ward tells otherwise than the last time are changed [CHI-8.1-3]', () => {
  const her = candidate(['reference', 'kana', 'birthDate'], { delivered: { ...MARKS, address: 'old' } });
  assert.deepEqual(match([her]).changed, ['address']);
});

test('twins, same names and same homes warn and are not her [CHI-8.1-3]', () => {
  assert.equal(warningOf(['address', 'birthDate']), 'twin');
  assert.equal(warningOf(['kana', 'address']), 'same-name');
  assert.equal(warningOf(['address']), 'same-household');
  assert.equal(warningOf(['phone']), undefined);
  for (const agrees of [
    ['address', 'birthDate'],
    ['kana', 'address'],
    ['phone', 'birthDate'],
  ] as const) {
    assert.equal(couldBeHer(agrees), false);
    assert.equal(match([candidate(agrees)]).found, undefined);
  }
});
