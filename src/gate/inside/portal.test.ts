import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import type { BookingChoice } from '../../domain/portal/message.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { at } from '../../../tests/support/booking-place.ts';
import { settled } from '../../../tests/support/settled.ts';
import { apply, HER_ANSWERS, OPEN_DAY, portalRoom } from '../../../tests/support/portal-room.ts';

const room = await portalRoom();
const { place, manager, done, setNow, woman, choice, factsOf } = room;

test('a letter of a woman under protection carries no code, and what she had is gone for ever [AMB-56] [INC-13]', async () => {
  const of = await woman();
  const link = await room.linkOf(of);
  await done('case.start-protection', { case: of, ref: 'W-9' }, manager);
  const { living, revoked, part } = await room.parts(of);
  assert.deepEqual([living, revoked, part.words], [[], [link.locator], 'ended']);
  const asked = await room.take(
    await room.seal(link, { kind: 'contact', phone: '09088888888', language: 'ja' }),
  );
  assert.equal(asked.result, 'refused');
});

test('who holds letter and birthday finds in her part a date, a time and a kind, and nothing of her [CHI-8.2-2, AMB-56]', async () => {
  const of = await woman();
  await room.says(of, { kind: 'contact', phone: '09012345678', email: 'hanako@example.jp', language: 'ja' });
  const booking: BookingChoice = choice(at(OPEN_DAY, '13:00'), {
    considerations: '犬がいます',
    place: { mode: 'online', reason: 'satogaeri', where: '長野県松本市' },
  });
  await room.says(of, {
    ...apply(booking),
    packagePlace: { at: 'japan', postcode: '3900811', address: '長野県松本市中央1-1', building: '見本荘 2' },
  });
  const { part } = await room.parts(of);
  assert.ok(part.booking, 'everything is filled in');
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) {
      texts.push(...Object.keys(value));
      for (const one of Object.values(value)) walk(one);
    }
  };
  walk(part);
  const hers: readonly string[] = [
    '見本 花子 ミホン ハナコ 1995 九段 1020074 0300000000 09012345678 hanako'.split(' '),
    '犬 長野 松本 3900811 見本荘 satogaeri partner glad'.split(' '),
    of,
    Object.keys(HER_ANSWERS),
  ].flat();
  assert.deepEqual(
    hers.filter((word) => texts.some((text) => text.includes(word))).length,
    0,
    'a value of hers lies in the capsule',
  );
  // Letters of ASCII only: no free words can be in it.
  assert.ok(texts.every((text) => /^[\x20-\x7e]*$/.test(text)));
});

test('the courier is told which cases changed, page by page, and those whose day has come [CHI-8.14-7]', async () => {
  type Page = { upTo: number; day: string; cases: { case: string; version: number }[]; next?: string };
  const changed = async (input: object) => {
    const answer = await place.ask('portal.changed', input, { actor: 'system:courier' });
    assert.ok(answer.ok);
    return answer.value as Page;
  };
  const [of, quiet] = [await woman(), await woman()];
  await room.openCase();
  await settled(place.database);
  const first = await changed({ limit: 2 });
  assert.equal(first.cases.length, 2);
  const all = [...first.cases];
  let { next } = first;
  while (next !== undefined) {
    const page = await changed({ limit: 2, upTo: first.upTo, after: next });
    all.push(...page.cases);
    ({ next } = page);
  }
  assert.ok([of, quiet].every((id) => all.some((one) => one.case === id)));
  assert.equal(new Set(all.map((one) => one.case)).size, all.length);

  const later = await changed({ since: first.upTo, day: first.day });
  assert.deepEqual(later.cases, []);
  await room.says(of, { kind: 'pause', until: date('2026-06-01') });
  const second = await changed({ since: first.upTo, day: first.day });
  assert.deepEqual(
    second.cases.map((one) => one.case),
    [of],
  );
  assert.equal(second.cases[0]?.version, (await factsOf(of)).length);
  setNow('2026-06-01');
  const third = await changed({ since: second.upTo, day: second.day });
  assert.deepEqual(
    third.cases.map((one) => one.case),
    [of],
    'her pause ended, and nobody did anything',
  );
  assert.equal((await room.parts(of)).part.words, 'usual');
  const denied = await place.ask('portal.changed', {}, { actor: manager });
  assert.ok(!denied.ok && denied.error.refused === 'denied');
});

test('a change is told at once although somebody else is still at work, and once more when that has ended [CHI-8.14-5]', async () => {
  const of = await woman();
  await settled(place.database);
  const changed = async (input: object) => {
    const answer = await place.ask('portal.changed', input, { actor: 'system:courier' });
    assert.ok(answer.ok);
    const { upTo, cases } = answer.value as { upTo: number; cases: { case: string }[] };
    return { upTo, cases: cases.map((one) => one.case) };
  };
  const { upTo: before } = await changed({});
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const long = place.database.write(async (writer) => {
    await writer.rows({ name: 'test-at-work', text: 'select pg_current_xact_id()' });
    begun.resolve();
    await ended.promise;
  });
  await begun.promise;
  await room.says(of, { kind: 'loss', what: 'loss' });
  const first = await changed({ since: before });
  assert.deepEqual(first.cases, [of]);
  ended.resolve();
  await long;
  await settled(place.database);
  const second = await changed({ since: first.upTo });
  assert.deepEqual(second.cases, [of]);
  assert.deepEqual((await changed({ since: second.upTo })).cases, []);
});

test('a day that falls out stands in the parts of those who were booked on it [CHI-8.14-1]', async () => {
  const of = await woman();
  const day = '2026-06-08';
  await done('booking.open-day', { date: day, visitors: 2, outside: 2 }, manager);
  const booking: BookingChoice = {
    slot: at(day),
    seat: 1,
    ref: 'booking_storm',
    place: { mode: 'visit' },
  };
  assert.equal((await room.says(of, apply(booking))).result, 'accepted');
  const round = await place.ask('portal.changed', {}, { actor: 'system:courier' });
  assert.ok(round.ok);
  const { upTo, day: asked } = round.value as { upTo: number; day: string };
  await done('booking.close-day', { date: day, reason: 'storm' }, manager);
  const answer = await place.ask('portal.changed', { since: upTo, day: asked }, { actor: 'system:courier' });
  assert.ok(answer.ok && JSON.stringify(answer.value).includes(of));
  assert.equal((await room.parts(of)).part.booking?.needsCall, true);
});

test('the tables that the courier reads are what the journal gives when they are made again', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
