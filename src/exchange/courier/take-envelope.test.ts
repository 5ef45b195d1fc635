import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { BookingId, SlotId } from '../../domain/basics/ids.ts';
import { date } from '../../domain/basics/civil-date.ts';
import type { BookingChoice, PortalMessage } from '../../domain/portal/message.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import { randomIds } from '../../security/random-ids.ts';
import { factsOfCase } from '../../store/questions/case-facts.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { at } from '../../../tests/support/booking-place.ts';
import { portalRoom } from '../../../tests/support/portal-room.ts';
import { GOOD_ANSWERS } from '../../../tests/support/questionnaire.ts';

const ids = randomIds();
const room = await portalRoom('2026-05-12');
const { place, manager, operator, done, setNow } = room;
const { C01: _consent, ...ANSWERS } = GOOD_ANSWERS;
const DAY = '2026-06-03';
await done('booking.open-day', { date: DAY, visitors: 12, outside: 8 }, manager);

const reader = place.database.reader;
const factsOf = (of: CaseId) => factsOfCase(reader, of);
const since = (facts: readonly RecordedFact[], before: number) => facts.slice(before).map(({ type }) => type);

async function woman(changes: object = {}): Promise<CaseId> {
  setNow('2026-05-12');
  const of = await room.openCase(changes);
  await room.post([of]);
  return of;
}

/** What her message did to her case, as types of facts, and what became of it. */
async function told(of: CaseId, message: PortalMessage) {
  const before = (await factsOf(of)).length;
  const taken = await room.says(of, message);
  return { taken, types: since(await factsOf(of), before) };
}

/** Of each time the seats 5 to 12 are the outside's. */
const last = new Map<SlotId, number>();
function choice(slot: SlotId = at(DAY), changes: Partial<BookingChoice> = {}): BookingChoice {
  const seat = (last.get(slot) ?? 4) + 1;
  last.set(slot, seat);
  return { slot, seat, ref: ids.fresh('booking'), place: { mode: 'visit' }, ...changes };
}

const apply = (booking?: BookingChoice): PortalMessage => ({
  kind: 'apply',
  form: 'pre-visit-questionnaire/1',
  consent: '1',
  answers: ANSWERS,
  packagePlace: { at: 'registered' },
  language: 'zh',
  ...(booking ? { booking } : {}),
});

async function seatsOf(slot: SlotId) {
  return reader.rows(
    {
      name: 'test-seats',
      text: 'select seat, owner, state, ref, outside_ref from seat where slot = $1 order by seat',
    },
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
  const first = choice(at(DAY, '11:00'));
  assert.deepEqual((await told(of, { kind: 'book', booking: first, language: 'ja' })).types, [
    'envelope.taken',
    'booking.made',
  ]);
  const second = choice(at(DAY, '13:00'));
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
  const intime = await room.seal(link, { kind: 'book', booking: choice(at(DAY, '14:00')), language: 'ja' });
  setNow('2026-06-02', '18:00');
  const late = await room.seal(link, { kind: 'move-booking', booking: choice(at(DAY, '15:00')) });
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
  const booking = choice(at(DAY, '16:00'));
  await room.says(of, apply(booking));
  const { types } = await told(of, { kind: 'stop' });
  assert.ok(types.includes('case.withdrawn') && types.includes('booking.cancelled'));
  assert.ok(types.includes('call-back.requested'));
  const [freed] = (await seatsOf(booking.slot)).filter((row) => row['seat'] === booking.seat);
  assert.equal(freed?.['state'], 'free');
});

