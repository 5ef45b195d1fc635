import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, today } from '../../../tests/support/given.ts';
import { registeredByMail } from '../../../tests/support/registered-by-mail.ts';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { MessageId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';
import { dueMessages } from './due-messages.ts';
import { handOverMessage } from './hand-over-message.ts';
import { sendMessage } from './send-message.ts';

/** A day in May or June, `05-18`, and a time. */
const at = (day: string, time: string) => instantAt(date(`2026-${day}`), time);
const fact = (day: string, time: string, said: Parameters<typeof on>[1]): RecordedFact => ({
  ...on(`2026-${day}`, said),
  at: at(day, time),
});

const registered = [opened(), ...registeredByMail('2026-05-10')];
const takes = (day: string, time: string, type: 'booking.made' | 'booking.moved', to: string) =>
  fact(day, time, {
    type,
    case: CASE,
    booking: 'booking_1',
    slot: `slot_2026-${to}-1000`,
    date: date(`2026-${to}`),
    mode: 'visit',
    attempt: 1,
    requestedBy: 'herself',
    outsideMonth8: false,
  });
const cancels = (day: string, time: string, of: string, reason = 'other') =>
  fact(day, time, {
    type: 'booking.cancelled',
    case: CASE,
    booking: 'booking_1',
    slot: `slot_2026-${of}-1000`,
    date: date(`2026-${of}`),
    reason,
  });
const REF = (day: string) => `booking_1@slot_2026-${day}-1000`;

/** Orders what is due at a moment and, unless told otherwise, hands it over. */
function mailed(
  before: readonly RecordedFact[],
  day: string,
  time: string,
  handsOver = true,
): readonly RecordedFact[] {
  const context = today(`2026-${day}`, { time });
  const [due] = dueMessages(given(...before).case, context.now, context.rules);
  if (!due) return before;
  const message: MessageId = `message_${before.length}`;
  const { about, ref } = due;
  const record = (facts: readonly RecordedFact[], outcome: Parameters<typeof factsOf>[0]) => [
    ...facts,
    ...factsOf(outcome).map((one) => fact(day, time, one)),
  ];
  const ordered = record(before, sendMessage(given(...before), { message, case: CASE, about, ref }, context));
  return handsOver
    ? record(ordered, handOverMessage(given(...ordered), { case: CASE, message }, context))
    : ordered;
}

const due = (facts: readonly RecordedFact[], day: string, time: string) => {
  const { now, rules } = today(`2026-${day}`, { time });
  return dueMessages(given(...facts).case, now, rules).map(({ about, ref }) => [about, ref]);
};

const dated = [...registered, takes('05-18', '10:00', 'booking.made', '06-10')];
const told = mailed(dated, '05-18', '10:05');

test('a date that takes the place of one she was told of is told as moved, once [CHI-8.14-1]', () => {
  assert.deepEqual(due(told, '05-18', '10:06'), []);
  const moved = [...told, takes('05-20', '10:00', 'booking.moved', '06-12')];
  assert.deepEqual(due(moved, '05-20', '10:00'), [['booking-moved', REF('06-12')]]);
  const again = mailed(moved, '05-20', '10:00');
  assert.deepEqual(due(again, '05-20', '10:01'), []);
  assert.deepEqual(due(again, '06-11', '09:00'), [['reminder-1', REF('06-12')]]);
});

test('moved before the first mail has left, she gets one confirmation, of the date she holds [CHI-8.2-2]', () => {
  const ordered = mailed(dated, '05-18', '10:05', false);
  const moved = [...ordered, takes('05-18', '10:06', 'booking.moved', '06-12')];
  assert.deepEqual(due(moved, '05-18', '10:07'), [['booking', REF('06-12')]]);
  const context = today('2026-05-18', { time: '10:07' });
  const message: MessageId = `message_${dated.length}`;
  const handedOver = factsOf(handOverMessage(given(...moved), { case: CASE, message }, context));
  assert.deepEqual(
    handedOver.map(({ type }) => type),
    ['message.stopped'],
  );
});

test('a date moved away and back is told each time, and not when she never heard of the other [CHI-8.14-1]', () => {
  const away = mailed([...told, takes('05-20', '10:00', 'booking.moved', '06-12')], '05-20', '10:05');
  const back = [...away, takes('05-21', '10:00', 'booking.moved', '06-10')];
  assert.deepEqual(due(back, '05-21', '10:00'), [['booking-moved', REF('06-10')]]);
  const heardBack = mailed(back, '05-21', '10:05');
  const awayAgain = [...heardBack, takes('05-22', '10:00', 'booking.moved', '06-12')];
  assert.deepEqual(due(awayAgain, '05-22', '10:00'), [['booking-moved', REF('06-12')]]);
  const unheard = [
    ...told,
    takes('05-20', '10:00', 'booking.moved', '06-12'),
    takes('05-20', '10:01', 'booking.moved', '06-10'),
  ];
  assert.deepEqual(due(unheard, '05-20', '10:02'), []);
  assert.deepEqual(due(unheard, '06-09', '09:00'), [['reminder-1', REF('06-10')]]);
});

test('a cancelled date is told for a day, once, as the date she knew of [CHI-8.14-1, CHI-8.2-2]', () => {
  const cancelled = [...told, cancels('05-20', '10:00', '06-10')];
  assert.deepEqual(due(cancelled, '05-20', '10:00'), [['booking-cancelled', REF('06-10')]]);
  assert.deepEqual(due(cancelled, '05-21', '09:59'), [['booking-cancelled', REF('06-10')]]);
  assert.deepEqual(due(cancelled, '05-21', '10:00'), []);
  assert.deepEqual(due(mailed(cancelled, '05-20', '10:05'), '05-20', '10:06'), []);
  const movedUnheard = [
    ...told,
    takes('05-20', '10:00', 'booking.moved', '06-12'),
    cancels('05-20', '10:01', '06-12'),
  ];
  assert.deepEqual(due(movedUnheard, '05-20', '10:02'), [['booking-cancelled', REF('06-10')]]);
});

test('of a cancelled date she never heard of, and of one with a new date in its place, she is told nothing [CHI-8.14-1]', () => {
  assert.deepEqual(due([...dated, cancels('05-18', '10:01', '06-10')], '05-18', '10:02'), []);
  const anew = {
    ...booked('2026-05-20', '2026-06-12', { booking: 'booking_2' }),
    at: at('05-20', '10:30'),
  };
  const facts = [...told, cancels('05-20', '10:00', '06-10'), anew];
  assert.deepEqual(due(facts, '05-20', '10:31'), [['booking', 'booking_2@slot_2026-06-12-1000']]);
});

test('a stop that takes her date is followed by no mail about it, even when it is lifted [CHI-8.14-5, AMB-38]', () => {
  for (const reason of ['withdrawn', 'loss', 'died', 'born', 'moved-out']) {
    assert.deepEqual(due([...told, cancels('05-20', '10:00', '06-10', reason)], '05-20', '10:01'), []);
  }
  const cancelled = mailed([...told, cancels('05-20', '10:00', '06-10')], '05-20', '10:05', false);
  const loss = fact('05-20', '10:06', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-05-20'),
    source: 'web',
  });
  const message: MessageId = `message_${told.length + 1}`;
  const handedOver = handOverMessage(
    given(...cancelled, loss),
    { case: CASE, message },
    today('2026-05-20', { time: '10:07' }),
  );
  assert.deepEqual(
    factsOf(handedOver).map(({ type }) => type),
    ['message.stopped'],
  );
});

test('who asked by her link to be called is told once that we will, until somebody has called [CHI-8.14-1]', () => {
  const asked = (channel: 'web' | 'phone') =>
    fact('05-20', '10:00', {
      type: 'call-back.requested',
      case: CASE,
      callBack: 'call-back_1',
      about: 'question',
      channel,
      dueBy: at('05-21', '12:00'),
    });
  const waiting = [...told, asked('web')];
  assert.deepEqual(due(waiting, '05-20', '10:00'), [['call-back', 'call-back_1']]);
  assert.deepEqual(due(waiting, '05-21', '12:00'), []);
  assert.deepEqual(due(mailed(waiting, '05-20', '10:05'), '05-20', '10:06'), []);
  assert.deepEqual(due([...told, asked('phone')], '05-20', '10:00'), []);
  const made = fact('05-20', '10:03', {
    type: 'call-back.closed',
    case: CASE,
    callBack: 'call-back_1',
    result: 'reached',
  });
  assert.deepEqual(due([...waiting, made], '05-20', '10:04'), []);
  const withoutMail = waiting.filter(({ type }) => type !== 'case.contact-changed');
  assert.deepEqual(due(withoutMail, '05-20', '10:00'), []);
});
