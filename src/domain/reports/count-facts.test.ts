import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booked } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { on, opened } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Fact, RecordedFact } from '../facts.ts';
import { countFacts, type Counted, type Reach } from './count-facts.ts';
import { monthOfFact } from './month-of-fact.ts';

const MAY = '2026-05' as YearMonth;
const JUNE = '2026-06' as YearMonth;
const APRIL = '2026-04' as YearMonth;

test('notices, re-sends, reissues and recall cards are counted by the day they were posted, packages not at all [CHI-9.1-4]', () => {
  const counted = count(MAY, [
    posted('2026-05-14', 'notice'),
    posted('2026-05-14', 'notice'),
    posted('2026-04-30', 'notice'),
    posted('2026-05-15', 'resend'),
    posted('2026-05-16', 'reissue'),
    posted('2026-05-18', 'recall'),
    posted('2026-05-19', 'package'),
  ]);
  assert.deepEqual(own(counted), {
    'sent.notice': 2,
    'sent.resend': 1,
    'sent.reissue': 1,
    'sent.recall': 1,
  });
});

test('recall mails stand apart from recall cards, and a card sent as a message is not counted twice [CHI-9.1-4]', () => {
  const sent = (channel: 'email' | 'sms' | 'postcard' | 'phone') =>
    on('2026-05-20', {
      type: 'recall.sent',
      case: 'case_a',
      message: `message_${channel}`,
      about: 'no-booking',
      channel,
    });
  const counted = count(MAY, [sent('email'), sent('sms'), sent('postcard'), sent('phone')]);
  assert.deepEqual(own(counted), { 'sent.recallMail': 2 });
});

test('applications are counted by channel when they come in, and what waits is a balance [CHI-9.1-5, CHI-8.2-4]', () => {
  const received = (name: string, channel: 'web' | 'phone' | 'mail') =>
    on('2026-05-10', {
      type: 'application.received',
      application: `application_${name}`,
      form: 'q/1',
      channel,
    });
  const counted = count(MAY, [
    received('a', 'web'),
    received('b', 'phone'),
    received('c', 'mail'),
    received('d', 'web'),
    on('2026-05-11', {
      type: 'application.matched',
      application: 'application_a',
      case: 'case_a',
      reason: 'code',
    }),
    on('2026-05-11', { type: 'application.refused', application: 'application_b', reason: 'unknown' }),
    on('2026-05-12', { type: 'application.cancelled', application: 'application_a', reason: 'asked' }),
    on('2026-05-12', { type: 'application.cancelled', application: 'application_c', reason: 'withdrawn' }),
    on('2026-05-13', {
      type: 'case.withdrawn',
      case: 'case_b',
      by: 'herself',
      channel: 'phone',
      package: 'keep',
    }),
  ]);
  assert.deepEqual(own(counted), {
    'applications.received.web': 2,
    'applications.received.phone': 1,
    'applications.received.other': 1,
    'applications.pending': 1,
    'applications.confirmed': 1,
    'applications.refused': 1,
    'applications.cancelled': 2,
    'applications.withdrawn': 1,
  });
  assert.deepEqual(
    counted.waiting.map(({ of }) => of),
    ['application_d'],
  );
});

test('a first visit, a re-visit, absences and talks from afar are counted apart, each with its follow-up share [CHI-9.1-6, AMB-23]', () => {
  const counted = count(MAY, [
    opened('2026-04-20', { followUp: true }),
    booking('1', '2026-05-11', 1),
    missed('1', '2026-05-11', 'absent'),
    booking('2', '2026-05-18', 2),
    completed('2', '2026-05-18', { followUp: true, leeway: 'leeway/1' }),
    completed('3', '2026-05-19', { mode: 'online', case: 'case_b' }),
    completed('4', '2026-05-20', { mode: 'phone', followUp: true, leeway: 'leeway/1', case: 'case_c' }),
    missed('5', '2026-05-21', 'others-only', 'case_d'),
    missed('6', '2026-05-21', 'closure', 'case_e'),
  ]);
  assert.deepEqual(ofItem(counted, 'visits'), {
    'visits.absent': 1,
    'visits.followUp.absent': 1,
    'visits.completed': 1,
    'visits.revisits': 1,
    'visits.followUp.visit': 1,
    'visits.followUp.revisits': 1,
    'visits.remote.online': 1,
    'visits.remote.phone': 1,
    'visits.followUp.remote': 1,
    'visits.followUp.phone': 1,
    'visits.othersOnly': 1,
    'visits.notCarriedOut': 1,
  });
  assert.deepEqual(ofItem(counted, 'leeway'), { 'leeway.leeway/1.answers': 2 });
  assert.deepEqual(ofItem(counted, 'checklist'), { 'checklist.visit-checklist/1.answers': 3 });
});

