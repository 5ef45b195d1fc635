import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { booked, visitRecord } from '../../../tests/support/booked.ts';
import { GOOD_CHECKLIST, GOOD_LEEWAY } from '../../../tests/support/checklist.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import type { RecordedFact } from '../facts.ts';
import { completeVisit } from './complete-visit.ts';
import type { CompleteVisit } from './visit-record.ts';

const assigned = on('2026-05-21', {
  type: 'visit.assigned',
  case: CASE,
  booking: 'booking_1',
  visitor: 'account_nurse',
});
const atHome = [opened(), booked('2026-05-20', '2026-06-10'), assigned];
const flagged = [opened('2026-04-20', { followUp: true }), booked('2026-05-20', '2026-06-10'), assigned];
const online = [
  opened(),
  booked('2026-05-20', '2026-06-10', { mode: 'online', reason: 'satogaeri' }),
  assigned,
];
const consented = on('2026-05-20', {
  type: 'consent.recorded',
  case: CASE,
  text: 'sharing-with-ward',
  version: '1',
  answer: 'given',
  channel: 'web',
  on: date('2026-05-20'),
});
const remote = {
  identity: { name: true, birthDate: true, address: true },
  privatePlace: true,
  stamped: false,
} as const;

const complete = (facts: readonly RecordedFact[], changes: Partial<CompleteVisit> = {}, time = '11:00') =>
  completeVisit(given(...facts), visitRecord('2026-06-10', changes), today('2026-06-10', { time }));

test('a visit is recorded with the approved checklist and its answers go to the vault [CHI-8.3-1, CHI-8.10-1]', () => {
  const outcome = complete(atHome);
  const [fact, consent] = factsOf(outcome);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(fact, {
    type: 'visit.completed',
    at: '2026-06-10T10:13:00.000+09:00',
    case: CASE,
    booking: 'booking_1',
    date: '2026-06-10',
    from: '10:00',
    to: '10:13',
    mode: 'visit',
    met: 'woman',
    visitor: 'account_nurse',
    identity: 'in-person',
    pregnant: true,
    followUp: false,
    checklist: 'visit-checklist/1',
    consent: 'given',
    stamped: true,
    considerate: true,
  });
  assert.equal(consent?.type, 'consent.recorded');
  assert.deepEqual(outcome.keep, [{ of: CASE, section: 'visit', item: 'booking_1', value: GOOD_CHECKLIST }]);
  assert.ok(outcome.release?.some(({ kind }) => kind === 'booking'));
  assert.equal(refusalOf(complete(atHome, { checklist: 'visit-checklist/2' })), 'checklist-not-approved');
});

test('a second completed visit of the same pregnancy is refused [CHI-8.3-5] [INC-26]', () => {
  const [fact] = factsOf(complete(atHome));
  assert.ok(fact);
  assert.equal(refusalOf(complete([...atHome, on('2026-06-10', fact)])), 'already-visited');
});

test('partner answered: no visit, at home and from afar [CHI-8.8-6] [INC-27]', () => {
  assert.equal(refusalOf(complete(atHome, { met: 'partner' })), 'not-herself');
  assert.equal(refusalOf(complete(online, { ...remote, met: 'partner' })), 'not-herself');
});

test('from afar the record is locked until all three items are ticked: with two it still is [CHI-8.8-5, CHI-8.8-3]', () => {
  const all = [true, false];
  for (const name of all) {
    for (const birthDate of all) {
      for (const address of all) {
        const outcome = complete(online, { ...remote, identity: { name, birthDate, address } });
        const expected = name && birthDate && address ? 'decided' : 'identity-not-complete';
        assert.equal(refusalOf(outcome), expected);
      }
    }
  }
  assert.equal(refusalOf(complete(online, { ...remote, identity: undefined })), 'identity-not-complete');
});

test('an interview cannot be recorded without the confirmation of a private place [CHI-8.8-12]', () => {
  assert.equal(refusalOf(complete(online, { ...remote, privatePlace: undefined })), 'place-not-private');
});

test('a visit cannot be closed with the health section empty or an answer that is none of the choices [CHI-7-2, CHI-8.13-2]', () => {
  const { V02: _health, ...withoutHealth } = GOOD_CHECKLIST;
  assert.equal(refusalOf(complete(atHome, { answers: withoutHealth })), 'checklist-incomplete');
  assert.equal(
    refusalOf(complete(atHome, { answers: { ...GOOD_CHECKLIST, V02: 'fine' } })),
    'checklist-incomplete',
  );
  assert.equal(refusalOf(complete(atHome, { checklist: 'leeway/1' })), 'checklist-not-approved');
});

