import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { addMinutes, instantAt } from '../basics/instant.ts';
import { accessRules } from '../../programmes/chiyoda-visit/access.ts';
import { reviewLog, type CheckedEntry } from './log-review.ts';

const rules = accessRules.logReview;
const NINE = instantAt(date('2026-06-01'), '09:00');

function entry(word: string, minutes: number, changes: Partial<CheckedEntry> = {}): CheckedEntry {
  const at = addMinutes(NINE, minutes);
  return { id: `entry_${minutes}`, at, word, actor: 'account_a', row: 'case.show', subjects: [], ...changes };
}

function opened(minutes: number, person: number): CheckedEntry {
  return entry('opened', minutes, { subjects: [`case_${person}`] });
}

const check = (entries: readonly CheckedEntry[]) => reviewLog(entries, () => ['operator'], rules).findings;

test('three denials in a row are one item, two with a success between are none [SEC-17-3]', () => {
  const denied = (minutes: number) => entry('denied', minutes);
  assert.deepEqual(check([denied(1), denied(2), denied(3), denied(4)]), [
    { kind: 'denials', actor: 'account_a', from: addMinutes(NINE, 1), to: addMinutes(NINE, 4), count: 4 },
  ]);
  assert.deepEqual(check([denied(1), denied(2), entry('listed', 3), denied(4), denied(5)]), []);
});

test('denials of different people are not added up [SEC-17-3]', () => {
  const denied = [1, 2, 3].map((nth) => entry('denied', nth, { actor: `account_${nth}` }));
  assert.deepEqual(check(denied), []);
});

test('50 persons opened in 10 minutes are flagged, 49 are not [SEC-17-5]', () => {
  const fifty = Array.from({ length: 50 }, (_, nth) => opened(Math.floor(nth / 5), nth));
  assert.equal(check(fifty).length, 1);
  assert.deepEqual(check(fifty.slice(1)), []);
});

test('the same person opened again and again is not a crowd [SEC-17-5]', () => {
  assert.deepEqual(check(Array.from({ length: 200 }, () => opened(1, 7))), []);
});

test('bulk is flagged exactly when some 10 minutes hold 50 different persons [SEC-17-5]', () => {
  const steps = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 2 }), person: fc.integer({ min: 0, max: 69 }) }),
    {
      minLength: 40,
      maxLength: 160,
    },
  );
  fc.assert(
    fc.property(steps, (walk) => {
      let minutes = 0;
      const entries = walk.map(({ wait, person }) => opened((minutes += wait / 5), person));
      const crowded = entries.some((last) => {
        const from = addMinutes(last.at, -rules.bulk.minutes);
        const persons = new Set(
          entries.filter(({ at }) => at >= from && at <= last.at).flatMap(({ subjects }) => subjects),
        );
        return persons.size >= rules.bulk.persons;
      });
      assert.equal(
        check(entries).some(({ kind }) => kind === 'bulk'),
        crowded,
      );
    }),
  );
});

test('Sunday evening, and a weekday before eight, are outside the usual hours [SEC-17-4]', () => {
  const at = (day: string, time: string) => entry('listed', 0, { at: instantAt(date(day), time) });
  const kinds = (one: CheckedEntry) => check([one]).map(({ kind }) => kind);
  assert.deepEqual(kinds(at('2026-06-07', '12:00')), ['off-hours']);
  assert.deepEqual(kinds(at('2026-06-01', '07:59')), ['off-hours']);
  assert.deepEqual(kinds(at('2026-06-01', '08:00')), []);
  assert.deepEqual(kinds(at('2026-06-01', '20:00')), ['off-hours']);
  assert.deepEqual(kinds(at('2026-06-06', '12:00')), []);
});

test('hours of a role count, the widest of several roles [SEC-17-4]', () => {
  const late = [entry('listed', 0, { at: instantAt(date('2026-06-01'), '19:00') })];
  assert.equal(reviewLog(late, () => ['mailing-clerk'], rules).findings.length, 1);
  assert.equal(reviewLog(late, () => ['mailing-clerk', 'operator'], rules).findings.length, 0);
});

test('every act of an administrator is shown, machines are not [SEC-17-2]', () => {
  const acts = [entry('executed', 1), entry('executed', 2, { actor: 'system:clock' })];
  const { findings, usage } = reviewLog(acts, () => ['administrator'], rules);
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['administration'],
  );
  assert.deepEqual(
    usage.map(({ actor }) => actor),
    ['account_a'],
  );
});
