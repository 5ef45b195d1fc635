import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { FormDefinition } from '../forms/form.ts';
import type { InsidePart } from './inside-part.ts';
import { mayVisit, nextStep, type AskedForm } from './next-step.ts';
import { emptyOwnPart, type OwnPart } from './own-part.ts';
import { shownDate } from './shown-date.ts';

const now = instantAt(date('2026-06-01'), '10:00');
const later = instantAt(date('2026-06-01'), '10:08');
const earlier = instantAt(date('2026-06-01'), '09:59');

const yesOrNo = {
  kind: 'single',
  required: true,
  choices: [
    { code: 'yes', label: 'x' },
    { code: 'no', label: 'x' },
  ],
} as const;
const form: FormDefinition = {
  id: 'form',
  version: '1',
  title: 'x',
  status: 'approved',
  approval: { ref: 'x', on: date('2026-04-01') },
  questions: [
    { code: 'A', label: 'x', ...yesOrNo },
    { code: 'B', label: 'x', ...yesOrNo },
    { code: 'C', label: 'x', ...yesOrNo },
    { code: 'L', label: 'x', kind: 'text', required: false, alone: true },
  ],
};
const asked: AskedForm = {
  form,
  pages: [['A'], ['B']],
  consent: { question: 'C', given: 'yes', version: '1' },
};

const inside: InsidePart = {
  n: 1,
  at: now,
  words: 'usual',
  endsOn: date('2027-08-01'),
  registered: false,
  answered: false,
  bookable: {
    due: date('2026-08-20'),
    month8: { from: date('2026-05-28'), to: date('2026-06-24') },
    cohort: false,
    born: false,
    talk: 15,
  },
  tells: [],
  receipts: {},
};
const seat = {
  slot: 'slot_2026-06-10-1000',
  seat: 1,
  ref: 'booking_1',
  date: date('2026-06-10'),
  start: '10:00',
} as const;
const consent = { version: '1', at: now };
const sent = (kind: OwnPart['sent'][number]['kind'], envelope: string) => ({
  envelope,
  kind,
  at: now,
  no: 'ABC',
});
const at = (own: Partial<OwnPart>, part: Partial<InsidePart> = {}) =>
  nextStep({ ...inside, ...part }, { ...emptyOwnPart, ...own }, asked, now);

test('each page leads to the next one until everything is there [CHI-8.16-2]', () => {
  const answers = { A: 'yes', B: 'no' };
  const place = { place: { mode: 'visit' }, packagePlace: { at: 'registered' } } as const;
  const form1 = { contact: 'skipped', consent, answers } as const;
  assert.deepEqual(at({}), { step: 'about' });
  assert.deepEqual(at({ consent }), { step: 'contact' });
  assert.deepEqual(at({ contact: 'sent', counter: 1 }), { step: 'consent' });
  assert.deepEqual(at({ contact: 'sent', consent: { version: '0', at: now } }), { step: 'consent' });
  assert.deepEqual(at({ contact: 'sent', consent }), { step: 'questions', page: 0 });
  assert.deepEqual(at({ ...form1, pages: 1 }), { step: 'questions', page: 1 });
  assert.deepEqual(at({ ...form1, pages: 2 }), { step: 'alone' });
  assert.deepEqual(at({ ...form1, pages: 3 }), { step: 'place' });
  assert.deepEqual(at({ ...form1, pages: 3, ...place }), { step: 'times' });
  assert.deepEqual(at({ ...form1, pages: 3, ...place, hold: { ...seat, until: later } }), { step: 'check' });
  assert.deepEqual(at({ ...form1, pages: 3, ...place, hold: { ...seat, until: earlier } }), {
    step: 'times',
  });
});

test('nobody comes to the times without consent and complete answers, whatever the draft says [CHI-8.16-3, CHI-8.3-9]', () => {
  const answer = fc.constantFrom('yes', 'no', 'other', '');
  fc.assert(
    fc.property(
      fc.record({
        answers: fc.dictionary(fc.constantFrom('A', 'B', 'X'), answer),
        pages: fc.nat(4),
        consent: fc.constantFrom(undefined, consent),
        contact: fc.constantFrom(undefined, 'sent' as const, 'skipped' as const),
        place: fc.constant({ mode: 'visit' } as const),
        packagePlace: fc.constant({ at: 'registered' } as const),
        hold: fc.constantFrom(undefined, { ...seat, until: later }),
      }),
      (own) => {
        const next = at(own);
        if (next.step !== 'times' && next.step !== 'check') return;
        assert.ok(own.consent && ['yes', 'no'].includes(own.answers['A'] ?? '') && own.answers['B']);
      },
    ),
  );
});

