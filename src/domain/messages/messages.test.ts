import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { registeredByMail } from '../../../tests/support/registered-by-mail.ts';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import { dueMessages } from './due-messages.ts';
import { recordBounce } from './record-bounce.ts';
import { recordCall } from './record-call.ts';
import { sendMessage } from './send-message.ts';

const registered = [opened(), ...registeredByMail('2026-05-10')] as const;
const dated = booked('2026-05-18', '2026-06-10');
const REF = 'booking_1@slot_2026-06-10-1000';
const sent = (day: string, about: string, ref?: string, message = 'message_9') =>
  on(day, {
    type: about === 'no-booking' ? 'recall.sent' : 'message.sent',
    case: CASE,
    message: message as 'message_9',
    about,
    channel: 'email',
    ...(ref ? { ref } : {}),
  });
const confirmed = sent('2026-05-18', 'booking', REF);
const due = (facts: readonly RecordedFact[], day: string, time = '10:00') => {
  const { now, rules } = today(day, { time });
  return dueMessages(given(...facts).case, now, rules).map(({ about, way }) => `${about} ${way}`);
};
const send = (facts: readonly RecordedFact[], about: string, day: string, time = '10:00', ref?: string) =>
  sendMessage(given(...facts), { message: 'message_1', case: CASE, about, ref }, today(day, { time }));
const sentBy = (outcome: ReturnType<typeof send>) => factsOf(outcome).map((fact) => fact.type);

test('a booking is confirmed once, and she is reminded a week and a day before [CHI-8.2-2]', () => {
  const facts = [...registered, dated];
  assert.deepEqual(due(facts, '2026-05-18'), ['booking mail']);
  const after = [...facts, confirmed];
  assert.deepEqual(due(after, '2026-05-19'), []);
  assert.deepEqual(due(after, '2026-06-03', '08:59'), []);
  assert.deepEqual(due(after, '2026-06-03', '09:00'), ['reminder-7 mail']);
  assert.deepEqual(due([...after, sent('2026-06-03', 'reminder-7', REF)], '2026-06-04'), []);
  assert.deepEqual(due(after, '2026-06-09', '08:59'), ['reminder-7 mail']);
  assert.deepEqual(due(after, '2026-06-09', '09:00'), ['reminder-1 mail']);
  assert.deepEqual(due(after, '2026-06-10', '09:59'), ['reminder-1 mail']);
  assert.deepEqual(due(after, '2026-06-10', '10:00'), []);
});

test('a reminder from before the confirmation falls out [CHI-8.2-2]', () => {
  const late = [...registered, dated, sent('2026-06-05', 'booking', REF)];
  assert.deepEqual(due(late, '2026-06-05', '11:00'), []);
  assert.deepEqual(due(late, '2026-06-09', '09:00'), ['reminder-1 mail']);
});

test('a moved booking is confirmed anew, and the old time is reminded of no more [CHI-8.14-1]', () => {
  const moved = on('2026-05-20', {
    ...dated,
    type: 'booking.moved',
    slot: 'slot_2026-06-12-1000',
    date: date('2026-06-12'),
  });
  const facts = [...registered, dated, confirmed, { ...moved, at: today('2026-05-20').now }];
  assert.deepEqual(due(facts, '2026-05-20'), ['booking mail']);
  assert.deepEqual(sentBy(send(facts, 'booking', '2026-05-20', '10:00', REF)), ['message.stopped']);
});