test('the follow-up share of an absence is that of the day of the visit, not of a later decision [CHI-9.1-6, AMB-46]', () => {
  const counted = count(MAY, [
    opened('2026-04-20', { followUp: false }),
    on('2026-05-20', {
      type: 'case.follow-up-decided',
      case: 'case_hanako',
      to: true,
      ref: 'w-1',
      on: date('2026-05-20'),
    }),
    missed('1', '2026-05-11', 'absent'),
    missed('2', '2026-05-22', 'absent'),
  ]);
  assert.equal(counted.own.get('visits.absent'), 2);
  assert.equal(counted.own.get('visits.followUp.absent'), 1);
});

test('a visit without consent is counted and gives no page; consent taken back takes the page back [CHI-9.1-7, AMB-12]', () => {
  const withdrawn = (day: string, id: 'case_b' | 'case_c') =>
    on(day, {
      type: 'consent.recorded',
      case: id,
      text: 'sharing-with-ward',
      version: '1',
      answer: 'withdrawn',
      channel: 'phone',
      on: date(day),
    });
  const counted = count(MAY, [
    completed('1', '2026-05-18', { consent: 'refused' }),
    completed('2', '2026-05-19', { case: 'case_b' }),
    withdrawn('2026-05-20', 'case_b'),
    completed('3', '2026-05-19', { case: 'case_c', consent: 'earlier' }),
  ]);
  assert.equal(counted.own.get('visits.completed'), 3);
  assert.equal(counted.own.get('conditions.pages'), 1);
  assert.equal(counted.own.get('conditions.withheld'), 2);
  assert.deepEqual(
    [...counted.women].map(([id, attempts]) => [id, attempts.map(({ page }) => page)]),
    [
      ['case_hanako', [false]],
      ['case_b', [false]],
      ['case_c', [true]],
    ],
  );
});

test('consultations count by category, urgent cases by class with losses apart [CHI-9.1-11, CHI-9.1-12, CHI-8.10-2, CHI-8.14-5]', () => {
  const asked = (category: string) =>
    on('2026-05-20', { type: 'consultation.recorded', case: 'case_a', asker: 'woman', category });
  const raised = (name: string, of: 'u1' | 'u3' | 'loss') =>
    on('2026-05-21', {
      type: 'urgent.raised',
      urgent: `urgent_${name}`,
      case: 'case_a',
      class: of,
      channel: 'phone',
    });
  const counted = count(MAY, [
    asked('health'),
    asked('health'),
    asked('money'),
    raised('a', 'u1'),
    raised('b', 'loss'),
    raised('c', 'u3'),
  ]);
  assert.deepEqual(own(counted), {
    'consultations.health': 2,
    'consultations.money': 1,
    'urgent.u1': 1,
    'urgent.loss': 1,
    'urgent.u3': 1,
  });
});

test('answers to be tabulated are named with their form, and nothing of what was answered [CHI-9.1-8, CHI-9.1-9, CHI-9.1-10]', () => {
  const answered = on('2026-05-09', {
    type: 'questionnaire.answered',
    case: 'case_b',
    application: 'application_b',
    form: 'pre-visit-questionnaire/1',
  });
  const counted = count(MAY, [
    answered,
    completed('1', '2026-05-18', { followUp: true, leeway: 'leeway/1' }),
  ]);
  assert.deepEqual(
    counted.wanted.map(({ item, form, section, name, by, month }) => [item, form, section, name, by, month]),
    [
      ['questionnaire', 'pre-visit-questionnaire/1', 'answers', 'application_b', 1, MAY],
      ['checklist', 'visit-checklist/1', 'visit', 'booking_1', 1, MAY],
      ['leeway', 'leeway/1', 'visit', 'booking_1/leeway', 1, MAY],
    ],
  );
});

test('a visit entered after its month was closed counts in the next month as a difference of its own month [CHI-9.1-2]', () => {
  const facts = [
    completed('1', '2026-05-18'),
    completed('2', '2026-05-29', { case: 'case_b' }, '2026-06-04'),
    completed('3', '2026-06-02', { case: 'case_c' }),
  ];
  const may = count(MAY, facts.slice(0, 1));
  assert.equal(may.own.get('visits.completed'), 1);
  const june = count(JUNE, facts, { reported: [{ month: MAY, upTo: 1, supplement: false }] });
  assert.equal(june.own.get('visits.completed'), 1);
  const standing = june.months.get(MAY)?.get('visits.completed');
  assert.deepEqual([standing?.before, standing?.late], [1, 1]);
  assert.deepEqual([...(standing?.reasons ?? [])], ['recorded-late']);
  assert.deepEqual([...june.women.keys()], ['case_b', 'case_c']);
});