test('a loss told by the link empties every queue of hers in that transaction, and her link knows grief only [CHI-8.14-5, AMB-38]', async () => {
  const of = await woman();
  await room.says(of, { kind: 'contact', phone: '09012345678', email: 'hanako@example.jp', language: 'ja' });
  const booking = choice(at(DAY, '09:00'));
  await room.says(of, apply(booking));
  await room.says(of, { kind: 'cancel-booking', reason: 'other', callBack: true });
  await room.says(of, { kind: 'book', booking: choice(at(DAY, '10:00')), language: 'ja' });
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
  const late = await told(of, { kind: 'book', booking: choice(at(DAY, '10:00')), language: 'ja' });
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
  const sealed = await room.seal(await room.linkOf(of), apply(choice(at(DAY, '10:00'))));
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

test('the same envelope brought twenty times at once counts once [CHI-8.2-1]', async () => {
  const of = await woman();
  const sealed = await room.seal(await room.linkOf(of), apply(choice(at(DAY, '11:00'))));
  const before = (await factsOf(of)).length;
  const all = await Promise.all(Array.from({ length: 20 }, () => room.take(sealed)));
  const results = all.map(({ result }) => result).toSorted();
  assert.deepEqual(results, ['accepted', ...Array.from({ length: 19 }, () => 'again')].toSorted());
  const facts = since(await factsOf(of), before);
  assert.equal(facts.filter((type) => type === 'envelope.taken').length, 1);
  assert.equal(facts.filter((type) => type === 'booking.made').length, 1);
  setNow('2026-05-14');
  assert.equal((await room.take(sealed)).result, 'again', 'and a day later, after a restore');
});

test('a refused one brought twenty times at once makes one enquiry [CHI-8.14-1]', async () => {
  const of = await woman();
  const sealed = await room.seal(await room.linkOf(of), {
    kind: 'japan-again',
    on: '2026-05-12',
  });
  const all = await Promise.all(Array.from({ length: 20 }, () => room.take(sealed)));
  assert.equal(all.filter(({ result }) => result === 'refused').length, 1);
  assert.equal(all.filter(({ result }) => result === 'again').length, 19);
});

test('an envelope with a forged key, another locator or another counter is counted and does nothing [AMB-44]', async () => {
  const [of, other] = [await woman(), await woman()];
  const link = await room.linkOf(of);
  const hers = await room.linkOf(other);
  const message = { kind: 'stop' };
  const forged = await room.seal({ ...link, key: Buffer.alloc(32, 9).toString('base64') }, message);
  const moved = { ...(await room.seal(link, message)), locator: hers.locator };
  const replayed = { ...(await room.seal(link, message, 7)), counter: 8 };
  const unknown = { ...(await room.seal(link, message)), locator: 'ab'.repeat(32) };
  const otherKey = { ...(await room.seal(link, message)), key: '0'.repeat(16) };
  const notOurs = await room.seal(link, { kind: 'stop', case: other });
  const before = [(await factsOf(of)).length, (await factsOf(other)).length];
  for (const sealed of [forged, moved, replayed, unknown, otherKey, notOurs]) {
    assert.equal((await room.take(sealed)).result, 'rejected');
    assert.equal((await room.take(sealed)).result, 'again');
  }
  assert.deepEqual([(await factsOf(of)).length, (await factsOf(other)).length], before);
  const counted = await reader.rows({
    name: 'test-rejected',
    text: `select line from fact where type = 'envelope.rejected'`,
  });
  assert.equal(counted.length, 6);
});

test('a code that was replaced may still stop and tell of a loss, and nothing else [CHI-8.1-4, CHI-8.14-5]', async () => {
  const of = await woman();
  const link = await room.linkOf(of);
  const [letter] = (await factsOf(of)).flatMap((fact) => (fact.type === 'piece.posted' ? [fact.piece] : []));
  await done('piece.reissue', { case: of, piece: letter, reason: 'lost-by-her' }, operator);
  const { living, revoked } = await room.parts(of);
  assert.deepEqual([living, revoked], [[], [link.locator]]);
  const asked = await room.take(
    await room.seal(link, { kind: 'contact', phone: '09099999999', language: 'ja' }),
  );
  assert.equal(asked.result === 'refused' ? asked.code : '', 'code-revoked');
  const loss = await room.take(await room.seal(link, { kind: 'loss', what: 'loss', on: '2027-01-01' }));
  assert.equal(loss.result, 'accepted', 'and no day that she names can refuse it');
});

test('what comes without a proof changes no case: enquiry, stop by the letter, survey [CHI-8.14-3, AMB-56]', async () => {
  const of = await woman();
  const { locator } = await room.linkOf(of);
  const before = (await factsOf(of)).length;
  const enquiry = await room.sealOpen({ kind: 'enquiry', words: 'いつ届きますか', language: 'ja' });
  assert.deepEqual(await room.take(enquiry), { result: 'accepted', kind: 'enquiry' });
  assert.equal((await room.take(enquiry)).result, 'again');
  const stop = await room.sealOpen({ kind: 'stop-by-letter', locator, phone: '0311112222' });
  assert.equal((await room.take(stop)).result, 'accepted');
  const nobody = await room.sealOpen({ kind: 'stop-by-letter', locator: 'cd'.repeat(32) });
  assert.equal((await room.take(nobody)).result, 'accepted');
  const survey = await room.sealOpen({ kind: 'survey', survey: 's1', token: 't'.repeat(20), answers: {} });
  assert.deepEqual(await room.take(survey), { result: 'refused', kind: 'survey', code: 'survey-not-open' });
  assert.equal((await factsOf(of)).length, before);
  const waiting = await room.answer<{ case?: string; category: string; level: number }>(
    'inquiry.open-list',
    {},
    operator,
  );
  const named = waiting.find((one) => one.case === of);
  assert.deepEqual([named?.category, named?.level], ['stop', 1], 'a person knows whose letter it was');
  // An open message cannot pass for hers.
  const asHers = await room.sealOpen({ kind: 'stop-by-letter', locator });
  assert.equal((await room.take({ ...asHers, locator })).result, 'rejected');
});

test('a letter of a woman under protection carries no code, and what she had is gone for ever [AMB-56]', async () => {
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
  const booking: BookingChoice = choice(at(DAY, '13:00'), {
    considerations: '犬がいます',
    place: { mode: 'online', reason: 'satogaeri', where: '長野県松本市' },
  });
  await room.says(of, {
    ...apply(booking),
    packagePlace: { at: 'japan', postcode: '3900811', address: '長野県松本市中央1-1', building: '見本荘 2' },
  } as PortalMessage);
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
  const hers = [
    ...['見本', '花子', 'ミホン', 'ハナコ', '1995', '九段', '1020074', '0300000000', '09012345678'],
    ...['hanako', '犬', '長野', '松本', '3900811', '見本荘', 'satogaeri', of, 'hospital', 'partner', 'glad'],
    ...Object.keys(ANSWERS),
  ];
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

test('a day that falls out stands in the parts of those who were booked on it [CHI-8.14-1]', async () => {
  const of = await woman();
  const day = '2026-06-08';
  await done('booking.open-day', { date: day, visitors: 2, outside: 2 }, manager);
  const booking: BookingChoice = {
    slot: at(day),
    seat: 1,
    ref: ids.fresh('booking') as BookingId,
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
