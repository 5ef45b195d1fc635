import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { visitRecord } from '../support/booked.ts';
import { at } from '../support/booking-place.ts';
import { mailZones } from '../support/mail-zones.ts';
import { toTheTimes } from '../support/portal-pages.ts';
import { OPEN_DAY } from '../support/portal-room.ts';

const zones = await mailZones();
const { room, woman, visitor, beat, arrived, outside } = zones;
const { setNow, done, answer, manager, operator } = room;
const { portal } = chiyodaVisit;
assert.ok(portal);
const BORN = date('1995-05-05');

/** What no mail says: the programme, a name, an address, a code. */
const TELLING = /妊|出産|訪問|育児|임신|출산|방문|孕|pregnan|birth|見本|花子|九段|booking_|case_|https?:/i;

let women = 0;
/** A woman who books by the portal in a language, with an address of her own. */
async function books(language: string, start: string) {
  women += 1;
  const email = `hanako.${women}@example.jp`;
  const her = await woman();
  await beat('courier');
  const hers = visitor(language);
  await hers.enter({ code: her.code, birthDate: BORN });
  await hers.get('/contact');
  assert.equal((await hers.post('/contact', { email, 'email-again': email })).status, 303);
  await toTheTimes(hers);
  await hers.get('/times');
  const check = await hers.follow(hers.post('/times', { slot: at(OPEN_DAY, start) }));
  assert.equal(check.path, '/check');
  assert.equal((await hers.follow(hers.post('/check'))).path, '/done');
  return { ...her, email, hers };
}

/** She has booked and was told so. */
async function isTold(language: string, start: string) {
  const her = await books(language, start);
  await beat();
  await beat();
  const [mail, ...more] = arrived();
  assert.ok(mail && more.length === 0);
  return { ...her, mail };
}

const states = async (of: CaseId) =>
  (
    await answer<{ readonly about: string; readonly state: string }>(
      'message.of-case',
      { case: of },
      operator,
    )
  ).map(({ about, state }) => `${about} ${state}`);
const duties = async (of: CaseId) =>
  (
    await answer<{ readonly kind: string; readonly case?: string }>(
      'duty.list',
      { owner: 'operator', limit: 1000 },
      operator,
    )
  )
    .filter((duty) => duty.case === of)
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'call-instead' || kind === 'settle-message');

// The clock goes forward only, as for everybody: who is needed later has booked before the first test.
const [reminded, bereaved] = [await isTold('ja', '13:00'), await isTold('ja', '14:00')];
const unreached = await isTold('ja', '16:00');
const visited = await isTold('en', '10:00');

test('she books in Korean, and after one round of the courier one mail to her alone confirms it in Korean and says nothing of her [CHI-8.2-2, CHI-8.3-13, SEC-10-4]', async () => {
  const her = await isTold('ko', '09:00');
  assert.deepEqual(her.mail.to, [her.email]);
  assert.equal(her.mail.subject, portal.mail.ko.subject);
  assert.match(her.mail.body, /예약이 접수되었습니다/);
  assert.match(her.mail.body, /2026년 6월 3일.*9:00/);
  assert.doesNotMatch(her.mail.subject + her.mail.body, TELLING);
  assert.ok(!her.mail.raw.includes(her.code));
  await beat();
  assert.deepEqual(arrived(), []);
});

test('a date that she moves by her link, and then cancels, is told each time [CHI-8.14-1]', async () => {
  const her = await isTold('en', '10:00');
  await her.hers.get('/times');
  const moved = her.hers.post('/times', { slot: at(OPEN_DAY, '11:00') });
  await her.hers.follow(moved);
  await her.hers.post('/check');
  await beat();
  await beat();
  const [told, ...more] = arrived();
  assert.equal(more.length, 0);
  assert.match(told?.body ?? '', /has been moved[\s\S]*3 June 2026.*11:00/);
  await her.hers.get('/change/cancel');
  await her.hers.post('/change/cancel', { 'call-back': 'yes' });
  await her.hers.post('/change/cancel', { 'call-back': 'yes' });
  await beat();
  await beat();
  const bodies = arrived().map(({ body }) => body);
  assert.equal(bodies.length, 2);
  assert.ok(bodies.some((body) => /is cancelled[\s\S]*3 June 2026.*11:00/.test(body)));
  assert.ok(bodies.some((body) => body.includes('We will call you')));
});

test('a mailbox that does not exist becomes a call [CHI-8.9-3]', async () => {
  const her = await books('zh', '15:00');
  zones.knowsNot(her.email);
  await beat();
  await beat();
  assert.deepEqual(arrived(), []);
  assert.deepEqual(await states(her.case), ['booking failed']);
  assert.deepEqual(await duties(her.case), ['call-instead']);
});

