import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptNo } from '../../domain/portal/receipt-no.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { sha256Hex } from '../../security/digest.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';
import type { Place } from '../../place/place.ts';
import type { MailTransport, OutgoingMail } from './mail-transport.ts';
import type { MailTally } from './send-mail.ts';
import { sendReceipts } from './send-receipts.ts';

const house = await testPlace('2026-05-11');
const { place, person, setNow } = house;
const { done, answer, refused, said } = deskOf(house);
const operator = await person('operator');
const { portal } = chiyodaVisit;
assert.ok(portal);
const office = { phone: '03-0000-0000', words: portal.mail };
const NOTHING: MailTally = { accepted: 0, refused: 0, unknown: 0, stopped: 0, later: 0 };

let forms = 0;
/** The form, as an envelope of the portal brings it; the number that its sender was shown. */
async function form(email: string | undefined, language = 'ja') {
  forms += 1;
  const envelope = sha256Hex(`form ${forms}`);
  const inquiry = `inquiry_${envelope.slice(0, 32)}`;
  const caller = { ...(email ? { email } : {}), language };
  const words = 'いつ来ますか';
  await done('inquiry.open', { inquiry, channel: 'web', category: 'other', words, caller }, 'resident');
  return { inquiry, no: receiptNo(envelope) };
}

function recorder(reply: MailTransport['send'] = () => Promise.resolve({ answer: 'accepted' })) {
  const mails: OutgoingMail[] = [];
  const send: MailTransport['send'] = (mail) => {
    mails.push(mail);
    return reply(mail);
  };
  return { mails, send };
}

async function send(transport: MailTransport, at: Place = place): Promise<MailTally> {
  const { execute, ask, ring, parts } = at;
  const markOf = (text: string) => ring.get().current.commandDigest(text).toString('hex');
  const sent = await sendReceipts({ execute, ask, now: parts.now, markOf }, transport, office);
  assert.ok(sent.ok, sent.ok ? '' : sent.error.refused);
  return sent.value;
}

const stateOf = async (of: { readonly inquiry: string }) =>
  (
    await answer<readonly { readonly inquiry: string; readonly receipt: string | null }[]>(
      'inquiry.open-list',
      {},
      operator,
    )
  ).find(({ inquiry }) => inquiry === of.inquiry)?.receipt;

test('who sends the form gets one receipt with the number she was shown, in her language, and nothing else in it [CHI-8.14-3, CHI-8.3-13]', async () => {
  const { inquiry, no } = await form('first@example.jp', 'ko');
  const relay = recorder();
  assert.deepEqual(await send(relay), { ...NOTHING, accepted: 1 });
  assert.deepEqual(await send(relay), NOTHING);
  const [mail, ...more] = relay.mails;
  assert.equal(more.length, 0);
  assert.equal(mail?.to, 'first@example.jp');
  assert.equal(mail?.subject, portal.mail.ko.subject);
  assert.ok(mail?.body.includes(no));
  assert.doesNotMatch(`${mail?.id}${mail?.body}`, /いつ来ますか|first|inquiry/);
  assert.equal(await stateOf({ inquiry }), 'accepted');
});

test('out of hours the receipt says from when it is looked at, and does not wait for the morning [CHI-8.14-4]', async () => {
  setNow('2026-05-16', '22:30');
  const { no } = await form('night@example.jp');
  const relay = recorder();
  assert.deepEqual(await send(relay), { ...NOTHING, accepted: 1 });
  assert.match(relay.mails[0]?.body ?? '', /2026年5月18日\(月\) 9:00から|2026年5月18日\(月\) 09:00から/);
  assert.ok(relay.mails[0]?.body.includes(no));
  setNow('2026-05-18', '10:00');
});

test('an address gets three receipts a day, however it is written and however many forms name it [CHI-8.14-3]', async () => {
  const typed = [
    'other@example.jp',
    'Other@Example.jp',
    'other+1@example.jp',
    'OTHER@example.jp',
    'other+2@example.jp',
  ];
  const sent = [];
  for (const email of typed) sent.push(await form(email));
  const spared = await form('somebody.else@example.jp');
  const second = await house.again();
  const relay = recorder();
  const tallies = await Promise.all([place, second, place, second].map((at) => send(relay, at)));
  const accepted = tallies.reduce((sum, one) => sum + one.accepted, 0);
  assert.deepEqual([accepted, relay.mails.length], [4, 4]);
  const states = await Promise.all(sent.map(stateOf));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  assert.deepEqual([count('accepted'), count('stopped')], [3, 2]);
  assert.equal(await stateOf(spared), 'accepted');
  setNow('2026-05-19', '10:00');
  await form('other@example.jp');
  assert.deepEqual(await send(relay), { ...NOTHING, accepted: 1 });
});

test('no address and no digest of one without its key stands in the journal or beside the commands [CHI-8.14-3]', async () => {
  const { reader } = place.database;
  const rows = await reader.rows(
    {
      name: 'test-written',
      text: `select line as text from fact where line like '%inquiry%'
             union all select key from idempotency`,
    },
    [],
  );
  const all = rows.map((row) => String(row['text'])).join('\n');
  assert.ok(all.includes('inquiry.receipt-accepted'));
  assert.doesNotMatch(all, /example\.jp/i);
  for (const day of ['2026-05-18', '2026-05-19']) {
    assert.ok(!all.includes(sha256Hex(`receipt/${day}/other@example.jp`)));
  }
});

test('a receipt that failed or got no answer is not tried again, and the desk sees it [B-17]', async () => {
  const failed = await form('gone@example.jp');
  assert.deepEqual(
    await send(recorder(() => Promise.resolve({ answer: 'refused', reason: 'mailbox-unknown' }))),
    { ...NOTHING, refused: 1 },
  );
  const silent = await form('silent@example.jp');
  assert.deepEqual(await send(recorder(() => Promise.reject(new Error('the line broke')))), {
    ...NOTHING,
    unknown: 1,
  });
  assert.deepEqual(await send(recorder()), NOTHING);
  assert.deepEqual([await stateOf(failed), await stateOf(silent)], ['failed', 'handed-over']);
});

test('a form without an address, and one that a person has answered, get no receipt [CHI-8.14-3]', async () => {
  const without = await form(undefined);
  const answered = await form('answered@example.jp');
  await done('inquiry.answer', { inquiry: answered.inquiry, result: 'explained' }, operator);
  const relay = recorder();
  assert.deepEqual(await send(relay), { ...NOTHING, stopped: 1 });
  assert.deepEqual(
    [relay.mails.length, await stateOf(without), await stateOf(answered)],
    [0, null, 'stopped'],
  );
});

test('nobody of the staff sends a receipt or opens its address by this way [CHI-8.14-3]', async () => {
  const { inquiry } = await form('mine@example.jp');
  assert.equal(await said('inquiry.hand-over-receipt', { inquiry }, operator), 'denied');
  assert.equal(await said('inquiry.settle-receipt', { inquiry, result: 'accepted' }, operator), 'denied');
  assert.equal(await refused('inquiry.receipt-addressee', { inquiry }, operator), 'denied');
});
