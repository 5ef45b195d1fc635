import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { recallTarget } from './recall-target.ts';

const none = { checkUp: false, cancer: false };

test('who is 40 at the end of the fiscal year is recalled, by the law on counting ages [SCR-A-2]', () => {
  // Born on 1 April 1987, 40 is reached at the end of 31 March 2027; a day later it is the next year's.
  assert.deepEqual(recallTarget(date('1987-04-01'), none, 2026, 40), {
    recalled: true,
    to: 'check-up',
    age: 40,
  });
  assert.deepEqual(recallTarget(date('1987-04-02'), none, 2026, 40), { recalled: false, why: 'too-young' });
});

test('without the check-up it is the check-up, after it cancer screening, after both nothing [SCR-A-2, SCR-A-3]', () => {
  const born = date('1960-06-15');
  const to = (checkUp: boolean, cancer: boolean) => recallTarget(born, { checkUp, cancer }, 2026, 40);
  assert.deepEqual(to(false, false), { recalled: true, to: 'check-up', age: 66 });
  assert.deepEqual(to(false, true), { recalled: true, to: 'check-up', age: 66 });
  assert.deepEqual(to(true, false), { recalled: true, to: 'cancer', age: 66 });
  assert.deepEqual(to(true, true), { recalled: false, why: 'attended' });
});

test('a birth after the end of the fiscal year is nobody who can be recalled [SCR-A-2]', () => {
  assert.deepEqual(recallTarget(date('2027-05-01'), none, 2026, 40), {
    recalled: false,
    why: 'birth-date-ahead',
  });
});
