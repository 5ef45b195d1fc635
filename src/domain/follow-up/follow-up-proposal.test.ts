import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { today } from '../../../tests/support/given.ts';
import { followUpProposal, type FollowUpAnswers } from './follow-up-proposal.ts';

const rules = today('2026-05-01').rules.followUp;

/** 25 years old on both days, unless said otherwise. */
const answers = (changes: Partial<FollowUpAnswers> = {}): FollowUpAnswers => ({
  birthDate: date('2000-12-01'),
  firstBirth: true,
  personsToConsult: 2,
  due: date('2026-08-20'),
  listDate: date('2026-04-20'),
  ...changes,
});

test('aged 25 with a first birth is proposed, aged 26 with two persons to consult is not [CHI-5-7]', () => {
  assert.equal(followUpProposal(answers(), rules).proposed, true);
  assert.equal(followUpProposal(answers({ birthDate: date('1999-12-01') }), rules).proposed, false);
});

test('any age with one person to consult is proposed; two are enough not to be [CHI-5-7]', () => {
  const older = { birthDate: date('1990-01-01'), firstBirth: false };
  assert.equal(followUpProposal(answers({ ...older, personsToConsult: 1 }), rules).proposed, true);
  assert.equal(followUpProposal(answers({ ...older, personsToConsult: 2 }), rules).proposed, false);
});

test('young with an earlier child is not proposed by age [CHI-5-7]', () => {
  assert.equal(followUpProposal(answers({ firstBirth: false }), rules).proposed, false);
});

test('the age on the expected date of birth counts, and both ages are shown when they differ [CHI-5-7, AMB-07]', () => {
  const birthday = { birthDate: date('2000-08-20') };
  const found = followUpProposal(answers(birthday), rules);
  assert.deepEqual(found, {
    proposed: false,
    byAge: false,
    byPersons: false,
    ageOnDueDate: 26,
    ageOnListDate: 25,
    agesDiffer: true,
  });
  assert.equal(followUpProposal(answers(birthday), { ...rules, ageOn: 'list-date' }).proposed, true);
  const dayAfter = followUpProposal(answers({ birthDate: date('2000-08-21') }), rules);
  assert.deepEqual([dayAfter.proposed, dayAfter.agesDiffer], [true, false]);
});

test('a municipality may ask for both criteria [CHI-5-7, AMB-07]', () => {
  const both = { ...rules, joinedBy: 'and' as const };
  assert.equal(followUpProposal(answers(), both).proposed, false);
  assert.equal(followUpProposal(answers({ personsToConsult: 1 }), both).proposed, true);
});

test('what she has not answered proposes nothing [CHI-5-7]', () => {
  const { firstBirth: _unasked, personsToConsult: _alsoUnasked, ...silent } = answers();
  assert.equal(followUpProposal(silent, rules).proposed, false);
});
