import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { backupPlace } from '../../src/place/backup.ts';
import { checkRebuild } from '../../src/place/check-rebuild.ts';
import { verifyPlace } from '../../src/place/anchors.ts';
import type { Place } from '../../src/place/place.ts';
import { at } from '../support/booking-place.ts';
import { OPEN_DAY } from '../support/portal-room.ts';
import { testRestore } from '../support/restore.ts';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, outside, round, fallsSilent, woman, session, applies, checkSeats } = zones;
const { place, done, manager, operator } = room;
const folder = await mkdtemp(join(tmpdir(), 'mimamori-courier-'));
after(() => rm(folder, { recursive: true, force: true }));
const [dir, second] = [join(folder, 'generations'), join(folder, 'second')];

type Her = Awaited<ReturnType<typeof woman>>;

const revoke = async (her: Her) => {
  const [piece] = (await room.factsOf(her.case)).flatMap((fact) =>
    fact.type === 'piece.posted' ? [fact.piece] : [],
  );
  await done('piece.reissue', { case: her.case, piece, reason: 'lost-by-her' }, operator);
};
const opens = async ({ code }: Her) => {
  const begun = await outside.gate().begin(code, '192.0.2.1');
  assert.ok(begun.result === 'begun');
  return (await outside.gate().prove(begun.cookie, '1995-05-05' as never, '192.0.2.1')).result;
};
const countOf = async (type: string, at: Place = place) => {
  const [row] = await at.database.reader.rows(
    { name: 'test-count', text: 'select count(*)::int as count from fact where type = $1' },
    [type],
  );
  return Number(row?.['count']);
};

test('without a courier for 48 hours the portal asks to call; afterwards everything that waited counts once [CHI-8.2-1]', async () => {
  const her = await woman();
  await round();
  assert.equal(await applies(her.code, at(OPEN_DAY, '09:00')), 'sent');
  room.setNow('2026-05-13', '09:59');
  assert.equal(await outside.gate().state(), 'open', 'a courier that is away for a day stops nobody');
  room.setNow('2026-05-14', '10:01');
  assert.equal(await outside.gate().state(), 'calling');
  const tally = await round();
  assert.deepEqual([tally.inward.envelopes, tally.inward.accepted], [1, 1]);
  assert.equal(await outside.gate().state(), 'open');
  assert.equal((await round()).inward.envelopes, 0);
  await checkSeats();
  room.setNow('2026-05-12');
});

test('an outside restored to yesterday asks to call until it has heard everything anew; no revoked code lives again, no seat is given twice [CHI-8.1-4, CHI-8.16-7] [THREAT-24]', async () => {
  const [booked, replaced, early] = [await woman(), await woman(), await woman()];
  await round();
  const slot = at(OPEN_DAY, '10:00');
  assert.equal(await applies(early.code, slot), 'sent');
  await round();
  await outside.keep();
  assert.equal(await applies(booked.code, slot), 'sent');
  await done('booking.cancel', { case: early.case, reason: 'her-wish' }, operator);
  await revoke(replaced);
  await round();
  assert.equal(await opens(replaced), 'revoked');
  await outside.restore();

  assert.equal((await outside.end().state()).needsSnapshot, true);
  assert.equal(await outside.gate().state(), 'calling');
  const tally = await round();
  assert.equal(tally.anew, 'outside-restored');
  assert.equal(await outside.gate().state(), 'open');
  assert.equal(await opens(replaced), 'revoked');
  assert.equal((await session(booked.code)).inside.booking?.slot, slot);
  await round();
  await checkSeats();
  await fallsSilent();
});

test('an inside restored to yesterday gives no seat before it has heard the outside; every envelope counts once and every seat has one owner [CHI-8.2-1, CHI-8.16-7, SEC-12-3] [THREAT-25]', async () => {
  await done('booking.open-day', { date: '2026-05-15', visitors: 2, outside: 1 }, manager);
  const [before, since, caller] = [await woman(), await woman(), await woman()];
  await round();
  assert.equal(await applies(before.code, at(OPEN_DAY, '11:00')), 'sent');
  await round();
  const administrator = await room.person('administrator');
  const made = await backupPlace(place, { dir, second }, { actor: administrator });
  assert.ok(made.ok, JSON.stringify(made));
  await round();
  const [{ waiting } = { waiting: 0 }] = await outside.rows('select count(*)::int as waiting from envelope');
  assert.equal(waiting, 0, 'what a generation holds is deleted outside');

  // The day after: she books, free seats of Friday go out, and one of them is taken as well.
  room.setNow('2026-05-13');
  assert.equal(await applies(since.code, at(OPEN_DAY, '13:00')), 'sent');
  await round();
  const friday = at('2026-05-15', '09:00');
  const bothOutside = await outside.rows(`select seat from seat where slot = '${friday}'`);
  assert.equal(bothOutside.length, 2, 'the free seat of Friday went out after the generation was made');
  const last = (await outside.end().state()).outwardTaken;

  const restored = await testRestore(room.works, { from: dir, keys: place.card.secondPlace });
  assert.ok(restored.ok, JSON.stringify(restored));
  const again = restored.value.place;
  const wish = { case: caller.case, slot: friday, mode: 'visit', requestedBy: 'herself' };
  const made2 = await again.execute([{ row: 'booking.make', input: wish }], { actor: operator });
  assert.ok(!made2.ok && made2.error.refused === 'taken', 'what is free here may be given there');
  const offered = await again.ask('booking.slots', { case: caller.case }, { actor: operator });
  assert.ok(offered.ok);
  assert.deepEqual((offered.value as { offers: unknown[] }[])[0]?.offers, []);
  assert.equal(await countOf('booking.made', again), (await countOf('booking.made')) - 1);

  const tally = await round(again);
  assert.equal(tally.anew, 'inside-restored');
  assert.equal(tally.inward.accepted, 1, 'what was taken after the generation came again');
  assert.ok((await outside.end().state()).outwardTaken > last, 'numbers go on from what the outside has');
  await round(again);
  await checkSeats(again);
  const afterwards = await again.execute(
    [{ row: 'booking.make', input: { ...wish, slot: at(OPEN_DAY, '14:00') } }],
    { actor: operator },
  );
  assert.ok(afterwards.ok, 'the inside gives its own seats again');
  const theirs = await again.execute([{ row: 'booking.make', input: { ...wish, case: before.case } }], {
    actor: operator,
  });
  assert.ok(!theirs.ok);
  await round(again);
  await checkSeats(again);
  assert.deepEqual((await checkRebuild(again)).differences, []);
  assert.deepEqual((await verifyPlace(again)).damage, []);
});
