import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { booked, wish } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import type { RecordedFact } from '../facts.ts';
import type { Context } from '../context.ts';
import { makeBooking, type MakeBooking } from './make-booking.ts';
import { slotId } from './slot.ts';

const due = (day: string) => opened('2026-04-20', { due: date(day) });
const registered = on('2026-05-20', { type: 'resident.registered', case: CASE, channel: 'web' });
const answered = on('2026-05-20', {
  type: 'questionnaire.answered',
  application: 'application_1',
  case: CASE,
  form: 'pre-visit-questionnaire/1',
});
const born = (day: string, told = day) =>
  on(told, { type: 'case.birth-reported', case: CASE, on: date(day), source: 'phone' });

const byPhone = (facts: readonly RecordedFact[], command: MakeBooking, day = '2026-05-20') =>
  makeBooking(given(...facts), command, today(day));
const online = (facts: readonly RecordedFact[], command: MakeBooking, day = '2026-05-20') =>
  makeBooking(given(...facts, answered), command, today(day, { actor: 'resident' }));

test('a date in the 8th month is booked, with its seat and the claim to her one booking [CHI-8.2-2, CHI-4.2-4]', () => {
  const outcome = online([opened(), registered], wish('2026-06-10'));
  assert.deepEqual(factsOf(outcome), [
    {
      type: 'booking.made',
      booking: 'booking_1',
      case: CASE,
      slot: 'slot_2026-06-10-1000',
      date: '2026-06-10',
      mode: 'visit',
      attempt: 1,
      requestedBy: 'herself',
      outsideMonth8: false,
      channel: 'web',
    },
  ]);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.claim, [{ kind: 'booking', key: CASE }]);
  assert.deepEqual(outcome.seats, [{ act: 'take', slot: 'slot_2026-06-10-1000', ref: 'booking_1' }]);
});

test('8th month on 31 March 2027 is bookable, on 1 April 2027 not [CHI-4.2-2]', () => {
  // Reached 84 days before the due date: 2027-06-23 gives 31 March, 2027-06-24 gives 1 April.
  const march = wish('2027-03-31');
  assert.equal(refusalOf(byPhone([due('2027-06-23'), registered], march, '2027-03-20')), 'decided');
  assert.equal(
    refusalOf(byPhone([due('2027-06-24'), registered], march, '2027-03-20')),
    'not-a-visit-target',
  );
  assert.equal(refusalOf(byPhone([due('2026-06-24')], wish('2026-05-02'), '2026-04-30')), 'decided');
  assert.equal(
    refusalOf(byPhone([due('2026-06-23')], wish('2026-05-02'), '2026-04-30')),
    'not-a-visit-target',
  );
});

test('a date outside the 8th month is marked as hers, with who, when and how; staff alone cannot choose it [CHI-4.2-4, CHI-4.2-6]', () => {
  // Month 8 of a due date on 20 August 2026: 28 May to 24 June.
  for (const [day, outside] of [
    ['2026-05-28', false],
    ['2026-06-24', false],
    ['2026-06-25', true],
  ] as const) {
    const [fact] = factsOf(byPhone([opened()], wish(day)));
    assert.ok(fact?.type === 'booking.made');
    assert.equal(fact.outsideMonth8, outside);
    assert.equal(fact.requestedBy, 'herself');
    assert.equal(fact.channel, 'phone');
  }
  assert.equal(
    refusalOf(byPhone([opened()], wish('2026-06-25', { requestedBy: 'staff' }))),
    'request-needed',
  );
});

test('month 7 with the notice code is booked; without a notice on record it asks the operator [CHI-4.2-5]', () => {
  const early = wish('2026-05-27');
  assert.equal(refusalOf(online([opened(), registered], early)), 'decided');
  assert.equal(refusalOf(online([opened()], early)), 'early-needs-call');
  assert.equal(refusalOf(byPhone([opened()], early)), 'decided');
});

test('a move out from the day of the visit blocks it, from the day after it does not [CHI-4.2-1]', () => {
  const moved = (day: string) =>
    on('2026-05-19', { type: 'case.moved', case: CASE, on: date(day), within: false, source: 'ward' });
  assert.equal(refusalOf(byPhone([opened(), moved('2026-06-10')], wish('2026-06-10'))), 'visit-stopped');
  assert.equal(refusalOf(byPhone([opened(), moved('2026-06-11')], wish('2026-06-10'))), 'decided');
});

