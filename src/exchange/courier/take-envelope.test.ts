import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import type { CaseId, SlotId } from '../../domain/basics/ids.ts';
import type { BookingChoice, PortalMessage } from '../../domain/portal/message.ts';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { at } from '../../../tests/support/booking-place.ts';
import { apply, OPEN_DAY, portalRoom } from '../../../tests/support/portal-room.ts';

const ids = randomIds();
const room = await portalRoom();
const { place, manager, operator, setNow, woman, choice, factsOf } = room;
const { reader } = place.database;

/** What her message did to her case, as types of facts, and what became of it. */
async function told(of: CaseId, message: PortalMessage) {
  const before = (await factsOf(of)).length;
  const taken = await room.says(of, message);
  return { taken, types: (await factsOf(of)).slice(before).map(({ type }) => type) };
}

async function seatsOf(slot: SlotId) {
  return reader.rows(
    { name: 'test-seats', text: 'select seat, owner, state, ref from seat where slot = $1 order by seat' },
    [slot],
  );
}

test('a contact by her link registers her and is read with her code [AMB-52, CHI-8.2-1]', async () => {
  const of = await woman();
  const { taken, types } = await told(of, { kind: 'contact', phone: '09012345678', language: 'ko' });
  assert.equal(taken.result, 'accepted');
  assert.deepEqual(types, [
    'envelope.taken',
    'invite.redeemed',
    'resident.registered',
    'case.contact-changed',
  ]);
  const { part } = await room.parts(of);
  assert.equal(part.registered, true);
  assert.equal(part.language, 'ko');
});

test('an application without a contact takes answers, consent, place and the seat she took outside [CHI-8.2-1, CHI-8.2-2, CHI-8.16-2, AMB-52]', async () => {
  const of = await woman();
  const booking = choice();
  const { taken, types } = await told(of, apply(booking));
  assert.deepEqual(taken, { result: 'accepted', kind: 'apply', case: of });
  assert.deepEqual(types, [
    'invite.redeemed',
    'envelope.taken',
    'questionnaire.answered',
    'consent.recorded',
    'benefit.place-told',
    'case.contact-changed',
    'booking.made',
  ]);
  const { part } = await room.parts(of);
  assert.equal(part.answered, true);
  assert.equal(part.registered, false);
  assert.deepEqual(part.booking?.slot, booking.slot);
  assert.equal(part.language, 'zh');
  assert.deepEqual(Object.values(part.receipts), [{ result: 'accepted' }]);
  const hers = (await seatsOf(booking.slot)).find((one) => one['seat'] === booking.seat);
  assert.deepEqual([hers?.['owner'], hers?.['state'], hers?.['ref']], ['outside', 'taken', booking.ref]);
});

test('when only the date fails, the application is taken and she is told that the date was not [CHI-8.2-1, CHI-8.16-2]', async () => {
  const of = await woman();
  const taken = choice();
  await room.says(await woman(), apply(taken));
  const outcome = await told(of, apply({ ...taken, ref: ids.fresh('booking') }));
  assert.deepEqual(outcome.taken, { result: 'accepted', kind: 'apply', case: of, code: 'taken-seat' });
  assert.ok(outcome.types.includes('questionnaire.answered'));
  assert.ok(!outcome.types.includes('booking.made'));
  const { part } = await room.parts(of);
  assert.deepEqual(Object.values(part.receipts), [{ result: 'accepted', bookingRefused: 'taken-seat' }]);
  assert.equal(part.booking, undefined);
  assert.ok(part.bookable);
});

test('a date is booked, moved and given up by the link, and every earlier one stays in her history [CHI-8.14-1]', async () => {
  const of = await woman();
  await room.says(of, apply());
  const first = choice(at(OPEN_DAY, '11:00'));
  assert.deepEqual((await told(of, { kind: 'book', booking: first, language: 'ja' })).types, [
    'envelope.taken',
    'booking.made',
  ]);
  const second = choice(at(OPEN_DAY, '13:00'));
  assert.deepEqual((await told(of, { kind: 'move-booking', booking: second })).types, [
    'envelope.taken',
    'booking.moved',
  ]);
  const seats = async (one: BookingChoice) =>
    (await seatsOf(one.slot)).find((row) => row['seat'] === one.seat)?.['state'];
  assert.deepEqual([await seats(first), await seats(second)], ['free', 'taken']);
  const cancelled = await told(of, { kind: 'cancel-booking', reason: 'health', callBack: true });
  assert.deepEqual(cancelled.types, ['envelope.taken', 'booking.cancelled', 'call-back.requested']);
  assert.equal(await seats(second), 'free');
  const again = await told(of, { kind: 'cancel-booking', reason: 'health', callBack: false });
  assert.deepEqual([again.taken.result, again.types], ['accepted', ['envelope.taken']]);
});