test('a correction takes back what the fact had added and adds what is right, in the month of each [CHI-9.1-2]', () => {
  const visit = completed('1', '2026-05-31', { followUp: true });
  const correction = on('2026-06-05', {
    type: 'fact.corrected',
    of: visit.id,
    case: 'case_hanako',
    field: 'date',
    to: '2026-06-01',
    reason: 'wrong-date',
  });
  const june = count(JUNE, [visit, correction], {
    reported: [{ month: MAY, upTo: 1, supplement: false }],
    corrected: new Set([visit.id]),
  });
  const may = june.months.get(MAY)?.get('visits.followUp.visit');
  assert.deepEqual([may?.before, may?.late, [...(may?.reasons ?? [])]], [1, -1, ['wrong-date']]);
  assert.equal(june.own.get('visits.followUp.visit'), 1);
  assert.deepEqual(
    june.wanted.map(({ month, by }) => [month, by]),
    [
      [MAY, -1],
      [JUNE, 1],
    ],
  );
});

test('a correction that it was not herself takes the talk out of every number [AMB-23]', () => {
  const visit = completed('1', '2026-05-18');
  const counted = count(
    MAY,
    [
      visit,
      on('2026-05-20', {
        type: 'fact.corrected',
        of: visit.id,
        case: 'case_hanako',
        field: 'met',
        to: 'partner',
        reason: 'not-herself',
      }),
    ],
    { corrected: new Set([visit.id]) },
  );
  assert.deepEqual(new Set(counted.own.values()), new Set([0]));
});

test('a fact belongs to the month of its own day: a visit to its date, the rest to when it happened [CHI-9.1-2]', () => {
  assert.equal(monthOfFact(completed('1', '2026-05-31', {}, '2026-06-02')), MAY);
  assert.equal(monthOfFact(posted('2026-06-01', 'notice')), JUNE);
  const late = { ...posted('2026-05-31', 'notice'), recordedAt: instantAt(date('2026-06-09'), '09:00') };
  assert.equal(monthOfFact(late), MAY);
});

test('a date of the month of which nothing was written is named as unfinished [CHI-9.1-3]', () => {
  const counted = count(MAY, [
    booking('1', '2026-05-29', 1),
    booking('2', '2026-05-30', 1),
    missed('2', '2026-05-30', 'absent'),
    booking('3', '2026-05-28', 1),
    on('2026-05-27', {
      type: 'booking.cancelled',
      case: 'case_hanako',
      booking: 'booking_3',
      slot: 'slot_2026-05-28-10-00',
      date: date('2026-05-28'),
      reason: 'asked',
    }),
  ]);
  assert.deepEqual(
    counted.open.map((one) => one.booking),
    ['booking_1'],
  );
});

function count(
  month: YearMonth,
  facts: readonly RecordedFact[],
  more: { readonly reported?: readonly Reach[]; readonly corrected?: ReadonlySet<RecordedFact['id']> } = {},
): Counted {
  const reported = more.reported ?? [];
  const counting = countFacts({
    own: month,
    reported,
    opened: reported,
    corrected: more.corrected ?? new Set(),
    first: APRIL,
    consentText: 'sharing-with-ward',
  });
  facts.forEach((fact, index) => counting.add(index + 1, fact));
  return counting.result();
}

function own(counted: Counted): Readonly<Record<string, number>> {
  return Object.fromEntries(counted.own);
}

function ofItem(counted: Counted, item: string): Readonly<Record<string, number>> {
  return Object.fromEntries([...counted.own].filter(([path]) => path.startsWith(`${item}.`)));
}

type Visit = Extract<Fact, { type: 'visit.completed' }>;

function completed(name: string, day: string, changes: Partial<Visit> = {}, entered = day): RecordedFact {
  return completedVisit(day, { booking: `booking_${name}`, ...changes }, entered);
}

function missed(
  name: string,
  day: string,
  reason: 'absent' | 'others-only' | 'closure',
  id: `case_${string}` = 'case_hanako',
): RecordedFact {
  return on(day, { type: 'visit.missed', case: id, booking: `booking_${name}`, date: date(day), reason });
}

function booking(name: string, day: string, attempt: number): RecordedFact {
  return booked('2026-05-02', day, { booking: `booking_${name}`, attempt });
}

function posted(day: string, kind: 'notice' | 'resend' | 'reissue' | 'recall' | 'package'): RecordedFact {
  return on(day, {
    type: 'piece.posted',
    piece: `piece_${day}`,
    case: 'case_a',
    kind,
    service: 'specified-record',
    postage: 320 as never,
  });
}