test('a mail that comes back travels to the inside with the courier: she is called, and her address is used no more [CHI-8.9-3]', async () => {
  const her = unreached;
  assert.deepEqual(await duties(her.case), []);
  await zones.comesBack(her.mail);
  const { courier } = await beat('courier');
  assert.equal(courier?.['bounces'], 1);
  assert.deepEqual([await states(her.case), await duties(her.case)], [['booking bounced'], ['call-instead']]);
  await zones.comesBack(her.mail);
  assert.equal((await beat('courier'))['courier']?.['bounces'], 0);
});

test('the enquiry form is answered in its language with the number that it showed [CHI-8.14-3, CHI-8.14-4]', async () => {
  setNow('2026-05-17', '21:30');
  await beat('courier');
  const writer = visitor('zh');
  await writer.get('/enquiry');
  const fields = { words: '我搬家了', name: '见本', phone: '', email: 'writer@example.jp' };
  const sent = await writer.post('/enquiry', fields);
  const no = new URL(sent.to ?? '', 'http://portal').searchParams.get('no') ?? '';
  assert.match(no, /^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await beat();
  const mails = arrived().filter(({ to }) => to.includes('writer@example.jp'));
  assert.equal(mails.length, 1);
  const [mail] = mails;
  assert.equal(mail?.subject, portal.mail.zh.subject);
  assert.ok(mail?.body.includes(no));
  assert.match(mail?.body ?? '', /2026年5月18日/);
  assert.doesNotMatch(mail?.body ?? '', /搬家|见本/);
});

test('a reminder whose time came at night waits for eight, and a loss told by the link before it is handed over stops it [CHI-8.9-3, CHI-8.14-5] [INC-10]', async () => {
  const ordered = async () => {
    await beat('clock');
    return [await states(reminded.case), await states(bereaved.case)].map((all) => all.at(-1));
  };
  setNow('2026-05-27', '21:00');
  assert.deepEqual(await ordered(), ['booking sent', 'booking sent']);
  setNow('2026-05-28', '07:59');
  assert.deepEqual(await ordered(), ['booking sent', 'booking sent']);
  setNow('2026-05-28', '08:00');
  assert.deepEqual(await ordered(), ['reminder-7 sent', 'reminder-7 sent']);

  const tells = visitor('ja');
  await tells.enter({ code: bereaved.code, birthDate: BORN });
  await tells.get('/stop');
  assert.equal((await tells.post('/stop', { what: 'loss' })).to, '/home');
  await beat('courier', 'mail');
  const mails = arrived().filter(({ to }) => to.includes(reminded.email) || to.includes(bereaved.email));
  assert.deepEqual(
    mails.map(({ to }) => to),
    [[reminded.email]],
  );
  assert.match(mails[0]?.body ?? '', /あと1週間/);
  assert.deepEqual(await states(bereaved.case), ['booking sent', 'reminder-7 stopped']);
  for (const day of ['2026-05-29', '2026-06-02']) {
    setNow(day);
    await beat();
    const to = arrived().flatMap((mail) => mail.to);
    assert.ok(!to.includes(bereaved.email) && !to.includes(unreached.email), day);
  }
});

test('who was visited is asked for the survey, in her language, by a mail that leads nowhere [CHI-8.17-1]', async () => {
  const her = visited;
  const [fact] = (await room.factsOf(her.case)).flatMap((one) => (one.type === 'booking.made' ? [one] : []));
  assert.ok(fact);
  const { booking } = fact;
  const nurse = await room.visitor();
  await done('visit.assign', { case: her.case, booking, visitor: nurse }, manager);
  setNow(OPEN_DAY, '12:00');
  await done('visit.complete', visitRecord(OPEN_DAY, { case: her.case, booking }), manager);
  setNow('2026-11-02');
  const survey = 'survey-2026';
  const days = { from: '2026-11-01', to: '2026-11-30' };
  await done('survey.open', { survey, form: 'satisfaction-survey/1', ...days, ref: 'W-1' }, manager);
  arrived();
  await done('survey.send', { survey, case: her.case, message: 'message_survey1' }, manager);
  await beat('courier', 'mail');
  const mails = arrived();
  assert.deepEqual(
    mails.map(({ to }) => to),
    [[her.email]],
  );
  assert.match(mails[0]?.body ?? '', /a few questions/);
});

test('no address and no word of a mail lies in the outside database or in a log [SEC-10-4, SEC-14-3]', async () => {
  const tables = await outside.rows(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const cells = await Promise.all(
    tables.map(({ name }) => outside.rows(`select to_jsonb(t)::text as text from "${String(name)}" t`)),
  );
  const rows = cells.flat().map(({ text }) => String(text));
  assert.ok(rows.length > 50);
  assert.ok(zones.log.some((line) => line.startsWith('GET /times')));
  const all = [...rows, ...zones.log].join('\n');
  const said = ['@example.jp', 'hanako', 'writer', '접수되었습니다', '取り消', 'appointment', '搬家'];
  const hidden = said.flatMap((word) => [
    word,
    Buffer.from(word).toString('hex'),
    Buffer.from(word).toString('base64').replace(/=+$/, ''),
  ]);
  assert.deepEqual(
    hidden.filter((word) => all.includes(word)),
    [],
  );
});