test('a flagged visit cannot be closed without the leeway section, an unflagged one has none [CHI-8.3-2]', () => {
  const leeway = { leeway: 'leeway/1', leewayAnswers: GOOD_LEEWAY };
  assert.equal(refusalOf(complete(flagged)), 'leeway-needed');
  assert.equal(refusalOf(complete(flagged, { leeway: 'leeway/1' })), 'leeway-needed');
  assert.equal(refusalOf(complete(flagged, { ...leeway, leeway: 'leeway/9' })), 'leeway-needed');
  assert.equal(refusalOf(complete(flagged, { ...leeway, leewayAnswers: { L01: 'yes' } })), 'leeway-needed');
  assert.equal(refusalOf(complete(flagged, leeway)), 'decided');
  assert.equal(refusalOf(complete(atHome, leeway)), 'leeway-not-asked');
});

test('follow-up counts as the ward had accepted it by the visit day, not a proposal and not a later word', () => {
  const decided = (day: string, to: boolean) =>
    on(day, { type: 'case.follow-up-decided', case: CASE, to, ref: 'letter-1', on: date(day) });
  const proposed = on('2026-06-01', {
    type: 'case.follow-up-proposed',
    case: CASE,
    to: true,
    source: 'questionnaire',
  });
  assert.equal(refusalOf(complete([...atHome, proposed])), 'decided');
  assert.equal(refusalOf(complete([...atHome, decided('2026-06-10', true)])), 'leeway-needed');
  assert.equal(refusalOf(complete([...atHome, decided('2026-06-11', true)])), 'decided');
});

test('a home visit cannot be closed without the stamp answer; from afar it is offered later [CHI-8.3-11]', () => {
  assert.equal(refusalOf(complete(atHome, { stamped: false })), 'stamp-unanswered');
  assert.equal(refusalOf(complete(atHome, { stamped: false, noStamp: 'because' })), 'stamp-unanswered');
  assert.equal(refusalOf(complete(atHome, { stamped: false, noStamp: 'handbook-not-at-hand' })), 'decided');
  assert.equal(refusalOf(complete(online, { ...remote, stamped: true })), 'stamp-unanswered');
  const [fact] = factsOf(complete(online, remote));
  assert.ok(fact?.type === 'visit.completed');
  assert.equal(fact.noStamp, 'slip-enclosed');
});

test('consent is asked at the visit unless she gave it before; a refusal is recorded and the visit stands [CHI-8.3-9]', () => {
  assert.equal(refusalOf(complete(atHome, { consent: 'earlier' })), 'consent-unasked');
  const earlier = factsOf(complete([...atHome, consented], { consent: 'earlier' }));
  assert.deepEqual(
    earlier.map(({ type }) => type),
    ['visit.completed', 'benefit.granted'],
  );
  const [, fact] = factsOf(complete(atHome, { consent: 'refused' }));
  assert.ok(fact?.type === 'consent.recorded');
  assert.deepEqual(
    [fact.answer, fact.channel, fact.text, fact.version],
    ['refused', 'visit', 'sharing-with-ward', '1'],
  );
});

test('"born yesterday" opens the branch after the birth and tells the case [CHI-4.2-3]', () => {
  const [visit, , birth] = factsOf(complete(atHome, { pregnant: false, born: date('2026-06-09') }));
  assert.ok(visit?.type === 'visit.completed');
  assert.equal(visit.born, '2026-06-09');
  assert.deepEqual(birth, {
    type: 'case.birth-reported',
    case: CASE,
    on: '2026-06-09',
    source: 'visit',
  });
});

test('still pregnant or born must fit together and with what was told before [CHI-4.2-3]', () => {
  const born = on('2026-06-08', {
    type: 'case.birth-reported',
    case: CASE,
    on: date('2026-06-08'),
    source: 'phone',
  });
  assert.equal(refusalOf(complete(atHome, { pregnant: false })), 'birth-date-needed');
  assert.equal(refusalOf(complete(atHome, { born: date('2026-06-09') })), 'birth-contradicts');
  assert.equal(
    refusalOf(complete(atHome, { pregnant: false, born: date('2026-06-11') })),
    'birth-contradicts',
  );
  assert.equal(refusalOf(complete([...atHome, born])), 'birth-contradicts');
  const [, , again] = factsOf(complete([...atHome, born], { pregnant: false, born: date('2026-06-08') }));
  assert.equal(again?.type, 'benefit.granted');
});

