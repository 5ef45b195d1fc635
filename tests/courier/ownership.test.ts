import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../src/domain/basics/civil-date.ts';
import { at } from '../support/booking-place.ts';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, applies, moves, sends, round, fallsSilent, checkSeats } = zones;
const { place, manager, operator, said } = room;

// Days from now: the nearest come into the courier's giving and go out of it as time goes by.
const AHEAD = [1, 2, 3, 6] as const;
const STARTS = ['09:00', '10:00'] as const;
const cases = await Promise.all(Array.from({ length: 10 }, () => room.openCase()));
const women = (await room.post(cases)).map((piece, nth) => ({
  case: cases[nth] ?? '',
  code: room.codeOn(piece),
}));

const who = fc.nat(women.length - 1);
const slot = fc.record({ ahead: fc.constantFrom(...AHEAD), start: fc.constantFrom(...STARTS) });
const event = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('applies' as const), who, slot }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('calls' as const), who, slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('moves' as const), who, slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('moved' as const), who, slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('gives-up' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancelled' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('asked-back' as const), slot }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('opened' as const),
      ahead: fc.constantFrom(...AHEAD),
      inside: fc.nat(2),
      outside: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('closed' as const), ahead: fc.constantFrom(...AHEAD) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('round' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('hours' as const), hours: fc.integer({ min: 1, max: 9 }) }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

let hour = 10;
const first = date('2026-05-12');
const dayIn = (ahead: number) => addDays(first, Math.floor(hour / 24) + ahead);
const slotOf = ({ ahead, start }: { readonly ahead: number; readonly start: string }) =>
  at(dayIn(ahead), start);
const went = new Map<string, number>();

/** Does it, and counts what was done and not refused: a test in which nothing happens shows nothing. */
async function happens(one: Event, nth: number): Promise<void> {
  const word = await answerTo(one, nth);
  if (word === 'sent' || word === 'done') went.set(one.kind, (went.get(one.kind) ?? 0) + 1);
}

async function answerTo(one: Event, nth: number): Promise<string | undefined> {
  const her = women['who' in one ? one.who : 0];
  assert.ok(her);
  switch (one.kind) {
    case 'applies':
      return applies(her.code, slotOf(one.slot));
    case 'moves':
      return moves(her.code, slotOf(one.slot));
    case 'calls':
      return said(
        'booking.make',
        { case: her.case, slot: slotOf(one.slot), mode: 'visit', requestedBy: 'herself' },
        operator,
      );
    case 'moved':
      return said(
        'booking.move',
        { case: her.case, slot: slotOf(one.slot), mode: 'visit', requestedBy: 'herself' },
        operator,
      );
    case 'gives-up':
      return sends(her.code, { kind: 'cancel-booking', reason: 'unsaid', callBack: false }, `up-${nth}`);
    case 'cancelled':
      return said('booking.cancel', { case: her.case, reason: 'her-wish' }, operator);
    case 'asked-back':
      return said('booking.ask-back', { slot: slotOf(one.slot), seats: 1 }, operator);
    case 'opened': {
      const visitors = one.inside + one.outside;
      const input = { date: dayIn(one.ahead), visitors, outside: one.outside, starts: STARTS };
      return said('booking.open-day', input, manager);
    }
    case 'closed':
      return said('booking.close-day', { date: dayIn(one.ahead), reason: 'typhoon' }, manager);
    case 'round':
      await round();
      return undefined;
    case 'hours':
      hour += one.hours;
      room.setNow(dayIn(0), `${String(hour % 24).padStart(2, '0')}:00`);
      return undefined;
  }
}

/** One of each that goes through, so that chance decides only what comes besides. */
const EACH: Event[] = [
  ...AHEAD.map((ahead) => ({ kind: 'opened' as const, ahead, inside: 2, outside: 2 })),
  { kind: 'round' },
  { kind: 'applies', who: 0, slot: { ahead: 2, start: '09:00' } },
  { kind: 'calls', who: 1, slot: { ahead: 6, start: '10:00' } },
  { kind: 'round' },
  { kind: 'asked-back', slot: { ahead: 3, start: '10:00' } },
  { kind: 'cancelled', who: 1 },
  { kind: 'closed', ahead: 3 },
];

test('whatever happens in whatever order, no seat has two owners, none is lost, every booking has one [CHI-8.16-7] [THREAT-28]', async () => {
  await round();
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 15, maxLength: 40 }), async (events) => {
      for (const one of events) {
        await happens(one, (nth += 1));
        await checkSeats(place, false);
      }
      // Until the holds of who went away have run out and all that was asked back has come.
      await answerTo({ kind: 'hours', hours: 1 }, 0);
      for (let times = 0; times < 3; times += 1) await round();
      await checkSeats();
      await fallsSilent();
    }),
    { numRuns: Number(process.env['MIMAMORI_RUNS'] ?? '12'), endOnFailure: true, examples: [[EACH]] },
  );
  for (const kind of ['applies', 'calls', 'cancelled', 'asked-back', 'opened', 'closed']) {
    assert.ok((went.get(kind) ?? 0) > 0, `${kind} never went through`);
  }
});
