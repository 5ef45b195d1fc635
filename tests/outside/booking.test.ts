import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { date } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import type { OpenSession } from '../../src/gate/outside/outside-gate.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import { addMinutes } from '../../src/domain/basics/instant.ts';
import { application, choiceOf, emptied, holdAndBook } from '../support/outside-answers.ts';
import { outsidePlace, type OutsideWoman } from '../support/outside-place.ts';

const place = await outsidePlace('2026-06-10');

const ANSWERED = { registered: true, answered: true };

async function sessions(women: readonly OutsideWoman[]): Promise<readonly OpenSession[]> {
  return Promise.all(women.map((woman) => place.openSession(woman)));
}

async function seats(day: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  try {
    return (await client.query('select * from seat where date = $1 order by slot, seat', [day])).rows;
  } finally {
    await client.end();
  }
}

test('of 200 women who want the last seat one gets it and 199 are told to choose another [CHI-8.16-7]', async () => {
  await place.giveSeats('2026-06-15', '09:00', 1);
  const open = await sessions(await place.women(200, ANSWERED));
  const slot = slotId(date('2026-06-15'), '09:00');
  const outcomes = await Promise.all(open.map((session) => holdAndBook(place, session, slot)));
  const count = (result: string) => outcomes.filter((one) => one.result === result).length;
  assert.deepEqual([count('sent'), count('taken')], [1, 199]);
  const [seat] = await seats('2026-06-15');
  assert.equal(seat?.['state'], 'taken');
  assert.equal((await place.arrived()).filter(({ message }) => message.kind === 'book').length, 1);
  place.later(60);
  assert.equal((await seats('2026-06-15')).filter(({ state }) => state === 'held').length, 0);
});

test('of women whose holds of one seat ran out one after another, only one can still take it [CHI-8.16-7]', async () => {
  await place.giveSeats('2026-06-16', '09:00', 1);
  const open = await sessions(await place.women(3, ANSWERED));
  const slot = slotId(date('2026-06-16'), '09:00');
  const helds = [];
  for (const session of open) {
    const held = await place.gate.hold(session, slot);
    assert.notEqual(held, 'taken');
    if (held !== 'taken') helds.push({ session, held });
    place.later(10);
    // Nobody is away long enough for her session to end.
    for (const one of open) await place.gate.session(one.cookie);
  }
  const outcomes = await Promise.all(
    helds.map(({ session, held }) =>
      place.gate.send(
        session,
        { kind: 'book', booking: choiceOf(held), language: 'ja' },
        { once: 'once', own: emptied(session), take: held },
      ),
    ),
  );
  assert.equal(outcomes.filter(({ result }) => result === 'sent').length, 1);
  assert.equal(outcomes.filter(({ result }) => result === 'taken').length, 2);
});

test('a seat that is kept for somebody is free again the minute her time has run out, with nothing that tidies up [CHI-8.16-7]', async () => {
  await place.giveSeats('2026-06-17', '10:00', 1);
  const [first, second] = await sessions(await place.women(2, ANSWERED));
  assert.ok(first && second);
  const slot = slotId(date('2026-06-17'), '10:00');
  const offered = async (to: OpenSession) =>
    (await place.gate.offers(to)).some((offer) => offer.slot === slot);
  assert.notEqual(await place.gate.hold(first, slot), 'taken');
  assert.equal(await offered(second), false);
  assert.equal(await place.gate.hold(second, slot), 'taken');
  place.later(9);
  assert.equal(await place.gate.hold(second, slot), 'taken');
  place.later(1);
  assert.equal(await offered(second), true);
  assert.notEqual(await place.gate.hold(second, slot), 'taken');
});

test('who chooses another time gives back the first one, and who chooses the same one again keeps her seat [CHI-8.16-7]', async () => {
  await place.giveSeats('2026-06-18', '10:00', 1);
  await place.giveSeats('2026-06-18', '11:00', 1);
  const [session] = await sessions(await place.women(1, ANSWERED));
  assert.ok(session);
  const ten = slotId(date('2026-06-18'), '10:00');
  const eleven = slotId(date('2026-06-18'), '11:00');
  assert.notEqual(await place.gate.hold(session, ten), 'taken');
  assert.notEqual(await place.gate.hold(session, ten), 'taken');
  assert.notEqual(await place.gate.hold(session, eleven), 'taken');
  const states = (await seats('2026-06-18')).map(({ state }) => state);
  assert.deepEqual(states, ['free', 'held']);
});

