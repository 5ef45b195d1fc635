import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { Fact } from '../facts.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { decideFollowUp } from '../follow-up/decide-follow-up.ts';
import { proposeFollowUp } from '../follow-up/propose-follow-up.ts';
import { carryOver } from './carry-over.ts';
import { changeDueDate } from './change-due-date.ts';
import { closeCase } from './close-case.ts';
import { designate } from './designate.ts';
import { markUnreachable } from './mark-unreachable.ts';

const context = today('2026-06-10');
const seen = given(opened());
const after = (...facts: readonly Fact[]) => given(opened(), ...facts.map((fact) => on('2026-06-01', fact)));

test('a due date further than 60 days, or after the outcome, is a question and no change [CHI-8.1-3]', () => {
  const change = (to: string, state = seen) =>
    changeDueDate(state, { case: CASE, to: date(to), source: 'list' }, context);
  assert.equal(factsOf(change('2026-10-19')).length, 1);
  assert.equal(refusalOf(change('2026-10-20')), 'due-date-too-far');
  assert.deepEqual(factsOf(change('2026-08-20')), []);
  const born = after({ type: 'case.birth-reported', case: CASE, on: date('2026-06-01'), source: 'list' });
  assert.equal(refusalOf(change('2026-08-25', born)), 'due-date-after-outcome');
});

test('a case carried over shows both years, once [CHI-4.4-2]', () => {
  const command = {
    case: CASE,
    toYear: 2027,
    rights: [{ right: 'redispatch', last: date('2027-06-01') }],
  } as const;
  const [fact] = factsOf(carryOver(seen, command, context));
  assert.ok(fact);
  const carried = given(opened(), on('2026-06-10', fact));
  assert.deepEqual(
    [carried.case.standing.opened?.contractYear, carried.case.standing.carriedTo],
    [2026, 2027],
  );
  assert.deepEqual(factsOf(carryOver(carried, command, context)), []);
  assert.equal(refusalOf(carryOver(seen, { ...command, toYear: 2028 }, context)), 'wrong-year');
});

test('the ward designates a woman with a scope; the same word twice is known [CHI-4.4-1]', () => {
  const command = { case: CASE, scope: ['visit', 'notice'], ref: 'w-1' } as const;
  const [fact] = factsOf(designate(seen, command, context));
  assert.ok(fact?.type === 'case.designated');
  assert.deepEqual(factsOf(designate(after(fact), { ...command, scope: ['notice', 'visit'] }, context)), []);
  assert.equal(refusalOf(designate(seen, { ...command, scope: [] }, context)), 'scope-empty');
});

test('an unreachable woman is told to the ward once [CHI-8.1-9]', () => {
  const command = { case: CASE, on: date('2026-06-10') } as const;
  const first = markUnreachable(seen, command, context);
  assert.ok('send' in first && first.send?.[0]?.queue === 'ward-notice');
  const marked = after({ type: 'case.unreachable', case: CASE, on: date('2026-06-01') });
  assert.deepEqual(factsOf(markUnreachable(marked, command, context)), []);
});

test('a case that was not visited is not closed as visited, and not while a date is held [CHI-8.7-3]', () => {
  assert.equal(
    refusalOf(closeCase(seen, { case: CASE, outcome: 'visited' }, context)),
    'outcome-does-not-fit',
  );
  assert.equal(factsOf(closeCase(seen, { case: CASE, outcome: 'not-carried-out' }, context)).length, 1);
});

test('a proposed flag changes nothing until the ward has said its word [CHI-5-7, AMB-46]', () => {
  const [proposed] = factsOf(
    proposeFollowUp(seen, { case: CASE, to: true, source: 'questionnaire' }, context),
  );
  assert.ok(proposed);
  const waiting = after(proposed);
  assert.equal(waiting.case.standing.followUp, false);
  const word = { case: CASE, to: true, ref: 'w-1', on: date('2026-06-09') } as const;
  const [decided] = factsOf(decideFollowUp(waiting, word, context));
  assert.ok(decided);
  const accepted = after(proposed, decided).case.standing;
  assert.deepEqual([accepted.followUp, accepted.followUpProposed], [true, undefined]);
  assert.equal(factsOf(decideFollowUp(waiting, { ...word, to: false }, context)).length, 1);
  assert.deepEqual(factsOf(decideFollowUp(seen, { ...word, to: false }, context)), []);
  assert.deepEqual(factsOf(proposeFollowUp(waiting, { case: CASE, to: true, source: 'visit' }, context)), []);
});