test('who comes back before the birth is led to a visit first [CHI-8.8-7]', () => {
  const away = { mode: 'online', reason: 'satogaeri', returnsOn: date('2026-08-01') } as const;
  assert.deepEqual(at({ place: away }, { answered: true }), { step: 'place' });
  assert.deepEqual(at({ place: { ...away, cannotBeVisited: true } }, { answered: true }), { step: 'times' });
  assert.deepEqual(at({ place: { ...away, mode: 'visit' } }, { answered: true }), { step: 'times' });
  assert.deepEqual(at({ place: { ...away, returnsOn: date('2026-09-30') } }, { answered: true }), {
    step: 'times',
  });
});

test('who has answered chooses place and time only; who has a date comes home [CHI-8.14-1]', () => {
  assert.deepEqual(at({}, { answered: true }), { step: 'place' });
  assert.deepEqual(at({ sent: [sent('apply', 'e1')] }), { step: 'place' });
  const booking = { ...seat, minutes: 15, mode: 'visit', changeableUntil: later } as const;
  assert.deepEqual(at({}, { answered: true, booking }), { step: 'home' });
  assert.deepEqual(at({ booked: { ...seat, envelope: 'e1', mode: 'visit' } }), { step: 'home' });
});

test('who cannot take a date yet, or rests, comes home [CHI-4.2-2]', () => {
  const notBookable = { why: 'not-yet', from: date('2027-04-01') } as const;
  assert.deepEqual(at({}, { bookable: undefined, notBookable }), { step: 'home' });
  assert.deepEqual(at({}, { words: 'paused' }), { step: 'home' });
});

test('after a loss or a stop the link has one page, whatever else is known [CHI-8.14-5]', () => {
  const booking = { ...seat, minutes: 15, mode: 'visit', changeableUntil: later } as const;
  assert.deepEqual(at({ quiet: 'grief' }, { booking }), { step: 'grief' });
  assert.deepEqual(at({}, { words: 'grief', booking }), { step: 'grief' });
  assert.deepEqual(at({ quiet: 'ended' }, { booking }), { step: 'ended' });
  assert.deepEqual(at({}, { endsOn: date('2026-05-31') }), { step: 'ended' });
  assert.deepEqual(at({ quiet: 'grief' }, { words: 'ended' }), { step: 'grief' });
});

test('a page up to the next one may be seen again, a later one may not [CHI-8.16-3]', () => {
  const next = { step: 'questions', page: 1 } as const;
  assert.ok(mayVisit('about', 0, next));
  assert.ok(mayVisit('questions', 1, next));
  assert.ok(!mayVisit('questions', 2, next));
  assert.ok(!mayVisit('times', 0, next));
  assert.ok(!mayVisit('about', 0, { step: 'grief' }));
});

test('what she took or gave up here counts at once, what the inside decides counts after it [CHI-8.14-1]', () => {
  const booking = {
    ...seat,
    date: date('2026-06-12'),
    minutes: 15,
    mode: 'visit',
    changeableUntil: later,
  } as const;
  const booked = { ...seat, envelope: 'e2', mode: 'visit' } as const;
  const shown = (own: Partial<OwnPart>, part: Partial<InsidePart>) =>
    shownDate({ ...inside, ...part }, { ...emptyOwnPart, ...own })?.date;
  assert.equal(shown({ booked, sent: [sent('move-booking', 'e2')] }, { booking }), '2026-06-10');
  assert.equal(
    shown(
      { booked, sent: [sent('move-booking', 'e2')] },
      { booking, receipts: { e2: { result: 'accepted' } } },
    ),
    '2026-06-12',
  );
  assert.equal(shown({ sent: [sent('cancel-booking', 'e3')] }, { booking }), undefined);
  assert.equal(
    shown(
      { sent: [sent('cancel-booking', 'e3')] },
      { booking, receipts: { e3: { result: 'refused', code: 'x' } } },
    ),
    '2026-06-12',
  );
});
