import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { isRefusal } from '../basics/refusal.ts';
import { yen } from '../basics/yen.ts';
import type { Decision } from '../decision.ts';
import type { PieceFact } from '../facts/mailing.ts';
import type { Fact, RecordedFact } from '../facts.ts';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { mayGoOut } from './what-stops-what.ts';
import { reportBirth } from './report-birth.ts';
import { reportDeath } from './report-death.ts';
import { reportLoss, type ReportLoss } from './report-loss.ts';

const DAY = date('2026-06-10');
const command: ReportLoss = { case: CASE, what: 'loss', on: date('2026-06-09'), source: 'phone' };

const piece = (id: `piece_${string}`, ...more: readonly PieceFact[]): readonly RecordedFact[] =>
  [
    { type: 'piece.planned', piece: id, batch: 'batch_may', case: CASE, kind: 'notice' } as const,
    {
      type: 'piece.printed',
      piece: id,
      batch: 'batch_may',
      case: CASE,
      kind: 'notice',
      template: 'notice/1',
      copy: 1,
    } as const,
    ...more,
  ].map((fact) => on('2026-05-12', fact));
const posted = (id: `piece_${string}`): PieceFact => ({
  type: 'piece.posted',
  piece: id,
  case: CASE,
  kind: 'notice',
  service: 'specified-record',
  postage: yen(320),
});
const invite: Fact = { type: 'invite.issued', case: CASE, piece: 'piece_1', copy: 1, reason: 'notice' };

const full = [
  opened(),
  ...piece('piece_1', posted('piece_1')),
  on('2026-05-12', invite),
  ...piece('piece_2'),
  booked('2026-06-01', '2026-06-15'),
];

const yes = (outcome: Decision | { readonly refused: string }): Decision => {
  assert.ok(!isRefusal(outcome));
  return outcome;
};
const types = (outcome: Decision | { readonly refused: string }) => factsOf(outcome).map(({ type }) => type);

test('a loss stops, frees the date, revokes the link, pulls the paper and tells the ward in one decision [CHI-8.14-5] [INC-10]', () => {
  const decided = yes(reportLoss(given(...full), command, today(DAY)));
  assert.deepEqual(types(decided), [
    'case.loss-reported',
    'urgent.raised',
    'booking.cancelled',
    'invite.revoked',
  ]);
  assert.ok(decided.release?.some(({ kind, key }) => kind === 'booking' && key === CASE));
  assert.deepEqual(decided.seats, [{ act: 'free', slot: 'slot_2026-06-15-1000', ref: 'booking_1' }]);
  assert.deepEqual(
    decided.send?.map(({ queue, ref }) => [queue, ref]),
    [
      ['ward-notice', 'urgent_1'],
      ['pull-piece', 'piece_1'],
      ['pull-piece', 'piece_2'],
    ],
  );
  const raised = decided.facts.find(({ type }) => type === 'urgent.raised');
  assert.ok(raised && 'class' in raised && raised.class === 'loss');
});

test('the death of the child is told the same way and stops the same [CHI-8.14-5]', () => {
  const outcome = reportLoss(given(...full), { ...command, what: 'child-death' }, today(DAY));
  assert.deepEqual(types(outcome), ['case.died', 'urgent.raised', 'booking.cancelled', 'invite.revoked']);
});

test('a loss told twice is known; another day corrects it without a second alarm [CHI-8.14-5]', () => {
  const after = given(
    ...full,
    on(DAY, { type: 'case.loss-reported', case: CASE, on: command.on, source: 'phone' }),
  );
  assert.deepEqual(types(reportLoss(after, command, today(DAY))), []);
  assert.deepEqual(types(reportLoss(after, { ...command, on: date('2026-06-08') }, today(DAY))), [
    'case.loss-reported',
  ]);
});

test('no loss on a day that has not come, and none of a case that is not there', () => {
  assert.equal(
    refusalOf(reportLoss(given(...full), { ...command, on: date('2026-06-11') }, today(DAY))),
    'day-not-yet',
  );
  assert.equal(refusalOf(reportLoss(given(), command, today(DAY))), 'case-not-open');
});

test("the woman's death stops everything, frees the date and tells the ward [B-17]", () => {
  const decided = yes(
    reportDeath(given(...full), { case: CASE, on: command.on, source: 'list' }, today(DAY)),
  );
  assert.deepEqual(types(decided), ['case.died', 'booking.cancelled', 'invite.revoked']);
  assert.equal(decided.send?.filter(({ queue }) => queue === 'pull-piece').length, 2);
});

test('a birth pulls the printed letter only, and the date of the April-May cohort stays [CHI-8.5-2]', () => {
  const cohort = opened('2026-04-20', { due: date('2026-08-20') });
  const decided = yes(
    reportBirth(given(cohort, ...full.slice(1)), { case: CASE, on: command.on, source: 'phone' }, today(DAY)),
  );
  assert.deepEqual(types(decided), ['case.birth-reported']);
  assert.deepEqual(
    decided.send?.map(({ ref }) => ref),
    ['piece_2'],
  );
});

const late = (day: string, born: string) =>
  yes(
    reportBirth(
      given(opened('2026-05-20', { due: date('2026-09-20') }), booked('2026-06-01', day)),
      { case: CASE, on: date(born), source: 'phone' },
      today('2026-09-25'),
    ),
  );

test('after an early birth a date before the due date stays, one after it is asked of the ward [CHI-4.2-9]', () => {
  assert.deepEqual(types(late('2026-09-10', '2026-09-05')), ['case.birth-reported']);
  const asked = late('2026-09-28', '2026-09-05');
  assert.deepEqual(types(asked), ['case.birth-reported']);
  assert.deepEqual(
    asked.send?.map(({ queue, ref }) => [queue, ref]),
    [['ward-notice', 'booking_1']],
  );
});

test('after a birth on the due date or later the date is given up [CHI-4.2-8]', () => {
  assert.deepEqual(types(late('2026-09-28', '2026-09-20')), ['case.birth-reported', 'booking.cancelled']);
});

test('after a loss is told nothing may go out any more [CHI-8.14-5] [INC-10]', () => {
  const facts = factsOf(reportLoss(given(...full), command, today(DAY))).map((fact) => on(DAY, fact));
  const { standing } = given(...full, ...facts).case;
  assert.equal(mayGoOut(standing, ['print', 'invitations'], DAY).goes, false);
  assert.equal(mayGoOut(standing, 'mail', DAY).goes, false);
});
