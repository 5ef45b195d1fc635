import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { tick } from '../../gate/clockwork.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { folderTransport } from './folder-transport.ts';
import type { MailTransport, OutgoingMail } from './mail-transport.ts';
import { sendMail, type MailTally } from './send-mail.ts';

const house = await testPlace('2026-05-10');
const { place, person, setNow } = house;
const { done, answer, openCase } = deskOf(house);
const operator = await person('operator');
const { portal } = chiyodaVisit;
assert.ok(portal);
const office = { phone: '03-0000-0000', words: portal.mail };
const NOTHING: MailTally = { accepted: 0, refused: 0, unknown: 0, stopped: 0, later: 0 };

/** A woman who left her address on 10 May and took no date: a mail is due to her on the 24th. */
async function waitingWoman(): Promise<`case_${string}`> {
  setNow('2026-05-10');
  const id = await openCase();
  const contact = { case: id, channel: 'web', email: `${id.slice(5, 13)}@example.jp`, confirmed: true };
  await done('resident.register', contact, 'resident');
  return id;
}

/** Keeps what it was given; answers as it is told. */
function recorder(reply: MailTransport['send'] = () => Promise.resolve({ answer: 'accepted' })) {
  const mails: OutgoingMail[] = [];
  const send: MailTransport['send'] = (mail) => {
    mails.push(mail);
    return reply(mail);
  };
  return { mails, send };
}

async function send(transport: MailTransport): Promise<MailTally> {
  const sent = await sendMail(place, transport, office);
  assert.ok(sent.ok, sent.ok ? '' : sent.error.refused);
  return sent.value;
}

async function due(): Promise<void> {
  setNow('2026-05-24', '10:00');
  assert.deepEqual((await tick(place.parts)).refused, []);
}

const stateOf = async (id: string) =>
  (await answer<readonly { readonly state: string }[]>('message.of-case', { case: id }, operator)).map(
    ({ state }) => state,
  );
const duties = async (id: string) =>
  (
    await answer<readonly { readonly kind: string; readonly case?: string }[]>(
      'duty.list',
      { owner: 'operator', limit: 1000 },
      operator,
    )
  )
    .filter((duty) => duty.case === id)
    .map(({ kind }) => kind);

test('the clock orders what is due, the sender hands it over once, and the mail says nothing about her [CHI-8.9-3]', async () => {
  const id = await waitingWoman();
  setNow('2026-05-23', '23:30');
  assert.deepEqual((await tick(place.parts)).done, {});
  await due();
  const relay = recorder();
  assert.deepEqual(await send(relay), { ...NOTHING, accepted: 1 });
  assert.deepEqual(await send(relay), NOTHING);
  const [mail, ...more] = relay.mails;
  assert.equal(more.length, 0);
  assert.equal(mail?.to, `${id.slice(5, 13)}@example.jp`);
  assert.doesNotMatch(`${mail?.subject}${mail?.body}`, /妊|出産|訪問|見本|case_/);
  assert.deepEqual(await stateOf(id), ['sent']);
});

test('a stop told between order and hand-over comes before: nothing goes [AMB-38] [INC-10]', async () => {
  const id = await waitingWoman();
  await due();
  await done('case.report-loss', { case: id, what: 'loss', on: '2026-05-24', source: 'phone' }, operator);
  const relay = recorder();
  assert.deepEqual(await send(relay), { ...NOTHING, stopped: 1 });
  assert.deepEqual([relay.mails.length, await stateOf(id)], [0, ['stopped']]);
});

test('a recall that a pause stops is not ordered and waits for the end of the pause [CHI-8.14-7]', async () => {
  const id = await waitingWoman();
  const pause = { case: id, reason: 'her-wish', until: '2026-06-01', by: 'herself', channel: 'phone' };
  await done('case.pause', pause, operator);
  await due();
  await due();
  assert.deepEqual(await stateOf(id), []);
  setNow('2026-06-01', '10:00');
  await tick(place.parts);
  assert.deepEqual(await send(recorder()), { ...NOTHING, accepted: 1 });
});