test('a wish that the courier brings after the cut-off counts from when she sent it [CHI-8.2-2]', async () => {
  const of = await woman();
  await room.says(of, apply());
  const link = await room.linkOf(of);
  setNow('2026-06-02', '16:00');
  const intime = await room.seal(link, {
    kind: 'book',
    booking: choice(at(OPEN_DAY, '14:00')),
    language: 'ja',
  });
  setNow('2026-06-02', '18:00');
  const late = await room.seal(link, { kind: 'move-booking', booking: choice(at(OPEN_DAY, '15:00')) });
  assert.equal((await room.take(intime)).result, 'accepted');
  assert.deepEqual(await room.take(late), {
    result: 'refused',
    kind: 'move-booking',
    case: of,
    code: 'change-too-late',
  });
});

test('pause and resume go by the link; a withdrawal is taken back by telephone only [CHI-8.14-7]', async () => {
  const of = await woman();
  assert.deepEqual((await told(of, { kind: 'pause', until: date('2026-06-20') })).types, [
    'invite.redeemed',
    'envelope.taken',
    'case.paused',
  ]);
  const paused = (await room.parts(of)).part;
  assert.equal(paused.words, 'paused');
  assert.ok(paused.tells.includes('resume') && !paused.tells.includes('pause'));
  assert.deepEqual((await told(of, { kind: 'resume' })).types, ['envelope.taken', 'case.resumed']);

  const link = await room.linkOf(of);
  const { types } = await told(of, { kind: 'withdraw' });
  assert.deepEqual(types.slice(0, 2), ['envelope.taken', 'case.withdrawn']);
  assert.ok(types.includes('call-back.requested'));
  const after = await room.take(await room.seal(link, { kind: 'resume' }));
  assert.equal(after.result === 'refused' ? after.code : '', 'code-revoked');
  const parts = await room.parts(of);
  assert.equal(parts.part.words, 'ended');
  assert.deepEqual([parts.living, parts.revoked], [[], [link.locator]]);
});

test('stop needs no reason: contact ends, the seat is free, and she is called back on her own number [CHI-8.14-7]', async () => {
  const of = await woman();
  const booking = choice(at(OPEN_DAY, '16:00'));
  await room.says(of, apply(booking));
  const { types } = await told(of, { kind: 'stop' });
  assert.ok(types.includes('case.withdrawn') && types.includes('booking.cancelled'));
  assert.ok(types.includes('call-back.requested'));
  const [freed] = (await seatsOf(booking.slot)).filter((row) => row['seat'] === booking.seat);
  assert.equal(freed?.['state'], 'free');
});

test('a loss told by the link empties every queue of hers in that transaction, and her link knows grief only [CHI-8.14-5, AMB-38] [INC-10]', async () => {
  const of = await woman();
  await room.says(of, { kind: 'contact', phone: '09012345678', email: 'hanako@example.jp', language: 'ja' });
  const booking = choice(at(OPEN_DAY, '09:00'));
  await room.says(of, apply(booking));
  await room.says(of, { kind: 'cancel-booking', reason: 'other', callBack: true });
  await room.says(of, { kind: 'book', booking: choice(at(OPEN_DAY, '10:00')), language: 'ja' });
  const planned = async () =>
    reader.rows({ name: 'test-planned', text: 'select * from p_planned_message where "case" = $1' }, [of]);
  assert.ok((await planned()).length > 0, 'a confirmation of her date waits');
  const link = await room.linkOf(of);
  const { taken, types } = await told(of, { kind: 'loss', what: 'loss' });
  assert.equal(taken.result, 'accepted');
  for (const type of [
    'case.loss-reported',
    'urgent.raised',
    'booking.cancelled',
    'call-back.closed',
  ] as const)
    assert.ok(types.includes(type), type);

  setNow('2026-05-13', '11:00');
  const come = await room.answer<{ case: string; does?: string }>('message.come-due', {}, operator);
  const due = come.filter((one) => one.case === of);
  assert.ok(
    due.every((one) => JSON.stringify(one).includes('stop')),
    'nothing of hers is a mail or a call any more',
  );
  const calls = await room.answer<{ case: string }>('call-back.open', {}, operator);
  assert.ok(!calls.some((one) => one.case === of));
  const owed = await room.answer<{ case: string }>('benefit.owed', {}, manager);
  assert.ok(!owed.some((one) => one.case === of));
  const letters = await place.ask('mailing.due', {}, { actor: manager });
  assert.ok(letters.ok && !JSON.stringify(letters.value).includes(of));
  const open = await room.answer<{ case: string; class: string }>('urgent.open', {}, manager);
  assert.ok(open.some((one) => one.case === of && one.class === 'loss'));

  const { living, revoked, part } = await room.parts(of);
  assert.deepEqual([living, revoked], [[link], []], 'her link lives, for the words of condolence');
  assert.equal(part.words, 'grief');
  assert.deepEqual(part.tells, ['question']);
  for (const key of ['booking', 'bookable', 'notBookable', 'survey'] as const)
    assert.equal(part[key], undefined);

  // What she had sent before, and what comes after, is heard and starts nothing.
  const late = await told(of, { kind: 'book', booking: choice(at(OPEN_DAY, '10:00')), language: 'ja' });
  assert.deepEqual(late.taken, { result: 'refused', kind: 'book', case: of, code: 'visit-stopped' });
  assert.deepEqual(late.types, ['envelope.taken']);
});

