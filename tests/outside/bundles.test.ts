import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { date } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { openCourierEnd } from '../../src/gate/outside/courier-end.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import { newAnchorKey } from '../../src/security/checkpoint.ts';
import { publicHalf, isSignedBy, signText } from '../../src/security/signature.ts';
import { emptied, holdAndBook } from '../support/outside-answers.ts';
import { outsidePlace, type OutsidePlace } from '../support/outside-place.ts';

const ANSWERED = { registered: true, answered: true };

test('a bundle is taken as the next one only; the same again does nothing, anything else is refused [SEC-14-3] [THREAT-22]', async () => {
  const place = await outsidePlace();
  const { end } = place;
  const woman = await place.woman();
  const next = await place.bundle({ capsules: [place.capsule(woman)] });
  assert.deepEqual(await end.takeOutward(place.signed({ ...next, n: next.n + 1 })), {
    result: 'refused',
    why: 'not-next',
    next: next.n,
  });
  assert.equal((await end.takeOutward(place.signed(next))).result, 'taken');
  assert.equal((await end.takeOutward(place.signed(next))).result, 'same');
  const why = async (bundle: Parameters<typeof end.takeOutward>[0]) => {
    const said = await end.takeOutward(bundle);
    return said.result === 'refused' ? said.why : said.result;
  };
  assert.equal(await why(place.signed({ ...next, closed: [date('2026-06-15')] })), 'altered');
  assert.equal(await why(place.signed({ ...next, n: next.n - 1 })), 'not-next');
  assert.equal(await why(place.signed({ ...next, n: next.n + 1, programme: 'another' })), 'other-programme');
  const { text } = place.signed({ ...next, n: next.n + 1 });
  assert.equal(await why({ text, signature: signText(newAnchorKey().privatePem, text) }), 'altered');
  assert.equal(await why({ text, signature: 'no signature' }), 'altered');
  const said = place.signed({ ...next, n: next.n + 1 });
  assert.equal(
    await why({ ...said, text: said.text.replace('"revoked":[]', '"revoked":["00"]') }),
    'altered',
  );
  const strange = place.signed({ ...next, n: next.n + 1, revoked: ['00'] });
  assert.equal(await why(strange), 'not-understood');
  assert.equal((await end.state()).outwardTaken, next.n);
});

test('of the same bundle handed over eight times at once one is taken [SEC-14-3]', async () => {
  const place = await outsidePlace();
  const next = place.signed(await place.bundle({}));
  const said = await Promise.all(Array.from({ length: 8 }, () => place.end.takeOutward(next)));
  assert.deepEqual(said.map(({ result }) => result).toSorted(), [
    'same',
    'same',
    'same',
    'same',
    'same',
    'same',
    'same',
    'taken',
  ]);
});

test('what goes inside is signed, numbered and the same bytes when it is asked for again, until it is secured [SEC-14-3]', async () => {
  const place = await outsidePlace();
  const { gate, end } = place;
  const session = await place.openSession(await place.woman());
  const say = (words: string) =>
    gate.send(session, { kind: 'question', words }, { once: words, own: emptied(session) });
  await say('一つ目');
  await end.noteBounce('message_1', '5.1.1');
  const first = await end.makeInward(1);
  assert.ok(first);
  await say('二つ目');
  assert.deepEqual(await end.makeInward(1), first);
  assert.equal(isSignedBy(publicHalf(place.parts.keys.signing), first.text, first.signature), true);
  const bundle = place.inwardBundle(first);
  assert.deepEqual([bundle.n, bundle.envelopes.length], [1, 1]);
  assert.deepEqual(bundle.bounces, [{ message: 'message_1', reason: '5.1.1' }]);
  assert.equal((await place.arrived()).length, 1);
  assert.equal(await end.makeInward(3), undefined, 'nothing waits');

  await place.carry({ taken: 2, secured: 1 });
  const later = await end.makeInward(1);
  assert.deepEqual(later && place.inwardBundle(later).envelopes, [], 'the inside can no longer lose it');
  const second = await end.makeInward(2);
  assert.equal(second && place.inwardBundle(second).envelopes.length, 1);
});

test('a revoked code never lives again, whatever a later bundle or a snapshot says [CHI-8.1-8] [THREAT-26]', async () => {
  const place = await outsidePlace();
  const woman = await place.woman();
  await place.carry({ revoked: [woman.locator] });
  const begun = async () => {
    const one = await place.gate.begin(woman.code, '192.0.2.1');
    assert.ok(one.result === 'begun');
    return (await place.gate.prove(one.cookie, woman.birthDate, '192.0.2.1')).result;
  };
  const capsules = [{ ...place.capsule(woman), n: 99 }];
  await place.carry({ capsules });
  assert.equal(await begun(), 'revoked');
  await place.carry({ snapshot: 'first', capsules });
  await place.carry({ snapshot: 'last' });
  assert.equal(await begun(), 'revoked');
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  await assert.rejects(client.query('update capsule set revoked = false'), /stays revoked/);
  await client.end();
});

