import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { civilDate, date, dayNumber } from '../basics/civil-date.ts';
import { programmeDuties } from '../duties/programme-duties.ts';
import { today } from '../../../tests/support/given.ts';
import { freeFrom, retentionEnds } from './retention-ends.ts';
import type { RetentionRule } from './retention-rules.ts';

const { rules } = today('2026-06-01');
const years = (count: number, from: RetentionRule['from'] = 'entry'): RetentionRule => ({
  class: 'access-log',
  from,
  keep: { years: count },
  least: true,
  by: 'disposal',
});

test('an entry of the access log is kept three full years, to the day that answers to it [SEC-17-7]', () => {
  assert.equal(freeFrom(years(3), date('2026-05-01')), '2029-05-02');
  assert.equal(freeFrom(years(3), date('2028-02-29')), '2031-03-01');
});

test('three years are never shorter than Temporal counts them [SEC-17-7]', () => {
  const anyDay = fc
    .integer({ min: dayNumber(date('1990-01-01')), max: dayNumber(date('2100-12-31')) })
    .map(civilDate);
  fc.assert(
    fc.property(anyDay, (day) => {
      const last = Temporal.PlainDate.from(day).add({ years: 3 });
      assert.equal(freeFrom(years(3), day), last.add({ days: 1 }).toString());
    }),
  );
});

test('papers of a completed business are kept five years after the fiscal year of its completion [VOU-1.4-1] [INC-19]', () => {
  const rule = years(5, 'completion-year-end');
  assert.equal(freeFrom(rule, date('2020-03-31')), '2025-04-01');
  assert.equal(freeFrom(rule, date('2020-04-01')), '2026-04-01');
});

test('person data end with the contract, the logs three years later, a list 30 days after it is settled [PII-12-1] [AMB-37]', () => {
  const ends = retentionEnds(rules, [{ list: 'list_april', on: date('2026-04-20') }]);
  assert.deepEqual(
    ends.map(({ key, freeFrom: day, by }) => `${key} ${day} ${by}`),
    [
      'person-data 2027-04-01 disposal',
      'questionnaires 2027-04-01 disposal',
      'papers 2027-04-01 disposal',
      'journal 2030-04-01 disposal',
      'access-log 2030-04-01 disposal',
      'list-keys/list_april 2026-05-20 clock',
    ],
  );
});

test('before an end the ward is asked, and what the clock destroys is no duty [B-19]', () => {
  const asked = programmeDuties(rules).filter(({ kind }) => kind === 'ask-disposal');
  assert.deepEqual(
    asked.map(({ key, from, due }) => `${key} ${from}..${due}`),
    [
      'programme/ask-disposal/person-data 2027-01-31..2027-03-18',
      'programme/ask-disposal/questionnaires 2027-01-31..2027-03-18',
      'programme/ask-disposal/papers 2027-01-31..2027-03-18',
      'programme/ask-disposal/journal 2030-01-31..2030-03-18',
      'programme/ask-disposal/access-log 2030-01-31..2030-03-18',
    ],
  );
});
