import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date, type CivilDate } from '../basics/civil-date.ts';
import { yen } from '../basics/yen.ts';
import type { PregnancyOpening } from '../facts/case.ts';
import type { RecordedFact } from '../facts.ts';
import { booked } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import type { Target } from './condition.ts';
import { visitTarget } from './visit-target.ts';

const { rules } = today('2026-05-01');

const judged = (
  day: string,
  changes: Partial<PregnancyOpening> = {},
  ...facts: readonly RecordedFact[]
): Target => visitTarget(given(opened('2026-04-20', changes), ...facts).case, date(day), rules);

const open = ({ conditions }: Target): readonly string[] =>
  conditions
    .filter(({ result }) => result !== 'met' && result !== 'waived')
    .map(({ code, result }) => `${code} ${result}`);

const born = (day: string): RecordedFact =>
  on(day, { type: 'case.birth-reported', case: CASE, on: date(day), source: 'phone' });
const bookedFor = (day: string) => booked('2026-07-01', day, { outsideMonth8: true });

test('in her 8th month, living here, pregnant and not yet visited, she is a visit target [CHI-4.2-1, CHI-4.2-3]', () => {
  const target = judged('2026-06-01');
  assert.ok(target.eligible);
  assert.equal(target.conditions.length, 6);
});

test('a move out effective on the visit day blocks the visit, one day later it does not [CHI-4.2-1]', () => {
  const moved = (day: CivilDate): RecordedFact =>
    on('2026-05-20', { type: 'case.moved', case: CASE, on: day, within: false, source: 'list' });
  const day = date('2026-06-01');
  assert.deepEqual(open(judged(day, {}, moved(day))), ['residence unmet']);
  assert.deepEqual(open(judged(day, {}, moved(addDays(day, 1)))), []);
});

test('the 8th month on 31 March 2027 is bookable, on 1 April 2027 not [CHI-4.2-2, CHI-4.1-3]', () => {
  const last = judged('2027-03-31', { due: date('2027-06-23') });
  assert.deepEqual(open(last), []);
  const next = judged('2027-03-31', { due: date('2027-06-24') });
  assert.ok(open(next).includes('month-8-window unmet'));
  assert.equal(next.label, 'notice-only-next-contract');
});

test('no visit before 1 May 2026 or after the contract [CHI-8.5-1]', () => {
  assert.deepEqual(open(judged('2026-04-30', { due: date('2026-07-01') })), ['visit-period unmet']);
  assert.deepEqual(open(judged('2026-05-01', { due: date('2026-07-01') })), []);
  assert.deepEqual(open(judged('2027-04-01', { due: date('2027-06-01') })), ['visit-period unmet']);
});

test('born: reaching the 8th month on 31 May 2026 she is still bookable, on 1 June not [CHI-8.5-2, AMB-17]', () => {
  const may = judged('2026-10-01', { due: date('2026-08-23') }, born('2026-08-30'));
  assert.ok(may.eligible);
  const june = judged('2026-10-01', { due: date('2026-08-24') }, born('2026-08-30'));
  assert.deepEqual(open(june), ['pregnant unmet']);
});

test('an early birth keeps a visit before the due date, or one that was ever booked for before it [CHI-4.2-9, AMB-06]', () => {
  const due = { due: date('2026-09-20') };
  const early = born('2026-09-05');
  assert.deepEqual(open(judged('2026-09-10', due, early)), []);
  assert.deepEqual(open(judged('2026-09-25', due, bookedFor('2026-09-10'), early)), []);
  assert.deepEqual(open(judged('2026-09-20', due, bookedFor('2026-09-20'), early)), ['pregnant unknown']);
  assert.deepEqual(open(judged('2026-09-25', due, early)), ['pregnant unknown']);
});

test('a birth on the due date or later ends the visit [CHI-4.2-8]', () => {
  const due = { due: date('2026-09-20') };
  assert.deepEqual(open(judged('2026-09-25', due, bookedFor('2026-09-10'), born('2026-09-20'))), [
    'pregnant unmet',
  ]);
});

test('overdue and still pregnant she is a visit target [CHI-4.2-3, CHI-4.2-6, AMB-36]', () => {
  assert.deepEqual(open(judged('2026-09-24', { due: date('2026-09-20') })), []);
});

test('before her 8th month she needs the notice to have arrived, or an operator asks [CHI-4.2-5, AMB-04]', () => {
  const early = '2026-05-27';
  assert.deepEqual(open(judged(early)), ['notice-arrived unknown']);
  assert.deepEqual(open(judged('2026-05-28')), []);
  const registered = on('2026-05-20', { type: 'resident.registered', case: CASE, channel: 'web' });
  assert.deepEqual(open(judged(early, {}, registered)), []);
  const piece = { piece: 'piece_1', case: CASE } as const;
  const arrived = [
    on('2026-05-11', { type: 'piece.planned', ...piece, batch: 'batch_may', kind: 'notice' }),
    on('2026-05-12', {
      type: 'piece.printed',
      ...piece,
      batch: 'batch_may',
      kind: 'notice',
      template: 'notice/1',
      copy: 1,
    }),
    on('2026-05-13', {
      type: 'piece.posted',
      ...piece,
      kind: 'notice',
      service: 'specified-record',
      postage: yen(320),
    }),
    on('2026-05-15', { type: 'piece.delivered', ...piece, on: date('2026-05-15'), source: 'post' }),
  ] as const;
  assert.deepEqual(open(judged(early, {}, ...arrived)), []);
  assert.deepEqual(open(judged(early, {}, ...arrived.slice(0, 3))), ['notice-arrived unknown']);
});

test('a woman designated for the visit is booked from outside window and ward [CHI-4.4-1]', () => {
  const designation = { scope: ['visit'], ref: 'w-1' } as const;
  const target = judged('2027-03-30', { due: date('2027-08-20'), origin: 'designated', designation });
  assert.ok(target.eligible);
  assert.equal(target.label, 'designated-by-ward');
});

test('a case carried over from the last contract is covered by this one [CHI-4.4-2]', () => {
  const target = judged('2026-05-10', { due: date('2026-06-01'), origin: 'carried' });
  assert.ok(target.eligible);
  assert.equal(target.label, 'carried-over');
});

test('after a completed visit there is no second one [CHI-8.3-5]', () => {
  const visited = completedVisit('2026-06-01');
  assert.deepEqual(open(judged('2026-06-10', {}, visited)), ['not-yet-visited unmet']);
});
