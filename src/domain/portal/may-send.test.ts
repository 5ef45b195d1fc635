import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt, type Instant } from '../basics/instant.ts';
import { slotId } from '../booking/slot.ts';
import { GOOD_ANSWERS } from '../../../tests/support/questionnaire.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import type { InsidePart } from './inside-part.ts';
import { maySend, slotRefusal, type HerLink } from './may-send.ts';
import type { BookingChoice, PortalMessage, WishedPlace } from './message.ts';
import { emptyOwnPart, type OwnPart } from './own-part.ts';

const { rules } = chiyodaVisit;
const NOW = instantAt(date('2026-08-10'), '10:00');
const MONTH8 = { from: date('2026-05-28'), to: date('2026-06-24') };
const bookable = { due: date('2026-08-20'), month8: MONTH8, cohort: false, born: false, talk: 60 };
const INSIDE: InsidePart = {
  n: 1,
  at: NOW,
  words: 'usual',
  endsOn: date('2027-03-31'),
  registered: true,
  answered: true,
  bookable,
  tells: ['pause', 'withdraw'],
  receipts: {},
};

function link(inside: Partial<InsidePart> = {}, own: Partial<OwnPart> = {}, now: Instant = NOW): HerLink {
  return { inside: { ...INSIDE, ...inside }, own: { ...emptyOwnPart, ...own }, now, rules };
}

function choice(day: string, start = '10:00', place: WishedPlace = { mode: 'visit' }): BookingChoice {
  return { slot: slotId(date(day), start), seat: 1, ref: 'booking_a', place };
}

function book(day: string, start?: string, place?: WishedPlace): PortalMessage {
  return { kind: 'book', booking: choice(day, start, place), language: 'ja' };
}

function said(of: HerLink, message: PortalMessage): string {
  return maySend(of, message)?.refused ?? 'may';
}

test('due 20 August: the 19th may be taken, the 20th too after a warning, the 21st only by telephone [CHI-8.16-6] [AMB-36]', () => {
  assert.equal(said(link(), book('2026-08-19')), 'may');
  assert.equal(said(link(), book('2026-08-20')), 'may');
  assert.equal(said(link(), book('2026-08-21')), 'after-due-date-call');
  assert.equal(said(link({ bookable: { ...bookable, cohort: true } }), book('2026-08-21')), 'may');
});

test('no date without the answers to the questionnaire, and no application that is not complete [CHI-8.16-3] [CHI-8.16-5]', () => {
  const fresh = link({ answered: false });
  assert.equal(said(fresh, book('2026-08-19')), 'questionnaire-missing');
  const apply: PortalMessage = {
    kind: 'apply',
    form: rules.forms.questionnaire,
    consent: rules.forms.consent.versions.at(-1) ?? '',
    answers: GOOD_ANSWERS,
    packagePlace: { at: 'registered' },
    booking: choice('2026-08-19'),
    language: 'ja',
  };
  assert.equal(said(fresh, apply), 'may');
  assert.equal(said(fresh, { ...apply, booking: undefined }), 'may');
  const { Q01: _due, ...withoutDue } = GOOD_ANSWERS;
  assert.equal(said(fresh, { ...apply, answers: withoutDue }), 'answers-incomplete');
  assert.equal(said(fresh, { ...apply, booking: choice('2026-08-21') }), 'after-due-date-call');
  assert.equal(said(link(), apply), 'application-exists');
});

test('no date online on a closed day, past the cut-off, or outside the hours [CHI-8.6-1] [CHI-8.6-4]', () => {
  assert.equal(said(link(), book('2026-08-16')), 'closed-day');
  assert.equal(said(link(), book('2026-08-11')), 'closed-day');
  assert.equal(
    said(link({}, {}, instantAt(date('2026-08-12'), '17:01')), book('2026-08-13')),
    'online-too-late',
  );
  assert.equal(said(link({}, {}, instantAt(date('2026-08-12'), '17:00')), book('2026-08-13')), 'may');
  assert.equal(said(link(), book('2026-08-13', '16:30')), 'outside-hours');
  assert.equal(said(link({ bookable: undefined }), book('2026-08-19')), 'not-bookable');
  assert.equal(slotRefusal(link(), 'slot_x')?.refused, 'no-such-slot');
});

test('from afar only with a reason, at home only once she is back [CHI-8.8-1] [CHI-8.8-7]', () => {
  assert.equal(said(link(), book('2026-08-19', '10:00', { mode: 'online' })), 'remote-needs-reason');
  assert.equal(said(link(), book('2026-08-19', '10:00', { mode: 'online', reason: 'hospital' })), 'may');
  const back = { mode: 'visit', returnsOn: date('2026-08-18') } as const;
  assert.equal(said(link(), book('2026-08-17', '10:00', back)), 'visit-after-return');
  assert.equal(said(link(), book('2026-08-18', '10:00', back)), 'may');
});

test('one date a woman: a second one only in place of the first, until the day before [CHI-8.14-1]', () => {
  const booking = {
    slot: slotId(date('2026-08-19'), '10:00'),
    date: date('2026-08-19'),
    start: '10:00',
    minutes: 60,
    mode: 'visit',
    changeableUntil: instantAt(date('2026-08-18'), '17:00'),
  } as const;
  const booked = link({ booking });
  const move = (day: string): PortalMessage => ({ kind: 'move-booking', booking: choice(day) });
  const cancel: PortalMessage = { kind: 'cancel-booking', reason: 'unsaid', callBack: false };
  assert.equal(said(booked, book('2026-08-18')), 'already-booked');
  assert.equal(said(booked, move('2026-08-18')), 'may');
  assert.equal(said(booked, move('2026-08-19')), 'same-slot');
  const late = link({ booking }, {}, instantAt(date('2026-08-18'), '17:01'));
  assert.equal(said(late, move('2026-08-20')), 'change-too-late');
  assert.equal(said(late, cancel), 'may', 'giving it up is always possible');
  assert.equal(said(link(), move('2026-08-18')), 'no-booking');
  assert.equal(said(link(), cancel), 'no-booking');
});

test('to stop and to tell of a loss is open on every link, and after that hardly anything else [CHI-8.14-5]', () => {
  const stop: PortalMessage = { kind: 'stop' };
  const loss: PortalMessage = { kind: 'loss', what: 'loss' };
  const question: PortalMessage = { kind: 'question', words: '質問' };
  const links = {
    grief: link({ words: 'grief' }),
    told: link({}, { quiet: 'grief' }),
    ended: link({ words: 'ended' }),
    over: link({ endsOn: date('2026-08-09') }),
  };
  for (const of of Object.values(links)) {
    assert.deepEqual([said(of, stop), said(of, loss)], ['may', 'may']);
    assert.equal(said(of, book('2026-08-19')), 'link-quiet');
  }
  assert.equal(said(links.grief, { ...question }), 'not-open-now');
  assert.equal(said(link({ words: 'grief', tells: ['question'] }), question), 'may');
  assert.equal(said(links.ended, question), 'link-quiet');
});

test('only what is open to her now can be told [CHI-8.14-1]', () => {
  assert.equal(said(link(), { kind: 'pause', until: date('2026-09-01') }), 'may');
  assert.equal(said(link(), { kind: 'resume' }), 'not-open-now');
  assert.equal(said(link({ words: 'paused' }), book('2026-08-19')), 'not-bookable');
});
