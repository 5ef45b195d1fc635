import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { on, refusalOf, today } from '../../../tests/support/given.ts';
import { begun, planned, posted, printed, returned } from '../../../tests/support/mail.ts';
import { screening } from '../../programmes/screening/programme.ts';
import { date } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import { evolveCase, noCase, type CaseState } from '../case.ts';
import type { RecordedFact } from '../facts.ts';
import type { MemberOpening } from '../facts/case.ts';
import { evolveBatch, noBatch } from '../mailings/batch.ts';
import { planPiece } from '../mailings/plan-piece.ts';
import { whyNotDue } from '../mailings/why-not-due.ts';
import { subjectOf } from '../rules-of.ts';
import { drawGroups } from './draw-groups.ts';
import { nextCard, cardOf } from './next-card.ts';
import { reportAttendance } from './report-attendance.ts';

const { rules } = screening;
const { groups } = subjectOf(rules, 'members');
const ID: CaseId = 'case_taro';

const opening = (changes: Partial<MemberOpening> = {}) =>
  on('2026-06-01', {
    type: 'case.opened',
    case: ID,
    contractYear: 2026,
    list: 'list_june',
    screening: 'check-up',
    age: 45,
    sex: 'm',
    history: 'never',
    mailWay: 'registered',
    protected: false,
    ...changes,
  });

const grouped = (group: string) =>
  on('2026-06-02', { type: 'case.grouped', case: ID, list: 'list_june', version: groups.version, group });

const attended = (day: string, what: MemberOpening['screening'] = 'check-up') =>
  on(day, { type: 'attendance.reported', case: ID, list: 'list_july', screening: what, on: date(day) });

const state = (...facts: readonly RecordedFact[]): CaseState => facts.reduce(evolveCase, noCase);
const mine = { case: ID } as const;

test('one card, from the draw to the end of the contract, and never another [SCR-A-4, SCR-A-16]', () => {
  const due = state(opening(), grouped('a-1'));
  assert.deepEqual(nextCard(due, rules), { next: 'notice', from: '2026-06-02', until: '2027-01-31' });
  assert.equal(whyNotDue(due, 'notice', date('2027-01-31'), rules), undefined);
  assert.equal(whyNotDue(due, 'notice', date('2027-02-01'), rules), 'past-due-date');
  const sent = [opening(), grouped('a-1'), planned('2026-06-03', mine), printed('2026-06-03', mine)];
  assert.equal(whyNotDue(state(...sent), 'notice', date('2026-06-04'), rules), 'under-way');
  const gone = [...sent, posted('2026-06-04', mine)];
  assert.equal(whyNotDue(state(...gone), 'notice', date('2026-07-04'), rules), 'cap-used');
  const back = [...gone, returned('2026-06-10', mine)];
  assert.equal(whyNotDue(state(...back), 'notice', date('2026-07-04'), rules), 'cap-used');
});

test('who attended what the recall is about gets nothing more; another screening changes nothing [SCR-A-4]', () => {
  const why = (...facts: readonly RecordedFact[]) =>
    whyNotDue(state(opening(), grouped('a-1'), ...facts), 'notice', date('2026-06-20'), rules);
  assert.equal(why(attended('2026-06-10')), 'attended');
  assert.equal(why(attended('2026-06-10', 'cancer')), undefined);
});

test('the ward that has not approved a proof keeps the card in [SCR-A-7]', () => {
  const { mailing } = rules;
  const unapproved = {
    mailing: { ...mailing, templates: { ...mailing.templates, notice: ['card-q-1'] } },
    members: subjectOf(rules, 'members'),
    contract: rules.contract,
  } as unknown as typeof rules;
  const due = state(opening(), grouped('a-1'));
  assert.deepEqual(nextCard(due, unapproved), { next: 'none', why: 'proof-not-approved' });
  assert.equal(nextCard(state(opening(), grouped('a-2')), unapproved).next, 'notice');
});

test('a result never comes before the group, and none from tomorrow [SCR-A-10]', () => {
  const report = (before: CaseState, day: string) =>
    reportAttendance(
      { case: before },
      { case: ID, list: 'list_july', screening: 'check-up', on: date(day) },
      today('2026-07-01', { rules }),
    );
  assert.equal(refusalOf(report(state(opening()), '2026-06-20')), 'group-before-result');
  const drawn = state(opening(), grouped('a-0'));
  assert.equal(refusalOf(report(drawn, '2026-07-02')), 'attendance-in-future');
  assert.equal(refusalOf(report(drawn, '2026-07-01')), 'decided');
  assert.equal(refusalOf(report(state(), '2026-06-20')), 'not-a-member');
});

const person = fc.record({
  screening: fc.constantFrom('check-up' as const, 'cancer' as const),
  age: fc.integer({ min: 40, max: 75 }),
  sex: fc.constantFrom('f' as const, 'm' as const, 'other' as const),
  history: fc.constantFrom('never' as const, 'sometimes' as const, 'always' as const),
});

test('whoever is drawn into a control group is never planned a card, and everybody else is [SCR-A-5]', () => {
  const batch = [begun('2026-06-03')].reduce(evolveBatch, noBatch);
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), fc.nat(), (all, seed) => {
      const cases = all.map((one, at) => ({ ...one, case: `case_${at}` as const }));
      const drawn = drawGroups(cases, `seed-${seed}`, groups);
      for (const one of cases) {
        const group = drawn.get(one.case) ?? '';
        const before = state(opening(one), grouped(group));
        const outcome = planPiece(
          { case: before, batch },
          { batch: 'batch_may', case: ID, piece: 'piece_one' },
          today('2026-06-03', { rules }),
        );
        assert.ok(!('refused' in outcome));
        const [fact] = outcome.facts;
        const control = cardOf(before, rules) === undefined;
        assert.equal(fact?.type, control ? 'piece.dropped' : 'piece.planned');
        if (fact?.type === 'piece.dropped') assert.equal(fact.reason, 'control-group');
      }
    }),
    { numRuns: 50 },
  );
});
