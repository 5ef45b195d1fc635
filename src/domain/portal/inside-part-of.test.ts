import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { yen } from '../basics/yen.ts';
import type { Fact, RecordedFact } from '../facts.ts';
import { WHAT_STOPS_WHAT, type StopWord } from '../standing/what-stops-what.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { booked } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, given, on, opened } from '../../../tests/support/given.ts';
import { grantedPackage } from '../../../tests/support/granted-package.ts';
import { sent } from '../../../tests/support/mail.ts';
import { insidePartOf, type PartAsked } from './inside-part-of.ts';
import { partChangesOn } from './part-changes-on.ts';

const { rules } = chiyodaVisit;

/** Her part on a day at 10:00: due on 20 August, the letter posted on 12 May, and what else happened. */
function part(day: string, facts: readonly RecordedFact[] = [], asked: Partial<PartAsked> = {}) {
  const letter = [opened(), ...sent('2026-05-12')];
  const state = given(...(facts[0]?.type === 'case.opened' ? [] : letter), ...facts).case;
  return insidePartOf(state, { now: instantAt(date(day), '10:00'), today: date(day), rules, ...asked });
}

const DAY = '2026-06-10';
const told = (fact: Fact, day = '2026-06-01') => on(day, fact);
const answered = told({
  type: 'questionnaire.answered',
  case: CASE,
  application: 'application_1',
  form: 'pre-visit-questionnaire/1',
});
const pausedBy = (by: 'herself' | 'ward') =>
  told({
    type: 'case.paused',
    case: CASE,
    reason: 'hospital',
    until: date('2026-06-20'),
    by,
    channel: 'web',
  });
const pause = pausedBy('herself');
const birth = (day: string) =>
  told({ type: 'case.birth-reported', case: CASE, on: date(day), source: 'web' }, day);
const granted = (day: string) => grantedPackage(day, { dueBy: date('2026-07-01') });
const held = told({ type: 'benefit.held', case: CASE, reason: 'overseas' }, '2026-06-05');
const parcel = (type: 'piece.delivered' | 'piece.lost', day: string): readonly RecordedFact[] => [
  told({ type: 'piece.planned', piece: 'piece_p', batch: 'batch_p', case: CASE, kind: 'package' }, day),
  told(
    {
      type: 'piece.posted',
      piece: 'piece_p',
      case: CASE,
      kind: 'package',
      service: 'simplified-registered',
      tracking: '13112383852',
      postage: yen(620),
    },
    day,
  ),
  told({ type, piece: 'piece_p', case: CASE, on: date(day), source: 'tracking-page' }, day),
];

test('a woman with a letter can book in her 8th month, has the usual words, and is told what she can tell [CHI-8.2-2, CHI-8.16-2]', () => {
  const hers = part(DAY);
  assert.equal(hers.words, 'usual');
  assert.deepEqual(hers.bookable, {
    due: '2026-08-20',
    month8: { from: '2026-05-28', to: '2026-06-24' },
    cohort: true,
    born: false,
    talk: 15,
  });
  assert.deepEqual([hers.registered, hers.answered, hers.booking], [false, false, undefined]);
  assert.equal(hers.endsOn, '2027-03-31');
  assert.deepEqual(hers.tells, [
    'pause',
    'withdraw',
    'birth',
    'moved',
    'delivery-address',
    'contact',
    'question',
  ]);
  const more = part(DAY, [
    told({ type: 'case.follow-up-decided', case: CASE, to: true, ref: 'W-1', on: date(DAY) }),
  ]);
  assert.equal(more.bookable?.talk, 30);
});

/** One fact for each word that stops something, and what her link speaks then. */
const STOPS: Readonly<Record<StopWord, readonly [readonly Fact[], string]>> = {
  'not-opened': [[], 'ended'],
  'woman-died': [
    [{ type: 'case.died', case: CASE, who: 'woman', on: date('2026-06-01'), source: 'ward' }],
    'ended',
  ],
  loss: [[{ type: 'case.loss-reported', case: CASE, on: date('2026-06-01'), source: 'web' }], 'grief'],
  protection: [[{ type: 'case.protection-changed', case: CASE, to: true, ref: 'W-1' }], 'ended'],
  'ward-stop': [[{ type: 'case.held', case: CASE, reason: 'ward-stop', ref: 'W-1' }], 'usual'],
  hold: [[{ type: 'case.held', case: CASE, reason: 'identity-mismatch' }], 'usual'],
  withdrawal: [
    [{ type: 'case.withdrawn', case: CASE, by: 'herself', channel: 'web', package: 'decline' }],
    'ended',
  ],
  birth: [
    [{ type: 'case.birth-reported', case: CASE, on: date('2026-06-01'), source: 'web' }],
    'after-birth',
  ],
  'moved-out': [
    [{ type: 'case.moved', case: CASE, on: date('2026-06-01'), within: false, source: 'ward' }],
    'usual',
  ],
  pause: [
    [
      {
        type: 'case.paused',
        case: CASE,
        reason: 'hospital',
        until: date('2026-06-20'),
        by: 'herself',
        channel: 'web',
      },
    ],
    'paused',
  ],
  'mail-way-undecided': [[{ type: 'case.protection-changed', case: CASE, to: true, ref: 'W-1' }], 'ended'],
  unreachable: [[{ type: 'case.unreachable', case: CASE, on: date('2026-06-01') }], 'usual'],
  'carried-over': [
    [
      {
        type: 'case.carried-over',
        case: CASE,
        toYear: 2027,
        rights: [{ right: 'visit', last: date('2027-09-30') }],
      },
    ],
    'usual',
  ],
  closed: [[{ type: 'case.closed', case: CASE, outcome: 'not-carried-out' }], 'usual'],
};