test('a smaller number never replaces a greater one, and what she wrote herself stays through all of it [SEC-14-3]', async () => {
  const place = await outsidePlace();
  const woman = await place.woman();
  const session = await place.openSession(woman);
  await place.gate.save(session, { ...session.own, pages: 2 });
  const old = place.capsule(woman);
  await place.write(woman, { registered: true });
  await place.carry({ capsules: [old] });
  const now = await place.openSession(woman);
  assert.deepEqual([now.inside.registered, now.own.pages], [true, 2]);
  await place.carry({ snapshot: 'first', capsules: [place.capsule(woman)] });
  await place.carry({ snapshot: 'last' });
  assert.equal((await place.openSession(woman)).own.pages, 2);
});

test('without a word of the inside for 48 hours the pages say "please call", and a stop is still taken [SEC-14-3]', async () => {
  const place = await outsidePlace();
  const { gate } = place;
  await place.giveSeats('2026-06-19', '10:00', 1);
  const woman = await place.woman(ANSWERED);
  place.later(48 * 60);
  assert.equal(await gate.state(), 'open');
  place.later(1);
  assert.equal(await gate.state(), 'calling');
  const session = await place.openSession(woman);
  assert.deepEqual(await gate.offers(session), []);
  assert.equal((await holdAndBook(place, session, slotId(date('2026-06-19'), '10:00'))).result, 'taken');
  const asked = await gate.send(
    session,
    { kind: 'question', words: '質問' },
    { once: 'q', own: emptied(session) },
  );
  assert.equal(asked.result, 'calling');
  const stopped = await gate.send(session, { kind: 'stop' }, { once: 's', own: emptied(session) });
  assert.equal(stopped.result === 'sent' && stopped.session.own.quiet, 'ended');
  await place.end.heard();
  assert.equal(await gate.state(), 'open');
});

test('before the inside has ever been heard nothing can be taken [SEC-14-3]', async () => {
  const place = await outsidePlace();
  assert.equal(await place.gate.state(), 'calling');
  assert.equal((await place.end.state()).needsSnapshot, false);
});

test('an outside restored to yesterday says "please call" until a whole snapshot has come, and no seat is lost [SEC-14-3]', async () => {
  const place = await outsidePlace();
  const nine = slotId(date('2026-06-19'), '09:00');
  await place.giveSeats('2026-06-19', '09:00', 1);
  await place.giveSeats('2026-06-19', '10:00', 1);
  const [before, after] = await place.women(2, ANSWERED);
  assert.ok(before && after);
  const first = await holdAndBook(place, await place.openSession(before), nine);
  assert.equal(first.result, 'sent');
  await yesterday(place, async () => {
    await place.carry({ revoked: [after.locator] });
    await place.arrived();
  });

  const gate = openOutsideGate(place.parts);
  const end = openCourierEnd(place.parts);
  assert.equal(await gate.state(), 'calling');
  const state = await end.state({ seats: true });
  assert.deepEqual([state.needsSnapshot, state.seats?.length], [true, 2]);
  const usual = await place.carry({});
  assert.equal(usual.result === 'refused' && usual.why, 'needs-snapshot');
  const booking = await gate.send(
    await place.openSession(before),
    { kind: 'question', words: '質問' },
    { once: 'q', own: (sent) => ({ counter: 0, answers: {}, pages: 0, sent: [sent] }) },
  );
  assert.equal(booking.result, 'calling');

  // Her booking had gone inside under a number that this database does not know; it comes again, and counts once there.
  const again = await place.arrived();
  assert.equal(again.length, 1);
  const give = (start: string) => ({
    word: 'give' as const,
    slot: slotId(date('2026-06-19'), start),
    seat: 1,
    date: date('2026-06-19'),
    start,
  });
  const ref = first.result === 'sent' ? (first.session.own.booked?.ref ?? '') : '';
  const { inwardMade } = await end.state();
  const part = { revoked: [after.locator], taken: inwardMade, secured: inwardMade };
  assert.equal(
    (await place.carry({ ...part, snapshot: 'first', capsules: [place.capsule(before)] })).result,
    'taken',
  );
  assert.equal(await gate.state(), 'calling');
  assert.equal((await end.state()).needsSnapshot, true);
  const rest = {
    ...part,
    seats: [{ ...give('09:00'), word: 'take' as const, ref }, give('10:00'), give('11:00')],
  };
  assert.equal((await place.carry({ ...rest, snapshot: 'more' })).result, 'taken');
  assert.equal((await place.carry({ ...part, snapshot: 'last' })).result, 'taken');
  assert.equal(await gate.state(), 'open');
  assert.equal((await end.state()).needsSnapshot, false);
  const offered = await gate.offers(await place.openSession(before));
  assert.deepEqual(
    offered.map(({ start }) => start),
    ['10:00', '11:00'],
  );
});

