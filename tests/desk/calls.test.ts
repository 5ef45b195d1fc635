import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import { deskOf } from '../support/desk.ts';
import { deskRoom, type Seen, type Sitting } from '../support/desk-room.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';

const room = await deskRoom();
const { openCase } = deskOf(room);
const operator = await room.sitting('operator');
const manager = await room.sitting('responsible-manager');
const clerk = await room.sitting('mailing-clerk');

/** A woman with values that stand nowhere else, all of them as the ward's list has them. */
const VALUES = {
  identity: { name: '髙橋 日向子', kana: 'タカハシ ヒナコ', birthDate: '1991-07-23' },
  address: { postcode: '1020073', address: '東京都千代田区九段北一丁目2番14号', building: '見本ハイツ301' },
  contact: { phone: '09055556666' },
};
const STORED = Object.values(VALUES).flatMap((section) => Object.values(section));
const SAID = { name: 'たかはしひなこ', birthDate: '平成3年7月23日', address: '千代田区九段北1-2-14' };
const GOOD = Object.fromEntries(
  Object.entries(GOOD_ANSWERS).map(([code, answer]) => [
    code,
    typeof answer === 'object' ? answer : String(answer),
  ]),
);

const begin = async (category: string, words = '') => {
  const seen = await operator.act('/do/inquiry.open', { category, channel: 'phone', words });
  const path = seen.to?.split('?')[0] ?? '';
  assert.match(path, /^\/calls\/enquiries\/inquiry_/);
  return path;
};
const identify = (path: string, said: Readonly<Record<string, string>>, caller = 'herself') =>
  operator.post(`${path}/caller`, { caller, ...said });
const showsNothingOf = ({ text }: Seen, stored: readonly string[] = STORED) =>
  assert.ok(!stored.some((value) => text.includes(value)), 'a stored value stands on the page');
const facts = async (id: CaseId) => {
  const done = await operator.ask('case.timeline', { case: id });
  return (done.value as { value: readonly { type: string }[] }).value.map(({ type }) => type);
};
const rows = async <T>(sitting: Sitting, question: string, input: object = {}) =>
  ((await sitting.ask(question, input)).value as { value: readonly T[] }).value;

const her = await openCase({ values: VALUES });

test('the page of a caller who is not identified holds no value of the case, whatever was said wrong [CHI-8.14-3] [INC-25]', async () => {
  const path = await begin('delivery', '書類が届かないとのこと');
  showsNothingOf(await operator.get(path));
  for (const said of [
    {},
    { name: SAID.name },
    { name: SAID.name, birthDate: '1990-01-01' },
    { name: 'ミホン ナナシ', birthDate: '1990-01-01', address: '千代田区九段北4-1-1' },
  ]) {
    const seen = await identify(path, said);
    assert.equal(seen.status, 422);
    assert.match(seen.text, /どなたのことか確かめられません/);
    assert.ok(!seen.text.includes(her), 'the id of a case stands on the page');
    showsNothingOf(seen);
  }
  showsNothingOf(await operator.get(path));
});

test('two points and a partner with all three hear nothing of hers; she herself with three hears what is hers [CHI-8.14-3] [INC-25]', async () => {
  const { address: _unsaid, ...two } = SAID;
  for (const [said, caller] of [
    [two, 'herself'],
    [SAID, 'family'],
    [SAID, 'other'],
    [SAID, 'ward'],
  ] as const) {
    const path = await begin('package');
    assert.equal((await identify(path, said, caller)).to, path);
    const seen = await operator.get(path);
    assert.equal(seen.status, 200);
    showsNothingOf(seen);
    assert.ok(!seen.text.includes(`/cases/${her}`));
  }
  const path = await begin('package');
  assert.equal((await identify(path, SAID)).to, path);
  const { text } = await operator.get(path);
  assert.match(text, /3項目のうち3つが合いました/);
  for (const value of [VALUES.contact.phone, VALUES.address.building]) assert.ok(text.includes(value));
  assert.ok(!text.includes(VALUES.identity.birthDate));
});

test('under protection nobody hears place or number, not with three points, and no application is taken [AMB-56] [INC-13]', async () => {
  const values = { ...VALUES, identity: { name: '保護 花代', kana: 'ホゴ ハナヨ', birthDate: '1990-12-24' } };
  await openCase({ opening: { protected: true }, values });
  const path = await begin('application');
  await identify(path, { ...SAID, name: 'ほごはなよ', birthDate: '1990-12-24' });
  showsNothingOf(await operator.get(path));
  const seen = await operator.get(`${path}/application`);
  assert.match(seen.text, /この電話では申し込みを受けられません/);
  showsNothingOf(seen);
});