for (const stop of Object.keys(WHAT_STOPS_WHAT) as StopWord[]) {
  const [facts, words] = STOPS[stop];
  test(`under ${stop} her link speaks ${words} words, offers times only where they may be taken, and tells what is possible [CHI-8.14-5, CHI-8.14-7]`, () => {
    const recorded = facts.map((fact) => told(fact));
    const hers =
      stop === 'not-opened'
        ? insidePartOf(given().case, { now: instantAt(date(DAY), '10:00'), today: date(DAY), rules })
        : part(DAY, recorded);
    assert.equal(hers.words, words);
    const cells = WHAT_STOPS_WHAT[stop];
    if (cells.bookings === 'stopped') assert.equal(hers.bookable, undefined);
    if (words === 'ended') assert.deepEqual(hers.tells, []);
    if (words === 'grief') assert.deepEqual(hers.tells, ['question']);
    if (words === 'ended' || words === 'grief') {
      assert.deepEqual(
        [hers.booking, hers.bookable, hers.notBookable, hers.survey],
        [undefined, undefined, undefined, undefined],
      );
    } else assert.ok(hers.tells.includes('question') && hers.tells.includes('withdraw'));
  });
}

test('a pause lets her resume and not pause; the ward’s own pause is the ward’s to end [CHI-8.14-7]', () => {
  const hers = part(DAY, [pause]);
  assert.ok(hers.tells.includes('resume') && !hers.tells.includes('pause'));
  assert.ok(hers.bookable, 'who rests from our letters may still take a date');
  const wards = part(DAY, [pausedBy('ward')]);
  assert.ok(!wards.tells.includes('resume') && !wards.tells.includes('pause'));
  const over = part('2026-06-20', [pause]);
  assert.equal(over.words, 'usual');
  assert.ok(over.tells.includes('pause'));
});

test('her date is told with day, time, kind and until when it can be changed by the link [CHI-8.14-1, CHI-8.2-2]', () => {
  const date24 = booked('2026-06-01', '2026-06-24', { mode: 'online' });
  const hers = part(DAY, [answered, date24]);
  assert.deepEqual(hers.booking, {
    slot: 'slot_2026-06-24-1000',
    date: '2026-06-24',
    start: '10:00',
    minutes: 15,
    mode: 'online',
    changeableUntil: '2026-06-23T17:00:00.000+09:00',
  });
  assert.deepEqual(hers.tells.slice(0, 2), ['move-booking', 'cancel-booking']);
  const late = part('2026-06-24', [answered, date24], { now: instantAt(date('2026-06-24'), '09:00') });
  assert.deepEqual(late.tells.slice(0, 1), ['cancel-booking'], 'giving it up is possible to the last');
  const begun = part('2026-06-24', [answered, date24], { now: instantAt(date('2026-06-24'), '10:00') });
  assert.equal(begun.booking, undefined);
});

test('a date that fell out, or may no longer be, says that she is called [CHI-8.14-1, CHI-4.2-1]', () => {
  const date24 = booked('2026-06-01', '2026-06-24');
  assert.equal(part(DAY, [date24], { dayClosed: true }).booking?.needsCall, true);
  const leaves = told({
    type: 'case.moved',
    case: CASE,
    on: date('2026-06-20'),
    within: false,
    source: 'web',
  });
  const hers = part(DAY, [date24, leaves]);
  assert.equal(hers.booking?.needsCall, true);
  assert.deepEqual(hers.notBookable, { why: 'call' });
  assert.ok(!hers.tells.includes('moved'));
});

test('who reaches the 8th month under the next contract is told from when she can book [CHI-4.1-3, CHI-8.5-2]', () => {
  const hers = part('2027-03-15', [opened('2027-03-01', { due: date('2027-07-03') })]);
  assert.equal(hers.bookable, undefined);
  assert.deepEqual(hers.notBookable, { why: 'not-yet', from: '2027-04-01' });
});