test('in two tabs at once she keeps one seat at the end [CHI-8.16-7]', async () => {
  await place.giveSeats('2026-06-19', '10:00', 3);
  await place.giveSeats('2026-06-19', '11:00', 3);
  const [session] = await sessions(await place.women(1, ANSWERED));
  assert.ok(session);
  const times = ['10:00', '11:00', '10:00', '11:00'].map((start) => slotId(date('2026-06-19'), start));
  await Promise.all(times.map((slot) => place.gate.hold(session, slot)));
  const held = (await seats('2026-06-19')).filter(({ state }) => state === 'held');
  const now = await place.gate.session(session.cookie);
  assert.equal(held.length, 1);
  assert.equal(held[0]?.['ref'], now?.stage === 'open' ? now.own.hold?.ref : undefined);
});

test('a double click, two tabs and the back button make one sending with one receipt [CHI-8.2-2]', async () => {
  await place.giveSeats('2026-06-20', '09:00', 2);
  const [session] = await sessions(await place.women(1));
  assert.ok(session);
  const held = await place.gate.hold(session, slotId(date('2026-06-20'), '09:00'));
  assert.ok(held !== 'taken');
  const press = () =>
    place.gate.send(session, application(held), { once: 'press-1', own: emptied(session), take: held });
  await place.arrived();
  const outcomes = [...(await Promise.all([press(), press(), press()])), await press()];
  place.later(15);
  outcomes.push(await press());
  const receipts = outcomes.map((one) => (one.result === 'sent' ? one.sent.no : one.result));
  assert.match(String(receipts[0]), /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  assert.equal(new Set(receipts).size, 1);
  assert.equal((await place.arrived()).length, 1);
  assert.equal((await seats('2026-06-20')).filter(({ state }) => state === 'taken').length, 1);
  const again = await place.gate.send(session, application(held), {
    once: 'press-2',
    own: emptied(session),
    take: held,
  });
  assert.deepEqual(again, { result: 'refused', code: 'application-exists' });
});

test('a process whose clock is ten minutes behind gives nobody a seat that is taken [CHI-8.16-7]', async () => {
  await place.giveSeats('2026-06-22', '09:00', 1);
  const late = openOutsideGate(place.again({ now: () => addMinutes(place.gate.now(), -10) }));
  const [first, second] = await sessions(await place.women(2, ANSWERED));
  assert.ok(first && second);
  const slot = slotId(date('2026-06-22'), '09:00');
  assert.equal((await holdAndBook(place, first, slot)).result, 'sent');
  assert.equal((await holdAndBook({ gate: late }, second, slot)).result, 'taken');
});

test('a date given up outside is free at once for somebody else, one that is moved keeps its seat until the inside says so [CHI-8.14-1]', async () => {
  await place.giveSeats('2026-06-23', '09:00', 1);
  await place.giveSeats('2026-06-23', '10:00', 1);
  const nine = slotId(date('2026-06-23'), '09:00');
  const ten = slotId(date('2026-06-23'), '10:00');
  const [first, second] = await sessions(await place.women(2, ANSWERED));
  assert.ok(first && second);
  const booked = await holdAndBook(place, first, nine);
  assert.ok(booked.result === 'sent');
  const held = await place.gate.hold(first, ten);
  assert.ok(held !== 'taken');
  const moved = await place.gate.send(
    first,
    { kind: 'move-booking', booking: choiceOf(held) },
    { once: 'move', own: emptied(booked.session), take: held },
  );
  assert.ok(moved.result === 'sent', JSON.stringify(moved));
  assert.equal(await place.gate.hold(second, nine), 'taken');
  const ref = booked.session.own.booked?.ref ?? '';
  await place.carry({
    seats: [{ word: 'free', slot: nine, seat: 1, ref, date: date('2026-06-23'), start: '09:00' }],
  });
  assert.notEqual(await place.gate.hold(second, nine), 'taken');

  const cancelled = await place.gate.send(
    first,
    { kind: 'cancel-booking', reason: 'unsaid', callBack: false },
    { once: 'cancel', own: emptied(moved.session) },
  );
  assert.equal(cancelled.result, 'sent');
  assert.equal((await seats('2026-06-23'))[1]?.['state'], 'free');
});

test('the page is not the last line: what no page would send is refused [CHI-8.16-3] [CHI-8.16-5] [CHI-8.16-6] [CHI-8.6-1]', async () => {
  await place.giveSeats('2026-08-21', '09:00', 1);
  await place.giveSeats('2026-08-20', '09:00', 1);
  await place.giveSeats('2026-06-21', '09:00', 1);
  await place.giveSeats('2026-06-24', '09:00', 2);
  const [fresh, answered] = await sessions([...(await place.women(1)), ...(await place.women(1, ANSWERED))]);
  assert.ok(fresh && answered);
  const wednesday = slotId(date('2026-06-24'), '09:00');

  const unanswered = await holdAndBook(place, fresh, wednesday);
  assert.deepEqual(unanswered, { result: 'refused', code: 'questionnaire-missing' });
  const held = await place.gate.hold(fresh, wednesday);
  assert.ok(held !== 'taken');
  const apply = application(held);
  const { Q01: _due, ...withoutDue } = apply.answers;
  const tried = async (message: typeof apply) => {
    const said = await place.gate.send(fresh, message, { once: 'x', own: emptied(fresh), take: held });
    return said.result === 'refused' ? said.code : said.result;
  };
  assert.equal(await tried({ ...apply, answers: withoutDue }), 'answers-incomplete');
  assert.equal(await tried({ ...apply, form: 'pre-visit-questionnaire/9' }), 'form-not-approved');
  assert.equal(await tried({ ...apply, consent: 'never' }), 'consent-needed');
  assert.equal(await tried({ ...apply, booking: { ...choiceOf(held), seat: held.seat + 1 } }), 'taken');

  const offered = await place.gate.offers(answered);
  const online = (day: string) => offered.find((offer) => offer.date === day)?.online;
  assert.deepEqual([online('2026-08-21'), online('2026-08-20')], ['call', 'warn']);
  assert.equal(online('2026-06-21'), undefined, 'a Sunday');
  assert.equal(await place.gate.hold(answered, slotId(date('2026-08-21'), '09:00')), 'taken');
  assert.equal(await place.gate.hold(answered, slotId(date('2026-06-21'), '09:00')), 'taken');
  assert.notEqual(await place.gate.hold(answered, slotId(date('2026-08-20'), '09:00')), 'taken');
});

test('nothing of a day that fell out is offered, kept or sent [CHI-8.14-1]', async () => {
  await place.giveSeats('2026-06-25', '09:00', 2);
  const [session] = await sessions(await place.women(1, ANSWERED));
  assert.ok(session);
  const slot = slotId(date('2026-06-25'), '09:00');
  const held = await place.gate.hold(session, slot);
  assert.ok(held !== 'taken');
  await place.carry({ closed: [date('2026-06-25')] });
  const sent = await place.gate.send(
    session,
    { kind: 'book', booking: choiceOf(held), language: 'ja' },
    { once: 'closed', own: emptied(session), take: held },
  );
  assert.equal(sent.result, 'taken');
  assert.equal(await place.gate.hold(session, slot), 'taken');
  assert.equal(
    (await place.gate.offers(session)).some((offer) => offer.date === '2026-06-25'),
    false,
  );
});

test('a loss told by the link frees her date at once and leaves the link no other words, whatever comes later [CHI-8.14-5]', async () => {
  await place.giveSeats('2026-06-26', '09:00', 1);
  const [woman] = await place.women(1, ANSWERED);
  assert.ok(woman);
  const session = await place.openSession(woman);
  const booked = await holdAndBook(place, session, slotId(date('2026-06-26'), '09:00'));
  assert.ok(booked.result === 'sent');
  const told = await place.gate.send(
    booked.session,
    { kind: 'loss', what: 'loss' },
    { once: 'loss', own: () => booked.session.own },
  );
  assert.ok(told.result === 'sent');
  assert.equal((await seats('2026-06-26'))[0]?.['state'], 'free');
  assert.deepEqual([told.session.own.quiet, told.session.own.booked], ['grief', undefined]);
  await place.write(woman, { words: 'usual' });
  const later = await place.gate.save(await place.openSession(woman), booked.session.own);
  assert.equal(later.own.quiet, 'grief');
  assert.deepEqual(await place.gate.offers(later), []);
  assert.equal(await place.gate.hold(later, slotId(date('2026-06-26'), '09:00')), 'taken');
  const usual = await place.gate.send(later, application(), { once: 'after', own: emptied(later) });
  assert.deepEqual(usual, { result: 'refused', code: 'link-quiet' });
});