test('a loss told by her partner stops everything and is on the board of the ward the same minute [CHI-8.14-5] [INC-10]', async () => {
  const name = { name: '喪失 見本', kana: 'ソウシツ ミホン', birthDate: '1992-01-15' };
  const id = await openCase({ values: { ...VALUES, identity: name } });
  const path = await begin('loss');
  const script = await operator.get(path);
  assert.match(script.text, /おつらいなか、お電話をいただきました/);
  assert.match(script.text, /グリーフ相談窓口/);
  assert.match(script.text, /いま最初にかける先/);
  await identify(path, { name: 'そうしつみほん', birthDate: '1992-01-15' }, 'family');
  const { text } = await operator.get(path);
  assert.ok(text.includes(`/do/case.report-loss?case=${id}`));
  await operator.do('case.report-loss', { case: id, what: 'loss', on: '2026-04-30', source: 'phone' });
  const board = await operator.get('/calls/urgent');
  assert.match(board.text, /流産・死産等/);
  const [urgent] = await rows<{ urgent: string; case: string }>(operator, 'urgent.open');
  const given = `case=${id}&urgent=${urgent?.urgent ?? ''}`;
  const no = await operator.act(`/do/urgent.report?${given}`, {
    to: 'health-centre-duty',
    reached: 'no',
    channel: 'phone',
  });
  assert.equal(no.status, 303);
  assert.match((await operator.get('/calls/urgent')).text, /次: 保健所 係長/);
  const mail = await operator.act(`/do/urgent.report?${given}`, {
    to: 'health-centre-duty',
    reached: 'yes',
    channel: 'email',
  });
  assert.equal(mail.status, 422);
  await operator.act(`/do/urgent.report?${given}`, {
    to: 'health-centre-chief',
    reached: 'yes',
    channel: 'phone',
  });
  assert.equal((await operator.get(`/do/urgent.acknowledge?${given}`)).status, 403);
  const heard = { by: 'health-centre-chief', ref: 'W-8', channel: 'phone' };
  assert.equal((await manager.act(`/do/urgent.acknowledge?${given}`, heard)).status, 303);
  await manager.act(`/do/urgent.close?${given}`, { outcome: 'taken-over', channel: 'phone' });
  assert.match((await manager.get('/calls/urgent')).text, /緊急対応はありません/);
});

test('after a loss nobody stands on a list to be called, though she had asked for it before [CHI-8.14-5] [INC-10]', async () => {
  const name = { name: '折返 見本', kana: 'オリカエシ ミホン', birthDate: '1992-02-16' };
  const id = await openCase({ values: { ...VALUES, identity: name, contact: { phone: '09077778888' } } });
  await operator.act(`/do/call-back.request?case=${id}`, { about: 'question' });
  const before = await operator.get('/calls/call-backs');
  assert.ok(before.text.includes('09077778888'));
  assert.ok(!(await operator.get('/calls/hand-over')).text.includes('09077778888'));
  await operator.do('case.report-loss', { case: id, what: 'loss', on: '2026-04-30', source: 'phone' });
  for (const path of ['/calls/call-backs', '/calls/to-make', '/calls/hand-over']) {
    const { text } = await operator.get(path);
    assert.ok(!text.includes('09077778888') && !text.includes('折返 見本'), path);
  }
  const again = await operator.act(`/do/call-back.request?case=${id}`, { about: 'question' });
  assert.equal(again.status, 422);
});

test('after a loss no screen puts an invitation or a congratulation into the mouth of an operator [CHI-8.14-5]', async () => {
  const name = { name: '静穏 見本', kana: 'セイオン ミホン', birthDate: '1992-07-21' };
  const id = await openCase({ values: { ...VALUES, identity: name } });
  const call = async () => {
    const path = await begin('birth');
    await identify(path, { name: 'せいおんみほん', birthDate: '1992-07-21' }, 'family');
    return (await operator.get(path)).text;
  };
  assert.match(await call(), /おめでとうございます/);
  await operator.do('case.report-loss', { case: id, what: 'loss', on: '2026-04-30', source: 'phone' });
  const after = await call();
  assert.ok(!after.includes('おめでとうございます'));
  assert.match(after, /お祝いの言葉は控えます/);
});