test('after a birth the cohort still books, an early birth with an earlier date books, an open one calls, others do not [CHI-4.2-8, CHI-4.2-9, CHI-8.5-2, AMB-06]', () => {
  const cohort = part('2026-09-10', [opened('2026-04-20', { due: date('2026-08-20') }), birth('2026-08-25')]);
  assert.deepEqual(
    [cohort.words, cohort.bookable?.born, cohort.bookable?.cohort],
    ['after-birth', true, true],
  );
  const later = opened('2026-06-20', { due: date('2026-10-20') });
  const early = part('2026-10-01', [later, booked('2026-09-01', '2026-10-05'), birth('2026-09-28')]);
  assert.equal(early.bookable?.born, true);
  const open = part('2026-10-01', [later, birth('2026-09-28')]);
  assert.deepEqual(open.notBookable, { why: 'call' });
  const none = part('2026-10-25', [later, birth('2026-10-21')]);
  assert.deepEqual(none.notBookable, { why: 'after-birth' });
  assert.equal(
    none.endsOn,
    '2026-11-20',
    'her last right ended with the birth; the link answers for thirty days more',
  );
  assert.equal(part('2026-11-21', [later, birth('2026-10-21')]).words, 'ended');
});

test('visited or used up, no times are offered [CHI-8.3-5, CHI-8.7-1]', () => {
  assert.deepEqual(part(DAY, [completedVisit('2026-06-05')]).notBookable, { why: 'visited' });
  const missed = (booking: `booking_${string}`, day: string) =>
    told({ type: 'visit.missed', case: CASE, booking, date: date(day), reason: 'absent' }, day);
  const twice = [missed('booking_1', '2026-06-02'), missed('booking_2', '2026-06-04')];
  assert.deepEqual(part(DAY, twice).notBookable, { why: 'attempts-used' });
  assert.ok(part(DAY, twice.slice(0, 1)).bookable);
});

test('an earned package keeps the link alive for its year, and lets her tell where it shall go [CHI-8.4-8, CHI-8.8-9, CHI-8.8-10]', () => {
  const earned = [completedVisit('2026-06-05'), granted('2026-06-05')];
  const hers = part(DAY, earned);
  assert.equal(hers.endsOn, '2027-06-05');
  assert.ok(hers.tells.includes('delivery-address'));
  assert.ok(!hers.tells.includes('japan-again') && !hers.tells.includes('not-received'));
  const abroad = [...earned, held];
  assert.ok(part('2027-06-05', abroad).tells.includes('japan-again'));
  assert.equal(part('2027-06-06', abroad).words, 'ended');
  const lost = part(DAY, [...earned, ...parcel('piece.lost', '2026-06-09')]);
  assert.ok(lost.tells.includes('not-received'));
  const received = part(DAY, [...earned, ...parcel('piece.delivered', '2026-06-09')]);
  assert.ok(!received.tells.includes('delivery-address') && !received.tells.includes('not-received'));
  assert.equal(received.endsOn, '2026-07-09');
});

test('a survey is offered where surveys may go to her, and not during a pause [CHI-8.17-1]', () => {
  const survey = { survey: 's1', form: 'satisfaction-survey/1', token: 't'.repeat(43) };
  assert.deepEqual(part(DAY, [completedVisit('2026-06-05')], { survey }).survey, survey);
  assert.equal(part(DAY, [completedVisit('2026-06-05'), pause], { survey }).survey, undefined);
});

test('the newest twenty envelopes have a receipt, and one without its date says so [CHI-8.2-1]', () => {
  const taken = Array.from({ length: 22 }, (_, n) =>
    told({
      type: 'envelope.taken',
      case: CASE,
      envelope: `e${n}`,
      kind: 'question',
      result: n === 20 ? 'refused' : 'accepted',
      ...(n >= 20 ? { code: 'taken-seat' } : {}),
    }),
  );
  const { receipts } = part(DAY, taken);
  assert.equal(Object.keys(receipts).length, 20);
  assert.equal(receipts['e1'], undefined);
  assert.deepEqual(receipts['e2'], { result: 'accepted' });
  assert.deepEqual(receipts['e20'], { result: 'refused', code: 'taken-seat' });
  assert.deepEqual(receipts['e21'], { result: 'accepted', bookingRefused: 'taken-seat' });
});

test('her part is looked at again on every day on which it changes by itself, and on no other [CHI-8.14-7]', () => {
  const linked = sent('2026-05-12').map((fact) =>
    fact.type === 'invite.issued' ? { ...fact, locator: 'ab12' } : fact,
  );
  const facts = [opened(), ...linked, answered, booked('2026-06-01', '2026-06-24'), pause];
  const state = given(...facts).case;
  const days = partChangesOn(state, rules);
  assert.deepEqual(days, ['2026-06-20', '2026-06-24', '2026-06-25', '2027-03-31', '2027-04-01']);
  // The days of a whole year one after the other: where her part differs from the day before, it is named.
  const shown = (day: string) => {
    const { at: _moment, ...rest } = part(day, facts, { now: instantAt(date(day), '00:30') });
    return JSON.stringify(rest);
  };
  let before = shown('2026-06-02');
  for (let n = 3; n < 320; n += 1) {
    const day = new Date(Date.UTC(2026, 5, n)).toISOString().slice(0, 10);
    const now = shown(day);
    if (now !== before)
      assert.ok(
        days.some((one) => one === day),
        `it changed on ${day}`,
      );
    before = now;
  }
});
