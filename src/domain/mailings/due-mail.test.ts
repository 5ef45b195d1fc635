import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import { delivered, planned, posted, returned, sent } from '../../../tests/support/mail.ts';
import type { RecordedFact } from '../facts.ts';
import type { Rules } from '../rules.ts';
import { dueMail } from './due-mail.ts';

const { rules } = today('2026-05-01');

/** What is due, as `kind`, or why not, as `kind:why` or `why`. */
const due = (day: string, facts: readonly RecordedFact[], rulesOf: Rules = rules): string => {
  const found = dueMail(given(...facts).case, date(day), rulesOf);
  if (found.due) return found.kind;
  return found.kind ? `${found.kind}:${found.why}` : found.why;
};

const RESEND = { piece: 'piece_two', batch: 'batch_june', kind: 'resend' } as const;
const RECALL = { piece: 'piece_card', batch: 'batch_june', kind: 'recall' } as const;
const registered = (day: string) => on(day, { type: 'resident.registered', case: CASE, channel: 'web' });

test('a listed woman gets her notice from the month before she reaches the 8th month [CHI-8.1-1, CHI-8.1-5]', () => {
  // Due 20 August: month 8 begins on 28 May, so the April dispatch is the first.
  assert.equal(due('2026-04-20', [opened()]), 'notice');
  assert.equal(due('2026-04-20', [opened('2026-04-20', { due: date('2026-10-20') })]), 'notice:not-yet');
});

test('a woman on a catch-up list gets her notice although her month has begun [AMB-58]', () => {
  assert.equal(due('2026-05-15', [opened('2026-05-10', { due: date('2026-07-01') })]), 'notice');
});

test('a second notice is never due once one is on its way [CHI-8.1-9]', () => {
  assert.equal(due('2026-05-15', [opened(), planned('2026-05-12')]), 'under-way');
  assert.equal(due('2026-06-15', [opened(), ...sent('2026-05-12')]), 'not-confirmed');
});

test('a letter returned on 25 May waits for the June batch [CHI-8.1-8]', () => {
  const facts = [opened(), ...sent('2026-05-12'), returned('2026-05-25')];
  assert.equal(due('2026-05-31', facts), 'resend:not-yet');
  assert.equal(due('2026-06-01', facts), 'resend');
});

test('a returned notice is sent again once, and after the second return nothing goes by post [CHI-8.1-9, AMB-10]', () => {
  const again = [opened(), ...sent('2026-05-12'), returned('2026-05-25'), ...sent('2026-06-12', RESEND)];
  assert.equal(due('2026-07-12', again), 'not-confirmed');
  assert.equal(due('2026-07-12', [...again, returned('2026-06-25', RESEND)]), 'unreachable');
});

test('a refused letter waits for a person, and is sent again only on that word [CHI-8.1-8]', () => {
  const refused = [opened(), ...sent('2026-05-12'), returned('2026-05-25', { reason: 'refused' })];
  const review = (resend: boolean) =>
    on('2026-06-02', { type: 'piece.return-reviewed', piece: 'piece_one', case: CASE, resend });
  assert.equal(due('2026-06-10', refused), 'refused-unreviewed');
  assert.equal(due('2026-06-10', [...refused, review(true)]), 'resend');
  assert.equal(due('2026-06-10', [...refused, review(false)]), 'refused-by-her');
});

test('a letter that the post gave back at our request is not sent again by itself [CHI-8.1-8]', () => {
  const back = [opened(), ...sent('2026-05-12'), returned('2026-05-25', { reason: 'recalled-by-sender' })];
  assert.equal(due('2026-06-10', back), 'called-back');
});

test('the recall card waits 21 days from confirmed delivery and stops at the due date [CHI-8.9-1, AMB-19]', () => {
  const arrived = [opened(), ...sent('2026-05-12'), delivered('2026-05-14')];
  assert.equal(due('2026-06-03', arrived), 'recall:not-yet');
  assert.equal(due('2026-06-04', arrived), 'recall');
  assert.equal(due('2026-08-19', arrived), 'recall');
  assert.notEqual(due('2026-08-20', arrived), 'recall');
});

test('without a confirmed delivery no recall card is due, however long ago the letter left [CHI-8.9-1]', () => {
  assert.equal(due('2026-07-30', [opened(), ...sent('2026-05-12')]), 'not-confirmed');
});