test('birth, moves and places of the package do by the link what they do by telephone [CHI-8.14-6, AMB-55, CHI-8.8-8]', async () => {
  const of = await woman();
  const inWard = { postcode: '1020083', address: '千代田区麹町1-1' };
  const moved = await told(of, { kind: 'moved', move: 'within', on: date('2026-05-12'), ...inWard });
  assert.deepEqual([moved.taken.result, moved.types.at(-1)], ['accepted', 'case.moved']);
  const away = { postcode: '1500001', address: '東京都渋谷区神宮前1-1' };
  const outside = await told(of, { kind: 'moved', move: 'within', on: date('2026-05-12'), ...away });
  assert.equal(outside.taken.result === 'refused' ? outside.taken.code : '', 'place-outside-ward');
  assert.deepEqual(
    (await told(of, { kind: 'delivery-address', packagePlace: { at: 'japan', ...away } })).types,
    ['envelope.taken', 'case.contact-changed', 'benefit.place-told'],
  );
  assert.deepEqual((await told(of, { kind: 'delivery-address', packagePlace: { at: 'abroad' } })).types, [
    'envelope.taken',
    'benefit.place-told',
  ]);
  const none = await told(of, { kind: 'japan-again', on: date('2026-05-12') });
  assert.equal(none.taken.result === 'refused' ? none.taken.code : '', 'dispatch-not-held');
  const lost = await told(of, { kind: 'not-received', packagePlace: { at: 'registered' } });
  assert.equal(lost.taken.result === 'refused' ? lost.taken.code : '', 'nothing-to-send-again');
  assert.deepEqual((await told(of, { kind: 'birth', on: date('2026-05-10') })).types, [
    'envelope.taken',
    'case.birth-reported',
  ]);
  assert.equal((await room.parts(of)).part.words, 'after-birth');
});

test('what the rules refuse is kept word for word for the manager, and a person has an enquiry with its reason [CHI-8.2-1, CHI-8.14-1]', async () => {
  const of = await woman();
  await room.says(of, apply());
  const sealed = await room.seal(await room.linkOf(of), apply(choice(at(OPEN_DAY, '10:00'))));
  assert.deepEqual(await room.take(sealed), {
    result: 'refused',
    kind: 'apply',
    case: of,
    code: 'already-applied',
  });
  const [kept] = await room.answer<Record<string, string>>(
    'portal.refused',
    { case: of, envelope: sealed.id },
    manager,
  );
  assert.equal(JSON.parse(kept?.['portal.words'] ?? '{}').answers.Q01, '2026-08-20');
  const waiting = await room.answer<{ case?: string; category: string; inquiry: string; level: number }>(
    'inquiry.open-list',
    {},
    operator,
  );
  const hers = waiting.find((one) => one.case === of);
  assert.deepEqual([hers?.category, hers?.level], ['application', 2]);
  const [shown] = await room.answer<{ fields: Record<string, string> }>(
    'inquiry.show',
    { inquiry: hers?.inquiry },
    operator,
  );
  assert.match(shown?.fields['inquiry.words'] ?? '', /already-applied/);
  assert.doesNotMatch(shown?.fields['inquiry.words'] ?? '', /Q0|none/, 'no answers for the operator');
  const denied = await place.ask('portal.refused', { case: of, envelope: sealed.id }, { actor: operator });
  assert.ok(!denied.ok && denied.error.refused === 'denied');
});

test('a question by the link is a call in the reception book with two points of identity [CHI-8.14-3]', async () => {
  const of = await woman();
  const { taken } = await told(of, { kind: 'question', words: '車で行ってもよいですか' });
  assert.equal(taken.result, 'accepted');
  const waiting = await room.answer<{ case?: string; level: number; channel: string }>(
    'inquiry.open-list',
    {},
    operator,
  );
  const hers = waiting.find((one) => one.case === of);
  assert.deepEqual([hers?.level, hers?.channel], [2, 'web']);
});

test('the tables that the courier reads are what the journal gives when they are made again', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
