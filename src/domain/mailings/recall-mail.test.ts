import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import { delivered, sent } from '../../../tests/support/mail.ts';
import { dueRecallMail } from './recall-mail.ts';

const registered = [
  opened(),
  ...sent('2026-05-12'),
  delivered('2026-05-14'),
  on('2026-05-20', { type: 'resident.registered', case: CASE, channel: 'web' }),
];
const mailed = (day: string): RecordedFact =>
  on(day, { type: 'recall.sent', case: CASE, message: 'message_1', about: 'no-booking', channel: 'email' });
const due = (day: string, ...more: readonly RecordedFact[]) =>
  dueRecallMail(given(...registered, ...more).case, date(day), today(day).rules).due;

test('a registered woman without a date is mailed 14 days later, twice at most, then called [CHI-8.9-3, AMB-19, AMB-49]', () => {
  assert.equal(due('2026-06-02'), 'none');
  assert.equal(due('2026-06-03'), 'mail');
  assert.equal(due('2026-06-16', mailed('2026-06-03')), 'none');
  assert.equal(due('2026-06-17', mailed('2026-06-03')), 'mail');
  assert.equal(due('2026-07-01', mailed('2026-06-03'), mailed('2026-06-17')), 'call');
});

test('a woman who never registered is not mailed [CHI-8.9-3]', () => {
  const silent = given(opened(), ...sent('2026-05-12'), delivered('2026-05-14')).case;
  assert.equal(dueRecallMail(silent, date('2026-07-01'), today('2026-07-01').rules).due, 'none');
});

test('a pause, a loss and the due date end the mails [CHI-8.9-3, AMB-38]', () => {
  assert.equal(due('2026-08-20'), 'none');
  const loss = on('2026-06-01', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-06-01'),
    source: 'phone',
  });
  assert.equal(due('2026-06-10', loss), 'none');
  const pause = on('2026-06-01', {
    type: 'case.paused',
    case: CASE,
    reason: 'hospital',
    until: date('2026-06-20'),
    by: 'herself',
    channel: 'phone',
  });
  assert.equal(due('2026-06-10', pause), 'none');
  assert.equal(due('2026-06-20', pause), 'mail');
});