test('the recall goes once and is counted apart from the re-send [CHI-8.9-2, CHI-8.1-9, AMB-10]', () => {
  const resent = [
    opened(),
    ...sent('2026-05-12'),
    returned('2026-05-25'),
    ...sent('2026-06-12', RESEND),
    delivered('2026-06-14', RESEND),
  ];
  assert.equal(due('2026-07-06', resent), 'recall');
  assert.equal(due('2026-07-20', [...resent, ...sent('2026-07-10', RECALL)]), 'cap-used');
  const shared = { ...rules, mailing: { ...rules.mailing, caps: { resend: 1, recall: 1, shared: true } } };
  assert.equal(due('2026-07-06', resent, shared), 'cap-used');
});

test('a registered woman is recalled by mail and never by card [CHI-8.9-3]', () => {
  const facts = [opened(), ...sent('2026-05-12'), delivered('2026-05-14'), registered('2026-05-20')];
  assert.equal(due('2026-06-20', facts), 'registered');
});

test('a protected woman gets no recall card, even where the ward has named a way [AMB-56]', () => {
  const named = opened('2026-04-20', { protected: true, mailWay: 'designated' });
  assert.equal(due('2026-05-12', [named]), 'notice');
  assert.equal(due('2026-06-10', [named, ...sent('2026-05-12'), delivered('2026-05-14')]), 'recall:stopped');
  assert.equal(
    due('2026-05-12', [opened('2026-04-20', { protected: true, mailWay: 'undecided' })]),
    'notice:stopped',
  );
});

test('a loss stops every letter, and the mailing room reads only that it is stopped [AMB-38, CHI-8.14-5]', () => {
  const loss = on('2026-05-11', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-05-10'),
    source: 'ward',
  });
  assert.equal(due('2026-05-12', [opened(), loss]), 'notice:stopped');
  assert.equal(
    due('2026-06-10', [opened(), ...sent('2026-05-12'), delivered('2026-05-14'), loss]),
    'recall:stopped',
  );
});

test('a woman who moved out is left out with that reason [CHI-4.3-1]', () => {
  const gone = on('2026-05-28', {
    type: 'case.moved',
    case: CASE,
    on: date('2026-05-28'),
    within: false,
    source: 'list',
  });
  assert.equal(
    due('2026-06-10', [opened(), ...sent('2026-05-12'), returned('2026-05-25'), gone]),
    'resend:moved-out',
  );
});

test('the cohort of April 2027 gets a notice but neither re-send nor recall [CHI-4.3-2, CHI-4.1-3]', () => {
  const april = opened('2027-03-01', { due: date('2027-07-10') });
  assert.equal(due('2027-03-05', [april]), 'notice');
  const march = { piece: 'piece_one', batch: 'batch_march' } as const;
  const arrived = [april, ...sent('2027-03-05', march), delivered('2027-03-07', march)];
  assert.equal(due('2027-03-30', arrived), 'recall:outside-window');
  assert.equal(
    due('2027-04-05', [april, ...sent('2027-03-05', march), returned('2027-03-25', march)]),
    'resend:outside-window',
  );
});

test('a letter lost by the post is written again outside the caps, even after the one re-send [CHI-8.1-9]', () => {
  const lost = on('2026-06-30', {
    type: 'piece.lost',
    piece: RESEND.piece,
    case: CASE,
    on: date('2026-06-30'),
    source: 'post-office',
  });
  const granted = on('2026-06-30', {
    type: 'piece.reissue-granted',
    piece: RESEND.piece,
    case: CASE,
    reason: 'lost-in-post',
  });
  const facts = [
    opened(),
    ...sent('2026-05-12'),
    returned('2026-05-25'),
    planned('2026-06-12', RESEND),
    posted('2026-06-12', RESEND),
    lost,
    granted,
  ];
  assert.equal(due('2026-07-01', facts), 'reissue');
});

test('a woman designated by the ward gets her notice outside the window [CHI-4.4-1]', () => {
  const far = { due: date('2027-09-20') };
  const designation = { scope: ['notice', 'visit'] as const, ref: 'w-12' };
  assert.equal(due('2027-05-31', [opened('2027-03-01', far)]), 'notice:outside-window');
  assert.equal(
    due('2027-05-31', [opened('2027-03-01', { ...far, origin: 'designated', designation })]),
    'notice',
  );
});
