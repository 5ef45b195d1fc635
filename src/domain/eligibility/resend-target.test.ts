import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { yen } from '../basics/yen.ts';
import type { PregnancyOpening } from '../facts/case.ts';
import type { PieceFact } from '../facts/mailing.ts';
import type { Fact, RecordedFact } from '../facts.ts';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import type { Target } from './condition.ts';
import { recallGroup } from './recall-group.ts';
import { recallTarget, resendTarget } from './resend-target.ts';

const { rules } = today('2026-06-01');
const DAY = date('2026-06-12');
const NOTICE = { piece: 'piece_1', case: CASE } as const;

const sent: readonly PieceFact[] = [
  { type: 'piece.planned', ...NOTICE, batch: 'batch_may', kind: 'notice' },
  { type: 'piece.printed', ...NOTICE, batch: 'batch_may', kind: 'notice', template: 'notice/1', copy: 1 },
  { type: 'piece.posted', ...NOTICE, kind: 'notice', service: 'specified-record', postage: yen(320) },
];
const returned: Fact = {
  type: 'piece.returned',
  ...NOTICE,
  on: date('2026-05-25'),
  reason: 'storage-expired',
  source: 'post',
};
const delivered: Fact = { type: 'piece.delivered', ...NOTICE, on: date('2026-05-18'), source: 'post' };
const registered: Fact = { type: 'resident.registered', case: CASE, channel: 'web' };
const dated = booked('2026-05-26', '2026-06-20');
const cancelled: Fact = {
  type: 'booking.cancelled',
  case: CASE,
  booking: 'booking_1',
  slot: 'slot_2026-06-20-1000',
  date: date('2026-06-20'),
  reason: 'by-herself',
};

const told = (...facts: readonly Fact[]): readonly RecordedFact[] =>
  facts.map((fact) => on('2026-05-26', fact));
const after = (changes: Partial<PregnancyOpening>, ...facts: readonly Fact[]) =>
  given(opened('2026-04-20', changes), ...told(...sent, ...facts)).case;
const unmet = ({ conditions }: Target): readonly string[] =>
  conditions.filter(({ result }) => result === 'unmet').map(({ code }) => code);

test('a returned notice is sent again, an unanswered one is recalled, and never both [CHI-4.3-3]', () => {
  assert.ok(resendTarget(after({}, returned), DAY, rules).eligible);
  assert.deepEqual(unmet(recallTarget(after({}, returned), DAY, rules)), ['recall-group']);
  assert.ok(recallTarget(after({}, delivered), DAY, rules).eligible);
  assert.deepEqual(unmet(resendTarget(after({}, delivered), DAY, rules)), ['recall-group']);
});

test('moved out between plan and batch she drops out, with the reason [CHI-4.3-1]', () => {
  const moved: Fact = { type: 'case.moved', case: CASE, on: DAY, within: false, source: 'list' };
  assert.deepEqual(unmet(resendTarget(after({}, returned, moved), DAY, rules)), ['residence']);
  assert.ok(resendTarget(after({}, returned, moved), date('2026-06-11'), rules).eligible);
});

test('a returned notice of the cohort of April 2027 is not sent again under this contract [CHI-4.3-2]', () => {
  const next = resendTarget(after({ due: date('2027-06-24') }, returned), DAY, rules);
  assert.deepEqual(unmet(next), ['month-8-window']);
  assert.equal(next.label, 'notice-only-next-contract');
  assert.ok(resendTarget(after({ due: date('2027-06-23') }, returned), DAY, rules).eligible);
});

test('after a birth nothing is sent again and nobody recalled [CHI-4.3-2]', () => {
  const born: Fact = { type: 'case.birth-reported', case: CASE, on: date('2026-05-20'), source: 'list' };
  assert.deepEqual(unmet(recallTarget(after({}, delivered, born), DAY, rules)), ['pregnant']);
});

test('a designation covers the re-send [CHI-4.4-1]', () => {
  const designation = { scope: ['notice', 'resend'], ref: 'w-1' } as const;
  const changes = { due: date('2027-08-01'), origin: 'designated', designation } as const;
  assert.ok(resendTarget(after(changes, returned), DAY, rules).eligible);
});

test('the three work lists share nobody and hold everybody who was sent a notice and has no date [CHI-4.3-3]', () => {
  const histories = fc.subarray([delivered, returned, registered, dated, cancelled]);
  fc.assert(
    fc.property(histories, (facts) => {
      const state = after({}, ...facts);
      const lists = [
        resendTarget(state, DAY, rules).eligible,
        recallTarget(state, DAY, rules).eligible && recallGroup(state) === 'not-applied',
        recallTarget(state, DAY, rules).eligible && recallGroup(state) === 'not-booked',
      ];
      return lists.filter(Boolean).length === (state.bookings.active ? 0 : 1);
    }),
  );
});
