import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';
import { booked } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import { grantedPackage } from '../../../tests/support/granted-package.ts';
import { caseDuties } from './case-duties.ts';

const { rules } = today('2026-06-01');
const duties = (...facts: readonly RecordedFact[]) =>
  caseDuties(given(...facts).case, CASE, rules).map(
    ({ kind, from, due, owner }) => `${kind} ${from}..${due} ${owner}`,
  );

const posted = (day: string): RecordedFact[] => [
  on(day, { type: 'piece.planned', piece: 'piece_1', batch: 'batch_1', case: CASE, kind: 'notice' }),
  on(day, {
    type: 'piece.printed',
    piece: 'piece_1',
    batch: 'batch_1',
    case: CASE,
    kind: 'notice',
    template: 'notice/1',
    copy: 1,
  }),
];
const dated = booked('2026-05-20', '2026-06-05');

test('a new case asks for its notice by the 20th of the month before the 8th month, moved earlier on closed days [CHI-8.1-5, B-02]', () => {
  assert.deepEqual(duties(opened()), ['send-letter 2026-04-01..2026-04-20 mailing-clerk']);
  assert.deepEqual(duties(opened('2026-05-10', { due: date('2026-09-10') })), [
    'send-letter 2026-05-01..2026-05-20 mailing-clerk',
  ]);
});

test('a woman who is listed late goes with the next dispatch, and nobody is late before she was listed [CHI-8.1-5, B-02]', () => {
  assert.deepEqual(duties(opened('2026-05-25', { due: date('2026-09-10') })), [
    'send-letter 2026-05-01..2026-06-20 mailing-clerk',
  ]);
  assert.deepEqual(duties(opened('2026-04-06', { due: date('2026-07-20') })), [
    'send-letter 2026-03-01..2026-04-20 mailing-clerk',
  ]);
});

test('the duty to send ends when the letter is on its way, and becomes the duty to post it [B-02]', () => {
  assert.deepEqual(duties(opened(), ...posted('2026-04-21')), [
    'post-printed 2026-04-21..2026-04-23 mailing-clerk',
  ]);
});

test('a stop turns a printed letter into one that somebody pulls today [CHI-8.14-5]', () => {
  const loss = on('2026-04-21', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-04-20'),
    source: 'phone',
  });
  assert.ok(
    duties(opened(), ...posted('2026-04-21'), loss).includes(
      'pull-piece 2026-04-21..2026-04-21 mailing-clerk',
    ),
  );
});

test('a booking asks for a visitor, and after its day for the result [CHI-8.2-2]', () => {
  const found = duties(opened(), dated);
  assert.ok(found.includes('assign-visitor 2026-05-29..2026-06-04 responsible-manager'));
  assert.ok(found.includes('enter-visit-result 2026-06-05..2026-06-06 visitor'));
  const assigned = on('2026-05-21', {
    type: 'visit.assigned',
    case: CASE,
    booking: 'booking_1',
    visitor: 'account_nurse',
  });
  assert.ok(!duties(opened(), dated, assigned).some((duty) => duty.startsWith('assign-visitor')));
});

test('a package abroad is reminded of 3 and 1 months before its limit and ends the day after [CHI-8.8-10]', () => {
  const facts = [opened(), completedVisit('2026-07-01'), grantedPackage('2026-07-01')];
  assert.ok(duties(...facts).includes('send-package 2026-07-01..2026-07-13 mailing-clerk'));
  const abroad = duties(...facts, on('2026-07-02', { type: 'benefit.held', case: CASE, reason: 'overseas' }));
  assert.ok(!abroad.some((duty) => duty.startsWith('send-package')));
  assert.ok(abroad.some((duty) => duty.startsWith('remind-overseas 2027-04-02')));
  assert.ok(abroad.some((duty) => duty.startsWith('remind-overseas 2027-06-01')));
  assert.ok(abroad.includes('expire-right 2027-07-02..2027-07-02 responsible-manager'));
});

test('a protected woman without a named way is the most urgent question to the ward [AMB-56]', () => {
  const found = duties(opened('2026-04-20', { protected: true, mailWay: 'undecided' }));
  assert.deepEqual(found, ['name-mail-way 2026-04-20..2026-04-23 responsible-manager']);
});

test('a closed case has no duties', () => {
  assert.deepEqual(
    duties(opened(), on('2026-07-01', { type: 'case.closed', case: CASE, outcome: 'not-carried-out' })),
    [],
  );
});

