import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { noStanding } from '../standing/standing.ts';
import { entitlementFacts } from './entitlement-facts.ts';
import { entitlement, type Interview } from './entitlement.ts';

const rules = chiyodaVisit.rules.benefits;
const due = date('2026-08-20');
const visit = (on: string, more: Partial<Interview> = {}): Interview => ({
  date: date(on),
  pregnant: true,
  due,
  bookedDates: [date(on)],
  cohort: false,
  ...more,
});
const born = (day: string) => ({ pregnant: false, born: date(day) });

const table: readonly [string, Interview, string][] = [
  ['still pregnant before the due date', visit('2026-08-10'), 'granted pregnant-at-visit'],
  ['still pregnant on the due date and after', visit('2026-08-22'), 'granted pregnant-at-visit'],
  [
    'born early, visited before the due date',
    visit('2026-08-10', born('2026-08-05')),
    'granted early-birth-covered',
  ],
  [
    'born early, moved from 10 to 25 August',
    visit('2026-08-25', { ...born('2026-08-05'), bookedDates: [date('2026-08-10'), date('2026-08-25')] }),
    'granted early-birth-covered',
  ],
  [
    'born early, only dates on the due date or later',
    visit('2026-08-20', born('2026-08-05')),
    'held early-birth-unclear',
  ],
  ['born on the due date', visit('2026-08-25', born('2026-08-20')), 'withheld after-birth'],
  ['born late', visit('2026-08-25', born('2026-08-22')), 'withheld after-birth'],
  [
    'of the cohort, visited after a birth',
    visit('2026-08-25', { ...born('2026-08-20'), cohort: true }),
    'held cohort-after-birth',
  ],
];

for (const [what, interview, expected] of table) {
  test(`${what}: ${expected} [CHI-4.2-8, CHI-4.2-9, AMB-06, AMB-17]`, () => {
    const { to, reason } = entitlement(interview, rules);
    assert.equal(`${to} ${reason}`, expected);
  });
}

test('a package is due ten programme days after the visit, the day after counting as the first [CHI-8.4-3]', () => {
  const dueAfter = (on: string) => {
    const [fact] = entitlementFacts('case_a', visit(on), noStanding, rules);
    return fact?.type === 'benefit.granted' ? fact.dueBy : undefined;
  };
  assert.equal(dueAfter('2026-05-01'), '2026-05-16');
  assert.equal(dueAfter('2026-12-21'), '2027-01-07');
});

test('a loss that is known when the visit is entered leaves the entitlement and holds the dispatch [CHI-4.2-7, AMB-05]', () => {
  const facts = entitlementFacts(
    'case_a',
    visit('2026-08-10'),
    { ...noStanding, loss: { fact: 'fact_1', on: date('2026-08-12') } },
    rules,
  );
  assert.deepEqual(
    facts.map((fact) => fact.type),
    ['benefit.granted', 'benefit.held'],
  );
});
