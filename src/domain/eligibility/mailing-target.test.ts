import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { PregnancyOpening } from '../facts/case.ts';
import type { RecordedFact } from '../facts.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import type { Condition, Target } from './condition.ts';
import { mailingTarget } from './mailing-target.ts';

const { rules } = today('2026-05-01');
const computed = { ...rules, eligibility: { ...rules.eligibility, residence: 'computed' as const } };

const judged = (
  changes: Partial<PregnancyOpening>,
  day = '2026-05-14',
  facts: readonly RecordedFact[] = [],
  by = rules,
): Target => mailingTarget(given(opened('2026-04-20', changes), ...facts).case.standing, date(day), by);

const unmet = ({ conditions }: Target): readonly string[] =>
  conditions.filter(({ result }) => result === 'unmet').map(({ code }) => code);
const found = ({ conditions }: Target, code: Condition['code']): Condition | undefined =>
  conditions.find((one) => one.code === code);

test('every condition is kept with its result and its day, also of a woman who meets them all [CHI-4-1]', () => {
  const { eligible, conditions } = judged({ due: date('2026-08-20') });
  assert.ok(eligible);
  assert.deepEqual(
    conditions.map(({ code, result, on }) => [code, result, on]),
    [
      // Month 7 from 30 April 2026.
      ['residence', 'met', '2026-04-01'],
      ['month-8-window', 'met', '2026-05-14'],
      ['pregnant', 'met', '2026-05-14'],
    ],
  );
});

test('a woman failing one condition is not eligible, with exactly that condition [CHI-4-1]', () => {
  const target = judged({ due: date('2026-06-23') });
  assert.equal(target.eligible, false);
  assert.deepEqual(unmet(target), ['month-8-window']);
});

test('the 8th month on 1 April 2026 and on 30 April 2027 is inside, the days around are not [CHI-4.1-2]', () => {
  for (const [due, eligible] of [
    ['2026-06-23', false],
    ['2026-06-24', true],
    ['2027-07-23', true],
    ['2027-07-24', false],
  ] as const) {
    assert.equal(judged({ due: date(due) }, '2026-04-20').eligible, eligible, due);
  }
});

test('the cohort of April 2027 gets the notice with the label of the next contract [CHI-4.1-3]', () => {
  assert.deepEqual(
    [judged({ due: date('2027-07-03') }), judged({ due: date('2027-06-23') })].map(({ eligible, label }) => [
      eligible,
      label,
    ]),
    [
      [true, 'notice-only-next-contract'],
      [true, undefined],
    ],
  );
});

test('settled on the 1st of the month of her 7th month she is a target, on the 2nd not [CHI-4.1-1]', () => {
  const due = date('2026-09-10');
  // Month 7 from 21 May 2026.
  assert.equal(found(judged({ due, residentSince: date('2026-05-01') }), 'residence')?.result, 'met');
  const late = judged({ due, residentSince: date('2026-05-02') });
  assert.deepEqual(unmet(late), ['residence']);
  assert.equal(found(late, 'residence')?.on, '2026-05-01');
});

test('who had moved out on the reference day is no target, who came back for it is [CHI-4.1-1]', () => {
  const due = date('2026-09-10');
  const out = on('2026-04-21', {
    type: 'case.moved',
    case: CASE,
    on: date('2026-04-21'),
    within: false,
    source: 'list',
  });
  const back = (day: string) =>
    on(day, { type: 'case.moved', case: CASE, on: date(day), within: false, back: true, source: 'list' });
  assert.deepEqual(unmet(judged({ due }, '2026-05-14', [out])), ['residence']);
  assert.deepEqual(unmet(judged({ due }, '2026-05-14', [out, back('2026-05-02')])), ['residence']);
  assert.deepEqual(unmet(judged({ due }, '2026-05-14', [out, back('2026-05-01')])), []);
  assert.deepEqual(unmet(judged({ due }, '2026-05-14', [out, back('2026-04-21')])), []);
});

test('with no date told the list decides, or the question stays open, as it is set [CHI-4.1-1, AMB-59]', () => {
  assert.equal(found(judged({}), 'residence')?.why, 'listed-by-ward');
  const asked = judged({}, '2026-05-14', [], computed);
  assert.equal(asked.eligible, false);
  assert.deepEqual(unmet(asked), []);
  assert.equal(found(asked, 'residence')?.result, 'unknown');
});

test('a reference day after the list is flagged and the list decides [CHI-4.1-1, AMB-03]', () => {
  // Month 8 on 31 May 2026, month 7 on 3 May: the reference day 1 May lies after the list of April.
  const flagged = judged({ due: date('2026-08-23') }, '2026-04-25');
  assert.ok(flagged.eligible);
  assert.equal(found(flagged, 'residence')?.why, 'reference-day-after-list');
  const asked = judged({ due: date('2026-08-23') }, '2026-04-25', [], computed);
  assert.equal(found(asked, 'residence')?.result, 'unknown');
});

test('a designated woman passes without window and address, and is marked [CHI-4.4-1]', () => {
  const target = judged({
    due: date('2027-09-01'),
    origin: 'designated',
    designation: { scope: ['notice', 'visit'], ref: 'w-12' },
    residentSince: date('2027-07-01'),
  });
  assert.ok(target.eligible);
  assert.equal(target.label, 'designated-by-ward');
  assert.equal(found(target, 'month-8-window')?.result, 'waived');
});

test('a designation for the visit alone gives no notice [CHI-4.4-1]', () => {
  const target = judged({
    due: date('2027-09-01'),
    origin: 'designated',
    designation: { scope: ['visit'], ref: 'w-12' },
  });
  assert.deepEqual(unmet(target), ['month-8-window']);
});

test('after a birth there is no notice; after a loss it is stopped, never refused [CHI-4.1-2, CHI-8.14-5, AMB-38]', () => {
  const day = date('2026-05-10');
  const born = on('2026-05-12', { type: 'case.birth-reported', case: CASE, on: day, source: 'list' });
  const lost = on('2026-05-12', { type: 'case.loss-reported', case: CASE, on: day, source: 'list' });
  assert.deepEqual(unmet(judged({}, '2026-05-14', [born])), ['pregnant']);
  const stopped = judged({}, '2026-05-14', [lost]);
  assert.equal(stopped.eligible, false);
  assert.deepEqual(unmet(stopped), []);
});

test('a case that nobody opened meets nothing [CHI-8.1-3]', () => {
  assert.deepEqual(unmet(mailingTarget(given().case.standing, date('2026-05-14'), rules)), ['opened']);
});
