import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date } from '../basics/civil-date.ts';
import { earlyBirth, type EarlyBirth } from './early-birth.ts';

test('the cases of the requirement are decided as it says [CHI-4.2-8, CHI-4.2-9]', () => {
  const due = date('2026-08-20');
  const born = date('2026-08-05');
  assert.equal(earlyBirth(born, due, [date('2026-08-10')]), 'covered');
  assert.equal(earlyBirth(born, due, [date('2026-08-10'), date('2026-08-25')]), 'covered');
  assert.equal(earlyBirth(born, due, [date('2026-08-20')]), 'ask-ward');
  assert.equal(earlyBirth(born, due, [date('2026-08-25')]), 'ask-ward');
  assert.equal(earlyBirth(date('2026-08-22'), due, [date('2026-08-10')]), 'not-covered');
});

test('the cases of the domain notes: due 10 July, born 1 July [CHI-8.2-3]', () => {
  const due = date('2026-07-10');
  assert.equal(earlyBirth(date('2026-07-01'), due, [date('2026-07-09')]), 'covered');
  assert.equal(earlyBirth(date('2026-07-01'), due, [date('2026-07-10')]), 'ask-ward');
});

// Distance from the due date in days: birth, then each booked date. Written by hand from AMB-06.
const TABLE: readonly (readonly [number, readonly number[], EarlyBirth])[] = [
  [-1, [-1], 'covered'],
  [-1, [0], 'ask-ward'],
  [-1, [1], 'ask-ward'],
  [-1, [-1, 0], 'covered'],
  [-1, [-1, 1], 'covered'],
  [-1, [0, 1], 'ask-ward'],
  [-1, [1, -1], 'covered'],
  [-1, [-1, 0, 1], 'covered'],
  [-1, [], 'ask-ward'],
  // The date before the due date may lie before, on or after the birth.
  [-3, [-4], 'covered'],
  [-3, [-3], 'covered'],
  [-3, [-2], 'covered'],
  [0, [-1], 'not-covered'],
  [0, [0], 'not-covered'],
  [0, [1], 'not-covered'],
  [0, [-1, 0, 1], 'not-covered'],
  [0, [], 'not-covered'],
  [1, [-1], 'not-covered'],
  [1, [0], 'not-covered'],
  [1, [1], 'not-covered'],
  [1, [-1, 0, 1], 'not-covered'],
  [1, [], 'not-covered'],
];

test('every line of the rule table, around a month end and a leap day too [CHI-4.2-8, CHI-4.2-9]', () => {
  for (const due of [date('2026-08-20'), date('2027-03-01'), date('2028-02-29')]) {
    for (const [birth, dates, expected] of TABLE) {
      const found = earlyBirth(
        addDays(due, birth),
        due,
        dates.map((days) => addDays(due, days)),
      );
      assert.equal(found, expected, `due ${due}, born ${birth}, dates ${dates.join(' ')}`);
    }
  }
});