test('a relay that refuses makes a call out of it, and the mail is not tried again [CHI-8.9-3]', async () => {
  const id = await waitingWoman();
  await due();
  const relay = recorder(() => Promise.resolve({ answer: 'refused', reason: 'mailbox-unknown' }));
  assert.deepEqual(await send(relay), { ...NOTHING, refused: 1 });
  assert.deepEqual(await send(relay), NOTHING);
  assert.deepEqual(
    [relay.mails.length, await stateOf(id), await duties(id)],
    [1, ['failed'], ['call-instead']],
  );
});

test('a transport that breaks off leaves a question to a person, and whoever comes next does not send again [B-17]', async () => {
  const id = await waitingWoman();
  await due();
  const relay = recorder(() => Promise.reject(new Error('the line broke')));
  assert.deepEqual(await send(relay), { ...NOTHING, unknown: 1 });
  assert.deepEqual(await send(recorder()), NOTHING);
  assert.deepEqual(await duties(id), ['settle-message']);
  const [mail] = relay.mails;
  await done('message.settle', { case: id, message: mail?.id, result: 'accepted' }, operator);
  assert.deepEqual(await duties(id), []);
});

test('whoever dies between hand-over and act has sent nothing, and nobody sends it blindly later [B-17]', async () => {
  const id = await waitingWoman();
  await due();
  const dying = {
    execute: place.execute,
    // The process ends after the commit: the address is never opened.
    ask: (question: string, input: unknown, by: { readonly actor: string }) =>
      question === 'message.addressee' ? Promise.reject(new Error('killed')) : place.ask(question, input, by),
  };
  const relay = recorder();
  await assert.rejects(sendMail(dying, relay, office), /killed/);
  assert.deepEqual([await send(relay), relay.mails.length], [NOTHING, 0]);
  assert.deepEqual(await duties(id), ['settle-message']);
});

test('of eight senders at once each mail is sent by one [B-17]', async () => {
  for (let n = 0; n < 6; n += 1) await waitingWoman();
  await due();
  const relay = recorder();
  const second = await house.again();
  const tallies = await Promise.all(
    Array.from({ length: 8 }, (_, n) => sendMail(n % 2 ? place : second, relay, office)),
  );
  const accepted = tallies.reduce((sum, one) => sum + (one.ok ? one.value.accepted : 0), 0);
  assert.deepEqual([accepted, relay.mails.length, new Set(relay.mails.map(({ id }) => id)).size], [6, 6, 6]);
});

test('at night nothing is handed over, in the morning it goes [CHI-8.9-3]', async () => {
  const id = await waitingWoman();
  await due();
  setNow('2026-05-24', '20:00');
  const relay = recorder();
  assert.deepEqual(await send(relay), { ...NOTHING, later: 1 });
  setNow('2026-05-25', '08:00');
  assert.deepEqual(await send(relay), { ...NOTHING, accepted: 1 });
  assert.deepEqual(await stateOf(id), ['sent']);
});

test('the folder for try-outs has one file a mail and writes over none', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mimamori-mail-'));
  after(() => rm(dir, { recursive: true, force: true }));
  const transport = folderTransport(join(dir, 'mail'));
  const mail = { id: 'message_1', to: 'h@example.jp', subject: 'お知らせ', body: '本文' };
  assert.deepEqual(await transport.send(mail), { answer: 'accepted' });
  assert.deepEqual(await transport.send({ ...mail, body: '別' }), { answer: 'unknown' });
  assert.deepEqual(await readdir(join(dir, 'mail')), ['message_1.txt']);
  assert.match(await readFile(join(dir, 'mail', 'message_1.txt'), 'utf8'), /本文/);
});

test('she is written to in the language she chose, else in the one of the list [CHI-8.3-13]', async () => {
  const relay = recorder();
  const women: string[] = [];
  for (const [language, day] of [
    ['ko', '2026-07-05'],
    [undefined, '2026-07-06'],
  ] as const) {
    setNow(day);
    const id = await openCase();
    const contact = { case: id, channel: 'web', email: `${id.slice(5, 13)}@example.jp`, confirmed: true };
    await done('resident.register', { ...contact, ...(language ? { language } : {}) }, 'resident');
    women.push(contact.email);
  }
  setNow('2026-07-21', '10:00');
  await tick(place.parts);
  await send(relay);
  const subjects = women.map((email) => relay.mails.find(({ to }) => to === email)?.subject);
  assert.deepEqual(subjects, [portal.mail.ko.subject, portal.mail.ja.subject]);
});