test('a snapshot takes away nothing that the inside has not heard of, and all that it does not speak of [SEC-14-3]', async () => {
  const place = await outsidePlace();
  const [woman, left] = await place.women(2, ANSWERED);
  assert.ok(woman && left);
  for (const start of ['09:00', '10:00', '11:00']) await place.giveSeats('2026-06-19', start, 1);
  const slot = (start: string) => slotId(date('2026-06-19'), start);
  const session = await place.openSession(woman);
  assert.equal((await holdAndBook(place, session, slot('09:00'))).result, 'sent');
  const seat = { seat: 1, date: date('2026-06-19') };
  await place.carry({
    snapshot: 'first',
    capsules: [place.capsule(woman)],
    seats: ['09:00', '10:00'].map((start) => ({ word: 'give', slot: slot(start), start, ...seat })),
  });
  await place.carry({ snapshot: 'last' });
  const states = (await place.end.state({ seats: true })).seats?.map((one) => one.start);
  assert.deepEqual(states, ['09:00', '10:00']);
  const offered = (await place.gate.offers(await place.openSession(woman))).map(({ start }) => start);
  assert.deepEqual(offered, ['10:00'], 'the one she has taken is hers');
  const begun = await place.gate.begin(left.code, '192.0.2.1');
  assert.ok(begun.result === 'begun');
  assert.equal((await place.gate.prove(begun.cookie, left.birthDate, '192.0.2.1')).result, 'revoked');
});

test('a seat asked back goes home if nobody has it, and the next bundle says so [CHI-8.16-7]', async () => {
  const place = await outsidePlace();
  await place.giveSeats('2026-06-19', '10:00', 3);
  const slot = slotId(date('2026-06-19'), '10:00');
  const [first, second] = await place.women(2, ANSWERED);
  assert.ok(first && second);
  assert.equal((await holdAndBook(place, await place.openSession(first), slot)).result, 'sent');
  const held = await place.gate.hold(await place.openSession(second), slot);
  assert.ok(held !== 'taken');
  await place.carry({ seats: [1, 2, 3].map((seat) => ({ word: 'drop', slot, seat })) });
  const made = await place.end.makeInward(1);
  assert.ok(made);
  assert.deepEqual(place.inwardBundle(made).dropped, [{ slot, seat: 3 }]);
});

test('whatever words come in whatever order, a reference has one seat and a seat one reference [CHI-8.16-7]', async () => {
  const place = await outsidePlace();
  const day = { date: date('2026-06-19'), start: '10:00' };
  const slot = slotId(day.date, day.start);
  const word = fc.record({
    word: fc.constantFrom('give', 'free', 'take', 'drop'),
    seat: fc.integer({ min: 1, max: 3 }),
    ref: fc.constantFrom('booking_a', 'booking_b', 'booking_c'),
  });
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
      const seats = words.map((one) =>
        one.word === 'drop'
          ? { word: 'drop' as const, slot, seat: one.seat }
          : one.word === 'give'
            ? { word: 'give' as const, slot, seat: one.seat, ...day }
            : { word: one.word, slot, seat: one.seat, ref: one.ref, ...day },
      );
      assert.equal((await place.carry({ seats })).result, 'taken');
      const { rows } = await client.query<{ seat: number; ref: string | null; state: string }>(
        'select * from seat',
      );
      const last = new Map<string, number>();
      for (const one of words) {
        if (one.word === 'take') {
          for (const [ref, seat] of last) if (seat === one.seat) last.delete(ref);
          last.set(one.ref, one.seat);
        }
        if (one.word === 'free' && last.get(one.ref) === one.seat) last.delete(one.ref);
      }
      for (const [ref, seat] of last) {
        assert.equal(rows.find((row) => row.ref === ref)?.seat, seat);
      }
    }),
    { numRuns: 60 },
  );
  await client.end();
});

/** Lets `work` happen, then puts the database back to what it was before; the key folder knows better. */
async function yesterday(place: OutsidePlace, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  const tables = [
    'outside',
    'capsule',
    'session',
    'seat',
    'envelope',
    'once',
    'bounce',
    'dropped',
    'inward_bundle',
    'recipient_key',
    'anchor',
  ];
  for (const table of tables) await client.query(`create table kept_${table} as table ${table}`);
  await work();
  await client.query('alter table capsule disable trigger all');
  for (const table of tables) {
    await client.query(`delete from ${table}`);
    await client.query(`insert into ${table} overriding system value table kept_${table}`);
    await client.query(`drop table kept_${table}`);
  }
  await client.query('alter table capsule enable trigger all');
  await client.end();
  place.parts.store.changed();
}
