import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { GOOD_CHECKLIST } from '../support/checklist.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';

const room = await deskRoom();
// Noon of a Thursday: what was to happen this morning was booked before.
const NOON = ['2026-06-11', '12:00'] as const;
room.setNow(...NOON);
const { place } = room;
const { done, openCase } = deskOf({ place });
const manager = await room.sitting('responsible-manager');
const operator = await room.sitting('operator');
const nurse = await visitor();
const other = await visitor();

const TODAY = NOON[0];
const DAY = '2026-06-12';
const at = (day: string, time: string) => slotId(date(day), time);
const wish = { requestedBy: 'herself', channel: 'phone', mode: 'visit' };

async function visitor(): Promise<Sitting> {
  const one = await room.sitting('visitor');
  const account = one.account;
  const licence = { account, licence: 'nurse', number: '第12345号', checkedOn: '2026-04-01' };
  await done('visitor.qualify', licence, manager.account);
  for (const topic of chiyodaVisit.rules.visits.trainingTopics)
    await done('visitor.train', { account, topic, on: '2026-04-01', material: 'v1' }, manager.account);
  return one;
}

/** A woman with a date, by row. */
async function booked(
  day: string,
  time: string,
  more: { readonly visitor?: string; readonly name?: string } = {},
) {
  const identity = { name: more.name ?? '見本 花子', kana: 'ミホン ハナコ', birthDate: '1993-02-03' };
  const address = { postcode: '1020074', address: '九段南1-2-1', building: '' };
  room.setNow('2026-06-01');
  const id = await openCase({ values: { identity, address } });
  const [fact] = await done(
    'booking.make',
    { case: id, slot: at(day, time), mode: 'visit', requestedBy: 'herself' },
    operator.account,
  );
  const booking = (fact as { readonly booking?: string } | undefined)?.booking ?? '';
  if (more.visitor) await done('visit.assign', { case: id, booking, visitor: more.visitor }, manager.account);
  room.setNow(...NOON);
  return { id, booking };
}

test('the manager opens days, the office sees how full they are, nobody else opens one [CHI-8.16-7, CHI-6.2-2]', async () => {
  for (const day of [TODAY, DAY, '2026-06-13', '2026-06-15']) {
    const seen = await manager.act('/do/booking.open-day', { date: day, visitors: '3', outside: '0' });
    assert.deepEqual([seen.status, seen.to], [303, '/bookings/capacity?did=booking.open-day']);
  }
  const full = await operator.get(`/bookings/capacity?from=${DAY}`);
  assert.match(full.text, /空き3/);
  assert.equal((await operator.get('/do/booking.open-day')).status, 403);
  assert.equal((await nurse.get('/bookings/capacity')).status, 403);
  const sunday = await manager.act('/do/booking.open-day', {
    date: '2026-06-14',
    visitors: '3',
    outside: '0',
  });
  assert.equal(sunday.status, 422);
  assert.match(sunday.text, /訪問をお休みしています/);
  assert.match(sunday.text, /value="2026-06-14"/);
});

test('a date is given on the telephone: seat kept, questions asked, no double booking [CHI-8.2-2, CHI-8.14-1]', async () => {
  const id = await openCase();
  const times = await operator.get(`/bookings/times/${id}`);
  assert.match(times.text, /妊娠8か月の空き/);
  assert.match(times.text, /href="\/calls"/);
  const held = await operator.post(`/bookings/hold/${id}`, { slot: at(DAY, '15:00') });
  assert.equal(held.status, 303);
  const left = await operator.get(`/bookings/capacity?from=${DAY}`);
  assert.match(left.text, /15:00 空き2/);
  const made = await operator.act(held.to ?? '', wish);
  assert.deepEqual([made.status, made.to], [303, `/bookings?date=${DAY}&did=booking.make`]);
  assert.match((await operator.get(`/bookings?date=${DAY}`)).text, /ミホン ハナコ/);
  const again = await operator.post(`/bookings/hold/${id}`, { slot: at(DAY, '16:00') });
  assert.equal(again.status, 422);
  assert.match(again.text, /ご予約があります/);
});