test('due 20 August: online 21 August is refused, 20 August warns, 19 August is plain [CHI-8.16-6]', () => {
  // A due date outside the cohort, whose rule is softer.
  const facts = [due('2026-12-21'), registered];
  assert.equal(refusalOf(online(facts, wish('2026-12-22'), '2026-12-01')), 'after-due-date-call');
  const [onDue] = factsOf(online(facts, wish('2026-12-21'), '2026-12-01'));
  assert.ok(onDue?.type === 'booking.made');
  assert.equal(onDue.notice, 'on-due-date');
  const [before] = factsOf(online(facts, wish('2026-12-19'), '2026-12-01'));
  assert.ok(before?.type === 'booking.made');
  assert.equal(before.notice, undefined);
});

test('after the due date an operator books once she was asked whether she is still pregnant [CHI-8.16-6, CHI-4.2-6]', () => {
  const facts = [due('2026-12-21')];
  assert.equal(refusalOf(byPhone(facts, wish('2026-12-22'), '2026-12-20')), 'still-pregnant-unasked');
  const [fact] = factsOf(byPhone(facts, wish('2026-12-22', { stillPregnant: true }), '2026-12-20'));
  assert.ok(fact?.type === 'booking.made');
  assert.equal(fact.stillPregnant, true);
  assert.equal(fact.notice, 'after-due-date');
});

test('8th month on 31 May 2026, born: still bookable, to 31 March 2027; on 1 June 2026, born: refused [CHI-8.5-2]', () => {
  const cohort = [due('2026-08-23'), born('2026-08-25')];
  assert.equal(refusalOf(online([...cohort, registered], wish('2026-09-10'), '2026-09-01')), 'decided');
  assert.equal(refusalOf(byPhone(cohort, wish('2027-03-31'), '2027-03-30')), 'decided');
  const later = [due('2026-08-24'), born('2026-08-25')];
  assert.equal(refusalOf(byPhone(later, wish('2026-09-10'), '2026-09-01')), 'after-birth');
});

test('the cohort sees a notice instead of the block after the due date [CHI-8.16-6]', () => {
  const [fact] = factsOf(online([opened(), registered], wish('2026-08-21')));
  assert.ok(fact?.type === 'booking.made');
  assert.equal(fact.notice, 'after-due-date');
  assert.equal(fact.stillPregnant, undefined);
});

test('after an early birth a date is given only before the due date or when one was booked before it [CHI-4.2-9, CHI-8.2-3]', () => {
  // Due 21 December, born 5 December.
  const early = [due('2026-12-21'), born('2026-12-05')];
  assert.equal(refusalOf(byPhone(early, wish('2026-12-19'), '2026-12-07')), 'decided');
  assert.equal(refusalOf(byPhone(early, wish('2026-12-21'), '2026-12-07')), 'after-birth');
  const bookedBefore = [
    due('2026-12-21'),
    booked('2026-11-30', '2026-12-18'),
    on('2026-12-04', {
      type: 'booking.cancelled',
      case: CASE,
      booking: 'booking_1',
      slot: slotId(date('2026-12-18'), '10:00'),
      date: date('2026-12-18'),
      reason: 'her-wish',
    }),
    born('2026-12-05'),
  ];
  assert.equal(refusalOf(byPhone(bookedBefore, wish('2026-12-25'), '2026-12-21')), 'decided');
  const onTime = [due('2026-12-21'), born('2026-12-21')];
  assert.equal(refusalOf(byPhone(onTime, wish('2026-12-25'), '2026-12-22')), 'after-birth');
});

test('every stop of her case refuses, without saying which one in the words she reads', () => {
  const stops: readonly RecordedFact[] = [
    on('2026-05-19', { type: 'case.loss-reported', case: CASE, on: date('2026-05-18'), source: 'phone' }),
    on('2026-05-19', { type: 'case.died', case: CASE, who: 'woman', on: date('2026-05-18'), source: 'ward' }),
    on('2026-05-19', {
      type: 'case.withdrawn',
      case: CASE,
      by: 'herself',
      channel: 'phone',
      package: 'decline',
    }),
    on('2026-05-19', { type: 'case.closed', case: CASE, outcome: 'not-carried-out' }),
  ];
  for (const stop of stops) {
    assert.equal(refusalOf(byPhone([opened(), stop], wish('2026-06-10'))), 'visit-stopped');
  }
});

test('one active booking, and no new one after a completed visit [CHI-8.3-5]', () => {
  const first = booked('2026-05-20', '2026-06-10');
  assert.equal(refusalOf(byPhone([opened(), first], wish('2026-06-11'))), 'already-booked');
  const done = completedVisit('2026-06-10');
  assert.equal(
    refusalOf(byPhone([opened(), first, done], wish('2026-06-11'), '2026-06-10')),
    'already-visited',
  );
});