test('a call-back is made, tried again and closed with its result [CHI-8.14-4]', async () => {
  const name = { name: '再架 見本', kana: 'サイカ ミホン', birthDate: '1992-03-17' };
  const id = await openCase({ values: { ...VALUES, identity: name } });
  await operator.act(`/do/call-back.request?case=${id}`, { about: 'cancel-booking' });
  const [one] = (await rows<{ callBack: string; case: string }>(operator, 'call-back.open')).filter(
    (row) => row.case === id,
  );
  const callBack = one?.callBack ?? '';
  const tried = await operator.act(`/do/call.record-for?case=${id}&about=call-back&ref=${callBack}`, {
    result: 'no-answer',
  });
  assert.match(tried.to ?? '', /^\/calls\/call-backs\?did=/);
  assert.ok((await operator.get('/calls/call-backs')).text.includes('再架 見本'));
  await operator.act(`/do/call-back.close?case=${id}&callBack=${callBack}`, { result: 'reached' });
  assert.ok(!(await operator.get('/calls/call-backs')).text.includes('再架 見本'));
});

test('an application by telephone is asked in the words of the form, sent once and opened by no operator again [CHI-8.2-1, CHI-8.16-2]', async () => {
  const name = { name: '申込 見本', kana: 'モウシコミ ミホン', birthDate: '1992-04-18' };
  const id = await openCase({ values: { ...VALUES, identity: name } });
  const path = await begin('application');
  await identify(path, { ...SAID, name: 'もうしこみみほん', birthDate: '1992-04-18' });
  const asked = await operator.get(`${path}/application`);
  assert.match(asked.text, /出産予定日を教えてください/);
  assert.ok(asked.text.indexOf('name="Q08"') > asked.text.indexOf('name="C01"'), 'asked alone comes last');
  const application = /name="application" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
  const secret = { Q08: 'yes', 'Q13-words': 'とても秘密のことば' };
  const { Q03: _open, ...incomplete } = GOOD;
  const sent = { application, phone: '03-1234-5678', confirmed: 'yes', ...secret };
  const wrong = await operator.post(`${path}/application`, { ...sent, ...incomplete });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /をうかがって選んでください/);
  assert.ok(wrong.text.includes('03-1234-5678'), 'what was typed is kept');
  assert.ok(!/name="Q08" value="yes" checked|value="yes"[^>]*checked[^>]*name="Q08"/.test(wrong.text));
  assert.ok(!(await facts(id)).includes('application.received'));

  const once = { once: 'telephone-1' };
  const taken = await operator.post(`${path}/application`, { ...sent, ...GOOD, ...once });
  assert.equal(taken.to, `${path}?applied=yes`);
  await operator.post(`${path}/application`, { ...sent, ...GOOD, ...once });
  const told = await facts(id);
  assert.equal(told.filter((type) => type === 'application.received').length, 1);
  for (const type of ['resident.registered', 'questionnaire.answered', 'consent.recorded'])
    assert.ok(told.includes(type), type);
  for (const at of [`${path}?applied=yes`, `${path}/application`, '/calls/open'])
    assert.ok(!(await operator.get(at)).text.includes('とても秘密のことば'), at);
  assert.equal((await operator.ask('application.show', { application })).status, 403);
});

test('a sign of danger told on the telephone is answered with the hospital and 119 first [CHI-8.10-2]', async () => {
  const name = { name: '危険 見本', kana: 'キケン ミホン', birthDate: '1992-05-19' };
  await openCase({ values: { ...VALUES, identity: name } });
  const path = await begin('application');
  await identify(path, { ...SAID, name: 'きけんみほん', birthDate: '1992-05-19' });
  const asked = await operator.get(`${path}/application`);
  const application = /name="application" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
  const sent = await operator.post(`${path}/application`, {
    ...GOOD,
    Q03: ['bleeding'],
    application,
    phone: '0312345678',
    confirmed: 'yes',
  });
  assert.equal(sent.to, `${path}?applied=danger`);
  assert.match((await operator.get(sent.to ?? '')).text, /すぐに病院または119へ/);
  assert.match((await operator.get('/calls/urgent')).text, /30分以内に区へ電話/);
});