test('what changed between plan and sending stops the mail, and that is written down [CHI-8.14-5, CHI-8.14-7]', () => {
  const facts = [...registered, dated, confirmed];
  const stops: readonly RecordedFact[] = [
    on('2026-06-08', { type: 'case.loss-reported', case: CASE, on: date('2026-06-08'), source: 'phone' }),
    on('2026-06-08', {
      type: 'case.paused',
      case: CASE,
      reason: 'hospital',
      until: date('2026-07-01'),
      by: 'herself',
      channel: 'phone',
    }),
    on('2026-06-08', {
      type: 'case.withdrawn',
      case: CASE,
      by: 'herself',
      channel: 'phone',
      package: 'decline',
    }),
    on('2026-06-08', {
      type: 'booking.cancelled',
      case: CASE,
      booking: 'booking_1',
      slot: 'slot_2026-06-10-1000',
      date: date('2026-06-10'),
      reason: 'herself',
    }),
  ];
  assert.deepEqual(sentBy(send(facts, 'reminder-1', '2026-06-09', '10:00', REF)), ['message.sent']);
  for (const stop of stops) {
    const outcome = send([...facts, stop], 'reminder-1', '2026-06-09', '10:00', REF);
    assert.deepEqual(sentBy(outcome), ['message.stopped']);
    assert.equal('refused' in outcome ? 'refused' : outcome.send, undefined);
  }
});

test('registered and not booked: a mail after 14 days, a second 14 days later, then a call, then rest [CHI-8.9-3]', () => {
  assert.deepEqual(due(registered, '2026-05-23'), []);
  assert.deepEqual(due(registered, '2026-05-24'), ['no-booking mail']);
  assert.deepEqual(sentBy(send(registered, 'no-booking', '2026-05-24')), ['recall.sent']);
  const once = [...registered, sent('2026-05-24', 'no-booking')];
  assert.deepEqual(due(once, '2026-06-06'), []);
  assert.deepEqual(due(once, '2026-06-07'), ['no-booking mail']);
  const twice = [...once, sent('2026-06-07', 'no-booking', undefined, 'message_8')];
  assert.deepEqual(due(twice, '2026-06-21'), ['no-booking call']);
  assert.equal(refusalOf(send(twice, 'no-booking', '2026-06-21')), 'call-instead');
  const call = recordCall(
    given(...twice),
    { case: CASE, about: 'no-booking', result: 'no-answer' },
    today('2026-06-21'),
  );
  assert.deepEqual(due([...twice, ...factsOf(call).map((fact) => on('2026-06-21', fact))], '2026-06-25'), []);
  assert.deepEqual(due([...registered, dated], '2026-05-24'), ['booking mail']);
});

test('nothing leaves in quiet hours, to the minute [CHI-8.9-3]', () => {
  const at = (time: string) => {
    const outcome = send(registered, 'no-booking', '2026-05-25', time);
    return 'refused' in outcome
      ? [outcome.refused, 'until' in outcome ? outcome.until.slice(0, 16) : '']
      : ['sent'];
  };
  assert.deepEqual(at('07:59'), ['quiet-hours', '2026-05-25T08:00']);
  assert.deepEqual(at('08:00'), ['sent']);
  assert.deepEqual(at('19:59'), ['sent']);
  assert.deepEqual(at('20:00'), ['quiet-hours', '2026-05-26T08:00']);
});

test('after a bounce she is called, not written to, until she gives an address anew [CHI-8.9-3]', () => {
  const facts = [...registered, dated, confirmed];
  const outcome = recordBounce(
    given(...facts),
    { case: CASE, message: 'message_9', reason: 'unknown-user' },
    today('2026-05-19'),
  );
  assert.deepEqual('refused' in outcome ? [] : outcome.send, [
    { queue: 'call', ref: 'message_9', case: CASE },
  ]);
  const bounced = [...facts, ...factsOf(outcome).map((fact) => on('2026-05-19', fact))];
  assert.deepEqual(due(bounced, '2026-06-09'), ['reminder-1 call']);
  const anew = on('2026-05-19', {
    type: 'case.contact-changed',
    case: CASE,
    what: 'email',
    source: 'phone',
    on: date('2026-05-19'),
  });
  assert.deepEqual(due([...bounced, anew], '2026-06-09'), ['reminder-1 mail']);
  assert.equal(
    refusalOf(
      recordBounce(given(...bounced), { case: CASE, message: 'message_9', reason: 'x' }, today('2026-05-20')),
    ),
    'no-such-message',
  );
});
