import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenMessage, PortalMessage } from '../../src/domain/portal/message.ts';
import { outsideWomen, type OutsideWoman } from '../support/outside-place.ts';
import { portalPlace, type Fields, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const { outside } = place;
const women = await outsideWomen(outside);

async function opened(woman: OutsideWoman): Promise<Visitor> {
  const visitor = place.visitor();
  await visitor.enter(woman);
  return visitor;
}

/** What arrived inside since the last look. */
async function arrived(): Promise<readonly (PortalMessage | OpenMessage)[]> {
  return (await outside.arrived()).map(({ message }) => message);
}

const day = (year: string, month: string, date: string): Fields => ({
  'on-year': year,
  'on-month': month,
  'on-day': date,
});
const japan = { package: 'japan', postcode: '390-0001', address: '長野県松本市見本1-2', building: '' };

const TOLD: readonly (readonly [keyof typeof women, string, Fields, object])[] = [
  ['booked', 'pause', day('2026', '7', '1'), { kind: 'pause', until: '2026-07-01' }],
  ['paused', 'resume', {}, { kind: 'resume' }],
  ['booked', 'news', day('令和8', '6', '9'), { kind: 'birth', on: '2026-06-09' }],
  [
    'booked',
    'address',
    { move: 'within', ...day('2026', '6', '1'), postcode: '１０２－００７４', address: '千代田区見本1-2-3' },
    { kind: 'moved', move: 'within', on: '2026-06-01', postcode: '1020074', address: '千代田区見本1-2-3' },
  ],
  [
    'booked',
    'address',
    { move: 'out', ...day('2026', '6', '1') },
    { kind: 'moved', move: 'out', on: '2026-06-01' },
  ],
  [
    'afterBirth',
    'delivery',
    japan,
    {
      kind: 'delivery-address',
      packagePlace: { at: 'japan', postcode: '3900001', address: '長野県松本市見本1-2' },
    },
  ],
  [
    'afterBirth',
    'missing',
    { package: 'registered' },
    { kind: 'not-received', packagePlace: { at: 'registered' } },
  ],
  [
    'booked',
    'contact',
    { email: 'mihon@example.jp', 'email-again': 'mihon@example.jp' },
    { kind: 'contact', email: 'mihon@example.jp', language: 'ja' },
  ],
  ['booked', 'question', { words: '持ち物はありますか' }, { kind: 'question', words: '持ち物はありますか' }],
  ['notYet', 'withdraw', { package: 'decline' }, { kind: 'withdraw', package: 'decline' }],
];

test('everything she may tell later has a page of its own and goes in as one message [CHI-8.14-1, CHI-8.14-6, CHI-8.14-7]', async () => {
  await arrived();
  for (const [who, what, fields, message] of TOLD) {
    await outside.write(women[who], {
      tells: [...women[who].part.tells, ...(who === 'notYet' ? (['withdraw'] as const) : [])],
    });
    const visitor = await opened(women[who]);
    const page = await visitor.get(`/change/${what}`);
    assert.equal(page.status, 200);
    const done = await visitor.follow(visitor.post(`/change/${what}`, fields));
    assert.equal(done.path, '/done', `${what}: ${/id="errors".*?<\/div>/s.exec(done.text)?.[0]}`);
    assert.deepEqual(await arrived(), [message], what);
  }
});

test('what is missing is named in a summary that jumps to it, and nothing is sent [CHI-8.16-1]', async () => {
  const visitor = await opened(women.booked);
  await arrived();
  const bad: readonly (readonly [string, Fields, string])[] = [
    ['pause', {}, '#on'],
    ['pause', day('2026', '2', '31'), '#on'],
    ['pause', day('2026', '6', '1'), '#on'],
    ['news', day('2027', '1', '1'), '#on'],
    ['address', { move: 'within', ...day('2026', '6', '1') }, '#postcode'],
    ['contact', { phone: '090-1111-2222', 'phone-again': '090-1111-2223' }, '#phone-again'],
    ['contact', { email: 'a@b@c', 'email-again': 'a@b@c' }, '#email'],
    ['question', { words: ' ' }, '#words'],
  ];
  for (const [what, fields, jump] of bad) {
    await visitor.get(`/change/${what}`);
    const seen = await visitor.post(`/change/${what}`, fields);
    assert.equal(seen.status, 422);
    assert.ok(seen.text.includes(`href="${jump}"`), `${what}: ${jump}`);
    assert.ok(seen.text.includes(`id="${jump.slice(1)}"`));
    assert.match(seen.title, /^確認が必要です/);
  }
  assert.deepEqual(await arrived(), []);
});

test('on her page nobody beside her reads what she told us, only that she did, and under which number [CHI-8.14-1]', async () => {
  const woman = await outside.woman({ ...women.booked.part });
  const visitor = await opened(woman);
  for (const [what, fields] of [
    ['contact', { phone: '090-1111-2222', 'phone-again': '090-1111-2222' }],
    ['question', { words: '引っ越すかもしれません' }],
    ['address', { move: 'out', ...day('2026', '6', '1') }],
  ] as const) {
    await visitor.get(`/change/${what}`);
    await visitor.post(`/change/${what}`, fields);
  }
  const [, sent = ''] = (await visitor.get('/home')).text.split('送ったもの');
  const named = [...sent.matchAll(/<dt>([^<]*) [A-Z0-9-]+<\/dt>/g)].map(([, name]) => name);
  assert.deepEqual(named, ['お手続き', 'お手続き', 'お手続き']);
  assert.doesNotMatch(sent.split('<footer')[0] ?? '', /連絡先|質問|住所|引っ越/);
  await arrived();
});

test('she moves her date until the cut-off, and not after it [CHI-8.14-1]', async () => {
  const woman = await outside.woman({ ...women.booked.part });
  const visitor = await opened(woman);
  const times = await visitor.get('/times');
  assert.match(times.text, /いまの予約: 2026年6月17日\(水\) 14:00/);
  const [slot = ''] = /slot_2026-06-1[0-9]-\d{4}/.exec(times.text) ?? [];
  assert.equal((await visitor.post('/times', { slot })).to, '/check');
  await visitor.get('/check');
  const moved = visitor.post('/check');
  assert.equal((await moved).to, '/done');
  assert.equal((await visitor.post('/check')).to, '/done');
  const messages = (await arrived()).filter(({ kind }) => kind === 'move-booking');
  assert.equal(messages.length, 1);

  const late = await outside.woman({
    ...women.booked.part,
    booking: { ...women.booked.part.booking, changeableUntil: '2026-06-09T17:00:00.000+09:00' } as never,
  });
  const other = await opened(late);
  assert.equal((await other.get('/times')).to, '/home');
  assert.match((await other.get('/home')).text, /変えられる時間を過ぎました/);
});

test('a date that is given up is gone at once, without a reason, and can be taken again [CHI-8.14-1]', async () => {
  const woman = await outside.woman({ ...women.booked.part });
  const visitor = await opened(woman);
  await visitor.get('/change/cancel');
  await visitor.post('/change/cancel', { 'call-back': 'yes' });
  assert.equal((await visitor.post('/change/cancel', { 'call-back': 'yes' })).to, '/done');
  const gone = (await arrived()).filter(({ kind }) => kind === 'cancel-booking');
  assert.deepEqual(gone, [{ kind: 'cancel-booking', reason: 'unsaid', callBack: true }]);
  const home = await visitor.get('/home');
  assert.match(home.text, /予約はまだありません/);
  assert.match(home.text, /日時を選ぶ/);
});

test('the survey is answered under its token alone, once thanked [CHI-8.17-1]', async () => {
  const survey = { survey: 'survey-2026', form: 'satisfaction-survey/1', token: 'T'.repeat(24) };
  const visitor = await opened(await outside.woman({ ...women.survey.part, survey }));
  await arrived();
  const home = (await visitor.get('/home')).text;
  assert.match(home, /アンケート/);
  // Her talk is over: nobody tells her that she has no date yet.
  assert.match(home, /お話は終わりました/);
  assert.doesNotMatch(home, /予約はまだありません/);
  await visitor.get('/survey');
  assert.equal((await visitor.post('/survey', { S01: 'good' })).status, 422);
  const thanked = await visitor.follow(
    visitor.post('/survey', { S01: 'good', S02: 'yes', S03: ['listened'], S04: 'some' }),
  );
  assert.match(thanked.text, /ありがとうございました/);
  assert.deepEqual(await arrived(), [
    {
      kind: 'survey',
      survey: 'survey-2026',
      token: survey.token,
      answers: { S01: 'good', S02: 'yes', S03: ['listened'], S04: 'some' },
    },
  ]);
});

test('who cannot take a date yet is told from when; who is resting may go on [CHI-4.2-2, CHI-8.14-7]', async () => {
  const notYet = await opened(women.notYet);
  assert.match((await notYet.get('/home')).text, /2027年4月1日\(木\)から、このページで日時を選べます/);
  assert.equal((await notYet.get('/times')).to, '/home');
  const paused = await opened(women.paused);
  assert.match((await paused.get('/home')).text, /お休みしています/);
});

test('an enquiry needs no proof and says when it will be answered [CHI-8.14-3, CHI-8.14-4]', async () => {
  await arrived();
  const visitor = place.visitor();
  await visitor.get('/enquiry');
  const sent = await visitor.follow(
    visitor.post('/enquiry', { words: '受付時間を教えてください', phone: '03-0000-0000' }),
  );
  assert.match(sent.text, /受付番号は[\w-]+です。2026年6月10日\(水\) 10:00/);
  const [enquiry] = await arrived();
  assert.deepEqual(enquiry, {
    kind: 'enquiry',
    words: '受付時間を教えてください',
    phone: '03-0000-0000',
    language: 'ja',
  });
});

test('ten clicks at once send an enquiry, a survey and a wish to stop once each; other words are another enquiry [CHI-8.14-3, CHI-8.17-1]', async () => {
  await arrived();
  const visitor = place.visitor();
  await visitor.get('/enquiry');
  const clicks = (words: string) =>
    Promise.all(Array.from({ length: 10 }, () => visitor.post('/enquiry', { words })));
  const [first, ...others] = (await clicks('受付時間を教えてください')).map(({ to }) => to);
  assert.match(first ?? '', /^\/enquiry\/sent\?no=/);
  for (const other of others) assert.equal(other, first);
  assert.notEqual((await clicks('別のことです'))[0]?.to, first);
  assert.deepEqual(
    (await arrived()).map(({ kind }) => kind),
    ['enquiry', 'enquiry'],
  );
  await visitor.get('/enquiry');
  assert.notEqual((await visitor.post('/enquiry', { words: '受付時間を教えてください' })).to, first);

  const survey = { survey: 'survey-2026', form: 'satisfaction-survey/1', token: 'S'.repeat(24) };
  const asked = await opened(await outside.woman({ ...women.survey.part, survey }));
  await asked.get('/survey');
  const answers = { S01: 'good', S02: 'yes', S03: ['listened'], S04: 'some' };
  await Promise.all(Array.from({ length: 5 }, () => asked.post('/survey', answers)));
  const letter = place.visitor();
  await letter.follow(letter.get(`/q/${women.fresh.code}`));
  await letter.get('/stop');
  await Promise.all(Array.from({ length: 5 }, () => letter.post('/stop/letter', { phone: '' })));
  assert.deepEqual((await arrived()).map(({ kind }) => kind).toSorted(), [
    'enquiry',
    'stop-by-letter',
    'survey',
  ]);
});

test('without the courier the pages say "please call", keep the draft, and stopping still works [CHI-8.14-3]', async () => {
  const silent = await portalPlace('2026-06-10');
  const woman = await silent.outside.woman({ ...women.booked.part });
  silent.outside.later(49 * 60);
  const visitor = silent.visitor();
  await visitor.enter(woman);
  assert.match((await visitor.get('/home')).text, /いまは、お電話でうけたまわっています/);
  const times = await visitor.get('/times');
  assert.equal(times.status, 503);
  assert.match(times.text, /0120-000-000/);
  await visitor.get('/stop');
  assert.equal((await visitor.follow(visitor.post('/stop', { what: 'stop' }))).path, '/home');
});