test('an application of somebody nobody found waits in the queue until a person has matched it key by key [CHI-8.2-1]', async () => {
  const name = { name: '照合 見本', kana: 'ショウゴウ ミホン', birthDate: '1992-06-20' };
  const id = await openCase({ values: { ...VALUES, identity: name } });
  const path = await begin('application');
  const apply = async (birthDate: string, person = '照合 見本') => {
    const asked = await operator.get(`${path}/application`);
    assert.match(asked.text, /照合を待ちます/);
    const application = /name="application" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const applicant = {
      name: person,
      kana: 'しょうごう みほん',
      birthDate,
      phone: '090-5555-6666',
      address: VALUES.address.address,
      building: VALUES.address.building,
    };
    const sent = await operator.post(`${path}/application`, {
      ...GOOD,
      ...applicant,
      application,
      confirmed: 'yes',
    });
    assert.equal(sent.to, `${path}?applied=yes`);
    return application;
  };
  const right = await apply('1992-06-20');
  const wrong = await apply('1992-06-21');
  const queue = await operator.get('/calls/applications');
  assert.match(queue.text, /2件/);
  const beside = await operator.get(`/calls/applications/${right}`);
  assert.ok(beside.text.includes(`/do/application.match?application=${right}&amp;case=${id}`));
  const differing = await operator.get(`/calls/applications/${wrong}`);
  assert.ok(!differing.text.includes(`/do/application.match?application=${wrong}&amp;case=${id}`));
  assert.match(differing.text, /違う<\/strong> 1992年6月20日/);
  const tried = await operator.act(`/do/application.match?application=${wrong}&case=${id}`);
  assert.equal(tried.status, 422);
  assert.match(tried.text, /一致する項目が足りません/);
  assert.equal((await operator.act(`/do/application.match?application=${right}&case=${id}`)).status, 303);
  await operator.act(`/do/application.refuse?application=${wrong}`, { reason: 'duplicate' });
  assert.match((await operator.get('/calls/applications')).text, /照合を待つ申し込みはありません/);
  assert.equal(
    (await operator.get(`/do/application.match-differing?application=${wrong}&case=${id}`)).status,
    403,
  );
  assert.match(
    (await manager.get(`/do/application.match-differing?application=${wrong}&case=${id}`)).text,
    /2人目のID/,
  );
});

test('an enquiry goes from the book to its end, a request for disclosure only to the ward [CHI-9.1-1, CHI-16.2-2]', async () => {
  const path = await begin('disclosure', '記録を見たい');
  const inquiry = path.split('/').at(-1) ?? '';
  const given = `inquiry=${inquiry}`;
  const answered = await operator.act(`/do/inquiry.answer?${given}`, {
    result: 'explained',
    words: '書いた答え',
  });
  assert.equal(answered.status, 422);
  assert.ok(answered.text.includes('書いた答え'), 'what was typed is kept');
  assert.match((await operator.get('/calls/open')).text, /区へ引き継ぎ/);
  const closed = await operator.act(`/do/inquiry.close?${given}`, { result: 'settled' });
  assert.equal(closed.status, 422);
  await operator.act(`/do/inquiry.close?${given}`, { result: 'ward-took-over', ref: 'W-77' });
  assert.ok(!(await operator.get('/calls/open')).text.includes(inquiry));
  const book = await operator.get('/calls/book');
  assert.ok(book.text.includes(path));
  assert.match((await operator.get('/calls/book?day=2026-04-30')).text, /この日の受け付けはありません/);
});

test('a complaint about personal data stays open until the ward was told, and the page says so [BAB-T19-1]', async () => {
  const path = await begin('data-complaint', '名前が見えていた');
  const given = `inquiry=${path.split('/').at(-1)}`;
  await operator.act(`/do/inquiry.answer?${given}`, { result: 'explained' });
  const closed = await operator.act(`/do/inquiry.close?${given}`, { result: 'settled' });
  assert.equal(closed.status, 422);
  assert.match(closed.text, /先に「引き継ぐ」で区に知らせてから/);
  assert.equal((await operator.act(`/do/inquiry.escalate?${given}`, { to: 'ward' })).status, 303);
  assert.equal((await operator.act(`/do/inquiry.close?${given}`, { result: 'settled' })).status, 303);
});

test('the word of the ward is written down by function, way and number [CHI-15.2-1]', async () => {
  await operator.act('/do/ward.ask-general', {
    about: 'eligibility',
    by: 'health-centre',
    channel: 'phone',
    ref: 'tel-1',
  });
  const list = await operator.get('/calls/matters');
  const matter = /matter=(matter_[a-z0-9]+)/.exec(list.text)?.[1] ?? '';
  const word = { answer: 'yes', by: 'health-centre', channel: 'phone', ref: 'W-1' };
  assert.equal((await operator.act(`/do/ward.record-answer?matter=${matter}`, word)).status, 303);
  assert.match((await operator.get('/calls/matters')).text, /待っているものはありません/);
  assert.match((await operator.get('/calls/matters?which=')).text, /はい・認める/);
});

test('a mailing clerk has no telephone, and no address of the call centre ever holds a value of a person [SEC-6-1]', async () => {
  for (const path of [
    '/calls',
    '/calls/open',
    '/calls/call-backs',
    '/calls/applications',
    '/calls/urgent',
    '/calls/hand-over',
  ])
    assert.equal((await clerk.get(path)).status, 403, path);
  assert.ok(!(await clerk.get('/')).text.includes('href="/calls'));
  assert.ok(!(await operator.get('/')).text.includes('/calls/recall'), 'no recall in this programme');
  const patterns = room.lines.map(({ pattern }) => decodeURIComponent(pattern));
  assert.ok(patterns.every((one) => STORED.every((value) => !one.includes(value))));
});
