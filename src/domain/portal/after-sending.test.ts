import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { slotId } from '../booking/slot.ts';
import { afterSaving, afterSending, seatGivenUp } from './after-sending.ts';
import type { PortalMessage } from './message.ts';
import { emptyOwnPart, type OwnPart, type Sent } from './own-part.ts';
import { receiptNo } from './receipt-no.ts';

const NOW = instantAt(date('2026-06-10'), '10:00');
const SEAT = {
  slot: slotId(date('2026-06-19'), '10:00'),
  seat: 1,
  ref: 'booking_a',
  date: date('2026-06-19'),
  start: '10:00',
};
const DRAFT: OwnPart = { ...emptyOwnPart, answers: { Q06: 3 }, pages: 2, hold: { ...SEAT, until: NOW } };
const BOOK: PortalMessage = {
  kind: 'book',
  booking: { ...SEAT, ref: 'booking_a', place: { mode: 'visit' } },
  language: 'ja',
};

function sent(kind: Sent['kind'], envelope = 'e1'): Sent {
  return { envelope, kind, at: NOW, no: 'ABCD-EFGH' };
}

test('a booking counts one envelope, makes her seat hers and ends the hold [CHI-8.2-2]', () => {
  const own = afterSending(DRAFT, DRAFT, { message: BOOK, sent: sent('book'), took: SEAT });
  assert.deepEqual(own.booked, { ...SEAT, envelope: 'e1', mode: 'visit' });
  assert.deepEqual([own.counter, own.hold, own.sent.length], [1, undefined, 1]);
});

test('whatever a page says, it decides neither number nor seat nor quiet [SEC-14-3]', () => {
  const before: OwnPart = { ...DRAFT, counter: 7, quiet: 'grief' };
  const wished: OwnPart = { ...emptyOwnPart, booked: { ...SEAT, envelope: 'x', mode: 'visit' } };
  const own = afterSending(before, wished, {
    message: { kind: 'question', words: '質問' },
    sent: sent('question'),
  });
  assert.deepEqual([own.counter, own.quiet, own.booked], [8, 'grief', undefined]);
  const saved = afterSaving(before, wished);
  assert.deepEqual(
    [saved.counter, saved.quiet, saved.booked, saved.hold?.ref],
    [7, 'grief', undefined, 'booking_a'],
  );
});

test('a stop or a loss takes the draft away, gives the date up and makes the link quiet [CHI-8.14-5]', () => {
  const booked = afterSending(DRAFT, DRAFT, { message: BOOK, sent: sent('book'), took: SEAT });
  for (const [message, quiet] of [
    [{ kind: 'loss', what: 'loss' }, 'grief'],
    [{ kind: 'stop' }, 'ended'],
  ] as const) {
    assert.equal(seatGivenUp(booked, message)?.ref, 'booking_a');
    const own = afterSending(booked, DRAFT, { message, sent: sent(message.kind, 'e2') });
    assert.deepEqual([own.quiet, own.booked, own.hold, own.answers], [quiet, undefined, undefined, {}]);
  }
  const grief = afterSending({ ...DRAFT, quiet: 'grief' }, DRAFT, {
    message: { kind: 'stop' },
    sent: sent('stop'),
  });
  assert.equal(grief.quiet, 'grief');
});

test('a tab from before the application was sent brings no answers back [CHI-8.16-2]', () => {
  const after = { ...emptyOwnPart, counter: 1, sent: [sent('apply')] };
  assert.deepEqual(afterSaving(after, DRAFT).answers, {});
  assert.deepEqual(afterSaving(after, { ...DRAFT, sent: after.sent }).answers, { Q06: 3 });
});

test('the number she may quote is made from the envelope, without look-alikes [CHI-8.2-1]', () => {
  assert.equal(receiptNo('00'.repeat(32)), '2222-2222');
  assert.equal(receiptNo('ff1f3f5f0a0b0c0d'), 'ZZZZ-CDEF');
});