test('a move tells before it is made what it brings, and in two windows at once one of them is told [CHI-4.2-6, CHI-8.14-1]', async () => {
  const { id } = await booked(DAY, '09:00', { visitor: nurse.account });
  const to = (day: string, time: string) => `/do/booking.move?case=${id}&slot=${at(day, time)}`;
  const shown = await operator.get(to('2026-06-13', '09:00'));
  assert.match(shown.text, /担当の支援員はいったん外れます/);
  assert.match(shown.text, /今の担当は、新しい日時も空いています/);
  const hidden = Object.fromEntries(
    [...shown.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const first = await operator.act(to('2026-06-15', '09:00'), wish);
  assert.equal(first.status, 303);
  const second = await operator.post('/do/booking.move', { ...hidden, ...wish });
  assert.equal(second.status, 422);
  assert.match(second.text, /ほかの人が内容を変えました/);
  const week = await operator.get('/bookings/week?from=2026-06-15');
  const link = new RegExp(`data-case="${id}" data-at="slot_2026-06-15-0900" data-shown="\\d+"`);
  assert.match(week.text, link);
  assert.match(week.text, /data-week="2026-06-15"/);
  const cancelled = await operator.act(`/do/booking.cancel?case=${id}&date=${DAY}`, { reason: 'her-wish' });
  assert.equal(cancelled.status, 422, 'she is booked on another day by now');
});

test('a woman with a stop gets no time and keeps none [CHI-4.2-1] [INC-10]', async () => {
  const { id } = await booked(DAY, '13:00');
  await done(
    'case.report-loss',
    { case: id, what: 'loss', on: '2026-05-01', source: 'phone' },
    operator.account,
  );
  const times = await operator.get(`/bookings/times/${id}`);
  assert.match(times.text, /予約は受けられません/);
  const seen = await operator.post(`/bookings/hold/${id}`, { slot: at(DAY, '14:00') });
  assert.equal(seen.status, 422);
});

test('suggestions are reviewed and taken; the visitor who was replaced loses sight at once [CHI-8.3-3, CHI-8.3-13, CHI-6.2-2] [INC-15]', async () => {
  const { id, booking } = await booked('2026-06-11', '10:00');
  const plan = await manager.get('/bookings/assign?from=2026-06-11&to=2026-06-11');
  const take = new RegExp(`value="(${id} ${booking} \\d+)"`).exec(plan.text)?.[1] ?? '';
  const given = await manager.post('/bookings/assign', {
    from: '2026-06-11',
    to: '2026-06-11',
    take,
    [`visitor.${booking}`]: nurse.account,
  });
  assert.equal(given.status, 303);
  assert.match((await nurse.get('/bookings/sheet')).text, /ミホン ハナコ/);
  assert.equal((await nurse.get(`/bookings/visit/${id}`)).status, 200);
  const absent = await manager.get(`/bookings/assign?from=2026-06-11&visitor=${nurse.account}`);
  assert.match(absent.text, new RegExp(`<option value="${other.account}" selected=""`));
  const stale = await manager.post('/bookings/assign', {
    from: '2026-06-11',
    visitor: nurse.account,
    take,
    [`visitor.${booking}`]: other.account,
  });
  assert.match(stale.text, /ほかの人が内容を変えました/, 'what an old page shows is not taken');
  const replaced = await manager.act(`/do/visit.assign?case=${id}&booking=${booking}&date=2026-06-11`, {
    visitor: other.account,
  });
  assert.equal(replaced.status, 303);
  assert.doesNotMatch((await nurse.get('/bookings/sheet')).text, /ミホン ハナコ/);
  assert.equal((await nurse.ask('case.show', { case: id })).status, 403);
  assert.equal((await nurse.get(`/bookings/visit/${id}`)).status, 403);
  const gone = await nurse.get(`/bookings/visit/${id}?did=visit.complete`);
  assert.deepEqual([gone.status, gone.to], [303, '/bookings/sheet?did=visit.complete']);
  assert.match((await other.get('/bookings/sheet')).text, /〒102-0074 九段南1-2-1/);
});

test('a sheet shows today and her next day, and no other one [DOC-07, CHI-8.3-4] [INC-15]', async () => {
  await booked(TODAY, '11:00', { visitor: other.account });
  await booked(DAY, '11:00', { visitor: other.account, name: '見本 星子' });
  await booked('2026-06-15', '11:00', { visitor: other.account, name: '見本 月子' });
  const today = await other.get('/bookings/sheet');
  assert.match(today.text, /11:00 見本 花子/);
  assert.match((await other.get(`/bookings/sheet?date=${DAY}`)).text, /見本 星子/);
  assert.doesNotMatch((await other.get('/bookings/sheet?date=2026-06-15')).text, /見本 月子/);
  assert.equal((await operator.get('/bookings/sheet')).status, 403);
});

test('a day is closed in one act that says whom it concerns; they stand in the list to call [CHI-6.2-2]', async () => {
  const day = '2026-06-16';
  await done('booking.open-day', { date: day, visitors: 2 }, manager.account);
  const { id } = await booked(day, '10:00', { name: '見本 風子' });
  await booked(day, '11:00', { name: '見本 雨子' });
  const shown = await manager.get(`/do/booking.close-day?date=${day}`);
  assert.match(shown.text, /予約のある<strong>2人<\/strong>/);
  assert.match(shown.text, /見本 風子/);
  assert.equal((await operator.get(`/do/booking.close-day?date=${day}`)).status, 403);
  const closed = await manager.act(`/do/booking.close-day?date=${day}`, { reason: 'typhoon' });
  assert.equal(closed.to, '/bookings/rebook?did=booking.close-day');
  const list = await operator.get('/bookings/rebook');
  assert.match(list.text, /見本 風子/);
  assert.match(list.text, /見本 雨子/);
  assert.match(list.text, /09012345678/);
  assert.match((await operator.get(`/bookings?date=${day}`)).text, /要確認/);
  const blank = await openCase();
  const seen = await operator.post(`/bookings/hold/${blank}`, { slot: at(day, '14:00') });
  assert.equal(seen.status, 422);
  const moved = await operator.act(`/do/booking.move?case=${id}&slot=${at('2026-06-15', '16:00')}`, wish);
  assert.equal(moved.status, 303);
  assert.doesNotMatch((await operator.get('/bookings/rebook')).text, /見本 風子/);
});

test('the manager records a visit on the nurse’s behalf; what is missing is said and what was typed stays [CHI-8.3-1, CHI-8.3-6, CHI-8.3-11] [INC-17]', async () => {
  const { id } = await booked(TODAY, '09:00', { visitor: nurse.account });
  const answers = Object.fromEntries(
    Object.entries(GOOD_CHECKLIST).map(([code, value]) => [`c.${code}`, value]),
  );
  const page = await manager.get(`/do/visit.complete?case=${id}`);
  assert.match(page.text, /<h2>見守りチェックリスト<\/h2>/);
  const chosen = (name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(page.text)?.[1] ?? '';
  const record = {
    booking: chosen('booking'),
    checklist: chosen('checklist'),
    from: '9:00',
    to: '9:26',
    met: 'woman',
    pregnant: 'yes',
    consent: 'given',
    stamped: 'no',
    considerate: 'yes',
    lengthReason: 'ご相談が長くなったため',
    ...answers,
  };
  const refused = await manager.act(`/do/visit.complete?case=${id}`, record);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /母子健康手帳のスタンプについて/);
  assert.match(refused.text, /ご相談が長くなったため/);
  const written = await manager.act(`/do/visit.complete?case=${id}`, { ...record, stamped: 'yes' });
  assert.deepEqual([written.status, written.to], [303, `/bookings/visit/${id}?did=visit.complete`]);
  const odd = await manager.get('/bookings/lengths');
  assert.match(odd.text, /ご相談が長くなったため/);
  assert.equal((await operator.get('/bookings/lengths')).status, 403);
  assert.equal((await operator.get(`/do/visit.complete?case=${id}`)).status, 403);
  const { id: absent, booking } = await booked(TODAY, '11:00');
  const missed = await manager.act(`/do/visit.miss?case=${absent}&booking=${booking}`, {
    reason: 'absent',
    time: '1100',
    calls: '2',
  });
  assert.equal(missed.status, 303);
  assert.match((await manager.get(`/bookings/visit/${absent}`)).text, /不在だった/);
});

test('who is due soon without a visit stands in the worklist; languages and areas of a visitor are written down [CHI-8.2-3]', async () => {
  const id = await openCase({ opening: { due: '2026-06-25' } });
  assert.match((await operator.get('/bookings/worklist')).text, new RegExp(`/bookings/times/${id}`));
  const described = await manager.act(`/do/visitor.describe?account=${nurse.account}`, {
    languages: 'EN zh',
    areas: '102',
  });
  assert.equal(described.status, 303);
  assert.match((await manager.get('/bookings/team')).text, /英語、中国語/);
  const wrong = await manager.act(`/do/visitor.describe?account=${nurse.account}`, { areas: '九段' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /数字だけで入力してください/);
});

test('an operator reads no name of a visitor, and no address of a page carries a name', async () => {
  const week = await operator.get('/bookings/week?from=2026-06-15');
  assert.doesNotMatch(week.text, /<th scope="row">見本 太郎/);
  assert.match((await manager.get('/bookings/week?from=2026-06-15')).text, /<th scope="row">見本 太郎/);
  const addresses = [...week.text.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
    decodeURIComponent(href),
  );
  assert.ok(addresses.every((href) => /^[\x21-\x7e]+$/.test(href)));
});

test('the free times say for whom they are; a visitor who was named on the way is chosen when she is free [CHI-8.14-1, CHI-6.2-2]', async () => {
  const { id, booking } = await booked('2026-06-15', '14:00', { name: '見本 桜子' });
  assert.match((await operator.get(`/bookings/times/${id}`)).text, /見本 桜子[\s\S]*ミホン ハナコ/);
  const path = `/do/visit.assign?case=${id}&booking=${booking}&date=2026-06-15`;
  const chosen = ({ text }: { readonly text: string }) =>
    [...text.matchAll(/<input[^>]*name="visitor"[^>]*>/g)]
      .map(([one]) => one)
      .filter((one) => one.includes('checked'))
      .map((one) => /value="([^"]+)"/.exec(one)?.[1]);
  for (const { account } of [nurse, other])
    assert.deepEqual(chosen(await manager.get(`${path}&visitor=${account}`)), [account]);
  const unknown = await manager.get(`${path}&visitor=account_nobody`);
  assert.match(unknown.text, /この時間に訪問できません/);
  assert.equal(chosen(unknown).length, 1);
});