test('online and telephone interviews need a reason, the telephone also her request [CHI-8.8-1, CHI-8.8-13]', () => {
  assert.equal(refusalOf(byPhone([opened()], wish('2026-06-10', { mode: 'online' }))), 'remote-needs-reason');
  assert.equal(
    refusalOf(byPhone([opened()], wish('2026-06-10', { mode: 'online', reason: 'hospital' }))),
    'decided',
  );
  const phone = { mode: 'phone', reason: 'unavoidable' } as const;
  assert.equal(
    refusalOf(byPhone([opened()], wish('2026-06-10', { ...phone, requestedBy: 'staff' }))),
    'phone-needs-request',
  );
  assert.equal(refusalOf(byPhone([opened()], wish('2026-06-10', phone))), 'decided');
});

test('an online interview is booked by herself from end to end without a call [CHI-8.8-4]', () => {
  const [fact] = factsOf(
    online([opened(), registered], wish('2026-06-10', { mode: 'online', reason: 'satogaeri' })),
  );
  assert.ok(fact?.type === 'booking.made');
  assert.equal(fact.mode, 'online');
  assert.equal(fact.reason, 'satogaeri');
});

test('return on 1 September, due 10 October: a visit from 1 September is proposed, from afar only when she cannot [CHI-8.8-7]', () => {
  const facts = [due('2026-10-10')];
  const satogaeri = { mode: 'online', reason: 'satogaeri', returnsOn: date('2026-09-01') } as const;
  const at = (changes: Partial<MakeBooking>, day = '2026-08-10') =>
    byPhone(facts, wish(day, changes), '2026-07-20');
  assert.deepEqual(at(satogaeri), { refused: 'visit-after-return', from: '2026-09-01' });
  assert.equal(refusalOf(at({ ...satogaeri, cannotBeVisited: true })), 'decided');
  assert.equal(refusalOf(at({ returnsOn: date('2026-09-01') })), 'visit-after-return');
  assert.equal(refusalOf(at({ returnsOn: date('2026-09-01') }, '2026-09-01')), 'decided');
  assert.equal(refusalOf(at({ ...satogaeri, returnsOn: date('2026-10-10') })), 'decided');
});

test('a place that is not her registered address is refused [CHI-8.14-6]', () => {
  assert.equal(
    refusalOf(byPhone([opened()], wish('2026-06-10', { place: 'elsewhere' }))),
    'place-not-registered',
  );
});

test('a visit of a woman needing follow-up must end within the hours with its 30 minutes [CHI-8.6-4, CHI-8.3-7]', () => {
  const at = (start: string) => ({ slot: slotId(date('2026-06-10'), start) });
  const flagged = opened('2026-04-20', { followUp: true });
  assert.equal(refusalOf(byPhone([flagged], wish('2026-06-10', at('16:30')))), 'decided');
  assert.equal(refusalOf(byPhone([flagged], wish('2026-06-10', at('16:31')))), 'outside-hours');
  assert.equal(refusalOf(byPhone([opened()], wish('2026-06-10', at('16:45')))), 'decided');
  assert.equal(refusalOf(byPhone([opened()], wish('2026-06-10', at('16:50')))), 'outside-hours');
  assert.equal(refusalOf(byPhone([opened()], wish('2026-06-10', at('08:59')))), 'outside-hours');
});

test('through the form no date is taken before the questionnaire, by telephone the operator asks [CHI-8.16-3]', () => {
  const bare = (...facts: readonly RecordedFact[]) =>
    refusalOf(
      makeBooking(given(opened(), ...facts), wish('2026-06-10'), today('2026-05-20', { actor: 'resident' })),
    );
  assert.equal(bare(), 'questionnaire-missing');
  assert.equal(bare(registered), 'questionnaire-missing');
  assert.equal(bare(registered, answered), 'decided');
  assert.equal(refusalOf(byPhone([opened()], wish('2026-06-10'))), 'decided');
});

test('online a date is taken until 17:00 of the programme day before, by telephone until it begins', () => {
  const at = (time: string, actor: Context['actor'], day: string) =>
    refusalOf(
      makeBooking(given(opened(), registered, answered), wish('2026-06-15'), today(day, { time, actor })),
    );
  // 15 June 2026 is a Monday: the programme day before is Saturday 13 June.
  assert.equal(at('17:00', 'resident', '2026-06-13'), 'decided');
  assert.equal(at('17:01', 'resident', '2026-06-13'), 'online-too-late');
  assert.equal(at('09:59', 'account_clerk', '2026-06-15'), 'decided');
  assert.equal(at('10:00', 'account_clerk', '2026-06-15'), 'slot-past');
});

test('her words on steps and pets go to the vault, not into the fact [CHI-8.3-4]', () => {
  const outcome = byPhone([opened()], wish('2026-06-10', { considerations: '犬がいます' }));
  assert.ok(!('refused' in outcome));
  assert.deepEqual(
    outcome.keep?.map(({ section }) => section),
    ['answers'],
  );
  assert.doesNotMatch(JSON.stringify(outcome.facts), /considerations/);
});
