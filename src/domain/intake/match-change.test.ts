import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { matchChange } from './match-change.ts';
import type { Candidate, MatchKey } from './match.ts';

const row = { kana: 'ミホン　ハナコ', birthDate: date('1996-04-02') };

function candidate(number: number, agrees: readonly MatchKey[]): Candidate {
  const one = { case: `case_${number}`, due: date('2026-08-01'), openedOn: date('2026-04-20') } as const;
  return { person: `person_${number}`, agrees, cases: [{ ...one, case: `case_${number}0` }, one] };
}

test('number, reading and birth date fit together: the change is of her latest case [AMB-38]', () => {
  assert.deepEqual(matchChange(row, [candidate(1, ['reference', 'kana', 'birthDate'])]), {
    fits: true,
    person: 'person_1',
    case: 'case_1',
  });
});

test('when they do not fit together, everybody who could be meant is held and nothing is changed [AMB-38]', () => {
  const two = [candidate(1, ['reference', 'kana']), candidate(2, ['kana', 'birthDate'])];
  assert.deepEqual(matchChange(row, two), {
    fits: false,
    doubt: 'change-identity-differs',
    hold: ['case_1', 'case_2'],
  });
});

test('what could not be read never fits, even where all that was read agrees [AMB-38]', () => {
  const her = [candidate(1, ['reference', 'kana', 'birthDate'])];
  assert.equal(matchChange({ ...row, kana: undefined }, her).fits, false);
  assert.equal(matchChange({ ...row, birthDate: undefined }, her).fits, false);
});

test('a number that nobody has is said to be that [AMB-38]', () => {
  assert.deepEqual(matchChange(row, []), { fits: false, doubt: 'change-not-found', hold: [] });
});