test('a move out effective on the visit day leaves no visit to record [CHI-4.2-1]', () => {
  const moved = on('2026-06-09', {
    type: 'case.moved',
    case: CASE,
    on: date('2026-06-10'),
    within: false,
    source: 'ward',
  });
  assert.equal(refusalOf(complete([...atHome, moved])), 'moved-out-by-then');
});

test('a visit that took place before a loss was told the same afternoon is still written down [CHI-4.2-7]', () => {
  const told = [
    on('2026-06-10', { type: 'case.loss-reported', case: CASE, on: date('2026-06-10'), source: 'phone' }),
    on('2026-06-10', {
      type: 'booking.cancelled',
      case: CASE,
      booking: 'booking_1',
      slot: 'slot_2026-06-10-1000',
      date: date('2026-06-10'),
      reason: 'loss',
    }),
  ] as const;
  assert.equal(refusalOf(complete([...atHome, ...told])), 'decided');
  // Cancelled on the day before, it did not take place.
  const before = on('2026-06-09', { ...told[1] });
  const { id: _id, at: _at, recordedAt: _recordedAt, v: _v, actor: _actor, ...cancelled } = before;
  assert.equal(refusalOf(complete([...atHome, on('2026-06-09', cancelled)])), 'no-booking');
});

test('the record belongs to the booked day, a visitor, and times that are past and in order [CHI-8.3-6]', () => {
  assert.equal(refusalOf(complete(atHome, { booking: 'booking_2' })), 'no-booking');
  assert.equal(refusalOf(complete(atHome, { date: date('2026-06-09') })), 'not-on-booked-day');
  assert.equal(refusalOf(complete(atHome.slice(0, 2))), 'nobody-assigned');
  assert.equal(refusalOf(complete(atHome, { to: '10:00' })), 'times-wrong');
  assert.equal(refusalOf(complete(atHome, { to: '24:00' })), 'times-wrong');
  assert.equal(refusalOf(complete(atHome, {}, '10:12')), 'visit-not-yet');
  assert.equal(refusalOf(complete(atHome, {}, '10:13')), 'decided');
  assert.equal(refusalOf(complete(atHome, { to: '10:25' })), 'decided');
});

test('the package is decided with the visit: pregnant, early birth, after the birth [CHI-4.2-8, CHI-4.2-9, CHI-8.2-3]', () => {
  const visited = (born: string | undefined, day: string, ...dates: readonly string[]) => {
    const facts = [
      opened('2026-04-20', { due: date('2026-12-21') }),
      ...dates.map((one) => booked('2026-11-20', one)),
      booked('2026-11-21', day),
      on('2026-11-21', { ...assigned }),
    ];
    const outcome = completeVisit(
      given(...facts),
      visitRecord(day, born ? { pregnant: false, born: date(born) } : {}),
      today(day, { time: '12:00' }),
    );
    const benefit = factsOf(outcome).find(({ type }) => type.startsWith('benefit.'));
    return benefit?.type;
  };
  assert.equal(visited(undefined, '2026-12-15'), 'benefit.granted');
  assert.equal(visited('2026-12-10', '2026-12-15'), 'benefit.granted');
  assert.equal(visited('2026-12-10', '2026-12-25', '2026-12-15'), 'benefit.granted');
  assert.equal(visited('2026-12-10', '2026-12-21'), 'benefit.held');
  assert.equal(visited('2026-12-22', '2026-12-25', '2026-12-15'), 'benefit.withheld');
});

test('a birth told at the visit pulls a letter that is printed but not posted, like any report of a birth [CHI-4.2-3]', () => {
  const recall = { piece: 'piece_1', batch: 'batch_1', case: CASE, kind: 'recall' } as const;
  const planned = on('2026-06-08', { type: 'piece.planned', ...recall });
  const printed = on('2026-06-09', {
    type: 'piece.printed',
    ...recall,
    template: 'recall/1',
    copy: 1,
  });
  const pulled = (changes: Partial<CompleteVisit>) => {
    const outcome = complete([...atHome, planned, printed], changes);
    assert.ok(!('refused' in outcome));
    return outcome.send?.map(({ queue }) => queue);
  };
  assert.deepEqual(pulled({ pregnant: false, born: date('2026-06-09') }), ['pull-piece']);
  assert.deepEqual(pulled({}), []);
});