const talked = completedVisit('2026-07-01');
const granted = grantedPackage('2026-07-01');
const lossTold = on('2026-07-08', {
  type: 'case.loss-reported',
  case: CASE,
  on: date('2026-07-02'),
  source: 'list',
});

test('the days to decide after a loss count from the day we were told, not from the day of the loss [AMB-05, B-02]', () => {
  const held = on('2026-07-08', { type: 'benefit.held', case: CASE, reason: 'loss' });
  assert.ok(
    duties(opened(), talked, granted, lossTold, held).includes(
      'decide-after-loss 2026-07-08..2026-07-11 responsible-manager',
    ),
  );
  const unclear = on('2026-07-09', { type: 'benefit.held', case: CASE, reason: 'address-unclear' });
  assert.ok(
    duties(opened(), talked, granted, unclear).includes(
      'answer-hold 2026-07-09..2026-07-13 responsible-manager',
    ),
  );
});

test('who does not wish her package, or died, is waited for by nobody [AMB-05, design 4]', () => {
  const held = on('2026-07-08', { type: 'benefit.held', case: CASE, reason: 'loss' });
  const ofPackage = (duty: string) => /^(decide-after-loss|answer-hold|send-package)/.test(duty);
  const declined = on('2026-07-10', {
    type: 'case.withdrawn',
    case: CASE,
    by: 'herself',
    channel: 'phone',
    package: 'decline',
  });
  assert.ok(duties(opened(), talked, granted, lossTold, held).some(ofPackage));
  assert.ok(!duties(opened(), talked, granted, lossTold, held, declined).some(ofPackage));
  const died = on('2026-07-10', {
    type: 'case.died',
    case: CASE,
    who: 'woman',
    on: date('2026-07-09'),
    source: 'ward',
  });
  const unclear = on('2026-07-09', { type: 'benefit.held', case: CASE, reason: 'address-unclear' });
  assert.ok(!duties(opened(), talked, granted, unclear, died).some(ofPackage));
});

test('a call about a mail that came back waits for the end of a pause or of a mistaken stop [B-02, design 4]', () => {
  const message = on('2026-06-01', {
    type: 'message.sent',
    case: CASE,
    message: 'message_1',
    about: 'visit-week-before',
    channel: 'email',
  });
  const bounced = on('2026-06-02', {
    type: 'message.bounced',
    case: CASE,
    message: 'message_1',
    about: 'visit-week-before',
    channel: 'email',
    reason: 'mailbox-unknown',
  });
  const paused = on('2026-06-02', {
    type: 'case.paused',
    case: CASE,
    reason: 'her-wish',
    until: date('2026-06-22'),
    by: 'herself',
    channel: 'phone',
  });
  const calls = (...facts: readonly RecordedFact[]) =>
    duties(opened(), message, ...facts).filter((duty) => duty.startsWith('call-instead'));
  assert.deepEqual(calls(bounced), ['call-instead 2026-06-02..2026-06-03 operator']);
  assert.deepEqual(calls(bounced, paused), ['call-instead 2026-06-22..2026-06-23 operator']);
  const mistaken = on('2026-06-02', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-06-01'),
    source: 'list',
  });
  assert.deepEqual(calls(bounced, mistaken), []);
  const lifted = on('2026-06-08', {
    type: 'case.stop-lifted',
    case: CASE,
    of: mistaken.id,
    by: 'ward',
    ref: 'tel-1',
  });
  assert.deepEqual(calls(bounced, mistaken, lifted), ['call-instead 2026-06-08..2026-06-09 operator']);
});

test('who was stopped by mistake is owed her call, letter and package from the end of the stop on [B-02, AMB-38]', () => {
  const mistaken = { ...lossTold, at: instantAt(date('2026-07-02'), '10:00') };
  const lifted = (day: string) =>
    on(day, { type: 'case.stop-lifted', case: CASE, of: mistaken.id, by: 'ward', ref: 'tel-1' });
  assert.ok(
    duties(opened(), mistaken, lifted('2026-07-22')).some((duty) => /^send-letter .*2026-08-20/.test(duty)),
  );
  const held = on('2026-07-02', { type: 'case.held', case: CASE, reason: 'ward-stop' });
  const free = on('2026-07-15', {
    type: 'case.stop-lifted',
    case: CASE,
    of: held.id,
    by: 'ward',
    ref: 'tel-2',
  });
  const ofPackage = duties(opened(), talked, granted, held, free).filter((duty) => duty.startsWith('send-p'));
  assert.deepEqual(ofPackage, ['send-package 2026-07-01..2026-07-28 mailing-clerk']);
});
