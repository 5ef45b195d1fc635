import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutsideWoman } from '../support/outside-place.ts';
import { hiddenFields, portalPlace, type Fields, type Visitor } from '../support/portal-place.ts';
import { toTheTimes } from '../support/portal-pages.ts';

const place = await portalPlace('2026-06-10');
const { outside } = place;
await outside.giveSeats('2026-06-12', '09:00', 40);
await outside.giveSeats('2026-06-12', '10:00', 40);
await outside.giveSeats('2026-06-13', '14:00', 40);
const slot = 'slot_2026-06-12-0900';

async function opened(woman: OutsideWoman): Promise<Visitor> {
  const visitor = place.visitor();
  await visitor.enter(woman);
  return visitor;
}

async function atCheck(): Promise<{ readonly visitor: Visitor; readonly woman: OutsideWoman }> {
  const woman = await outside.woman();
  const visitor = await opened(woman);
  await toTheTimes(visitor);
  assert.equal((await visitor.post('/times', { slot })).to, '/check');
  await visitor.get('/check');
  return { visitor, woman };
}

async function applications(): Promise<number> {
  return (await outside.arrived()).filter(({ message }) => message.kind === 'apply').length;
}

test('ten clicks at once on "send" make one application and one date [CHI-8.16-2]', async () => {
  await applications();
  const { visitor } = await atCheck();
  const clicks = await Promise.all(Array.from({ length: 10 }, () => visitor.post('/check')));
  for (const click of clicks) assert.equal(click.to, '/done');
  assert.equal(await applications(), 1);
});

test('a reload, the back button and a second tab send nothing again and lose nothing [CHI-8.16-2]', async () => {
  await applications();
  const { visitor } = await atCheck();
  const tab = visitor.tab();
  await tab.get('/check');
  assert.equal((await visitor.post('/check')).to, '/done');
  assert.equal((await visitor.get('/done')).status, 200);
  assert.equal((await visitor.get('/done')).status, 200);
  assert.equal((await tab.post('/check')).to, '/done');
  assert.equal((await visitor.get('/check')).to, '/times');
  assert.equal(await applications(), 1);
});

test('what was typed is there again after back, after a mistake and on another phone [CHI-8.16-2]', async () => {
  const woman = await outside.woman();
  const visitor = await opened(woman);
  await visitor.get('/contact');
  await visitor.post('/contact', { skip: '1' });
  await visitor.get('/consent');
  await visitor.post('/consent', { consent: 'given' });
  await visitor.get('/questions/1');
  const wrong = await visitor.post('/questions/1', {
    'Q01-year': '2026',
    'Q01-month': '13',
    'Q01-day': '5',
    Q03: ['swelling'],
  });
  assert.match(wrong.to ?? '', /^\/questions\/1\?check/);
  const page = await visitor.get('/questions/1?check');
  assert.match(page.text, /value="13"/);
  assert.match(page.text, /href="#Q01"/);
  assert.match(page.text, /href="#Q05"/);
  const phone = await opened(woman);
  const later = await phone.follow(phone.get('/birthday'));
  assert.equal(later.path, '/questions/1?again');
  assert.match(later.text, /value="13"/);
  assert.match(later.text, /value="swelling" checked=""|checked="" value="swelling"/);
});

test('answers given alone are on no page again and in no draft [CHI-8.16-2]', async () => {
  const { visitor, woman } = await atCheck();
  await visitor.get('/alone');
  await visitor.post('/alone', { Q08: 'yes', 'Q08-partner': 'little' });
  const check = await visitor.get('/check');
  assert.doesNotMatch(check.text, /家の中で|パートナーと話し合/);
  assert.doesNotMatch((await visitor.get('/alone')).text, /checked/);
  const other = await opened(woman);
  assert.doesNotMatch((await other.get('/alone')).text, /checked/);
});

test('nobody comes to a later page before the earlier ones, nor takes a time that is not offered [CHI-8.16-3, CHI-8.16-6]', async () => {
  const visitor = await opened(await outside.woman());
  for (const path of [
    '/consent',
    '/questions/1',
    '/questions/3',
    '/alone',
    '/place',
    '/times',
    '/check',
    '/check?later',
  ]) {
    assert.notEqual((await visitor.get(path)).status, 200, path);
  }
  const { visitor: further } = await atCheck();
  for (const other of ['slot_2026-08-21-0900', 'slot_2026-06-14-0900', 'slot_x', '']) {
    await further.get('/times');
    assert.equal((await further.post('/times', { slot: other })).to, '/times?taken', other);
  }
});

test('consent is compulsory here, and its version goes in with the answers [CHI-8.3-9]', async () => {
  const visitor = await opened(await outside.woman());
  await visitor.get('/contact');
  await visitor.post('/contact', { skip: '1' });
  await visitor.get('/consent');
  const refused = await visitor.post('/consent');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /href="#consent"/);
  assert.match(refused.text, /第1版/);
});

test('who comes back before the birth is offered a visit after it, and no earlier day [CHI-8.8-7]', async () => {
  const woman = await outside.woman();
  const visitor = await opened(woman);
  const away: Fields = {
    talk: 'away',
    where: '長野県松本市',
    'returns-year': '2026',
    'returns-month': '6',
    'returns-day': '13',
    package: 'registered',
  };
  await toTheTimes(visitor, away, '/place/return');
  const steer = await visitor.get('/place/return');
  assert.match(steer.text, /2026年6月13日\(土\)から、ご自宅で/);
  assert.equal((await visitor.post('/place/return', { way: 'visit' })).to, '/times');
  const times = await visitor.get('/times');
  assert.doesNotMatch(times.text, /slot_2026-06-12/);
  assert.match(times.text, /slot_2026-06-13-1400/);
  await visitor.get('/place/return');
  await visitor.post('/place/return', { way: 'cannot' });
  assert.match((await visitor.get('/times')).text, /slot_2026-06-12-0900/);
});

test('from afar needs its reason, by telephone only who cannot be seen by video [CHI-8.8-1, CHI-8.8-13]', async () => {
  await outside.arrived();
  const visitor = await opened(await outside.woman());
  await toTheTimes(visitor, { talk: 'hospital', 'way-hospital': 'phone', package: 'abroad' });
  await visitor.get('/times');
  await visitor.post('/times', { slot: 'slot_2026-06-12-1000' });
  await visitor.get('/check');
  await visitor.post('/check');
  const apply = (await outside.arrived()).map(({ message }) => message).find(({ kind }) => kind === 'apply');
  assert.ok(apply?.kind === 'apply');
  assert.deepEqual(apply.booking?.place, { mode: 'phone', reason: 'hospital' });
  assert.deepEqual(apply.packagePlace, { at: 'abroad' });
});

test('the due date warns, the days after it are for the telephone, and another date than the list’s is told [CHI-8.16-5, CHI-8.16-6]', async () => {
  const near = await portalPlace('2026-08-17');
  for (const day of ['2026-08-19', '2026-08-20', '2026-08-21']) await near.outside.giveSeats(day, '10:00', 2);
  const visitor = near.visitor();
  await visitor.enter(await near.outside.woman());
  await visitor.get('/contact');
  await toTheTimes(visitor);
  const times = await visitor.get('/times');
  assert.match(times.text, /slot_2026-08-20-1000/);
  assert.match(times.text, /出産予定日の当日です/);
  assert.doesNotMatch(times.text, /slot_2026-08-21-1000/);
  assert.match(times.text, /出産予定日より後の日は、お電話で/);
  await visitor.post('/times', { slot: 'slot_2026-08-20-1000' });
  assert.match((await visitor.get('/check')).text, /出産予定日の当日です/);
  await visitor.get('/questions/1');
  assert.doesNotMatch((await visitor.get('/questions/2')).text, /名簿/);
  await visitor.get('/questions/1');
  await visitor.post('/questions/1', { ...firstPage, 'Q01-day': '19' });
  assert.match((await visitor.get('/questions/2')).text, /名簿/);
});

const firstPage: Fields = {
  'Q01-year': '2026',
  'Q01-month': '8',
  'Q01-day': '20',
  'Q01-changed': 'no',
  'Q02-checkups': 'yes',
  'Q02-place': 'yes',
  Q03: ['none'],
  Q05: 'yes',
  'Q05-multiples': '1',
};

test('a sign of danger says at once whom to call, and the way goes on from there [CHI-8.16-2]', async () => {
  const visitor = await opened(await outside.woman());
  await visitor.get('/contact');
  await visitor.post('/contact', { skip: '1' });
  await visitor.get('/consent');
  await visitor.post('/consent', { consent: 'given' });
  await visitor.get('/questions/1');
  const care = await visitor.follow(visitor.post('/questions/1', { ...firstPage, Q03: ['bleeding'] }));
  assert.equal(care.path, '/care');
  assert.match(care.text, /href="tel:119"/);
  assert.match(care.text, /href="\/questions\/2"/);
});

test('a sign of danger is answered before what is still open on the page, and when she only saves [CHI-8.16-2]', async () => {
  const visitor = await opened(await outside.woman());
  await visitor.get('/contact');
  await visitor.post('/contact', { skip: '1' });
  await visitor.get('/consent');
  await visitor.post('/consent', { consent: 'given' });
  await visitor.get('/questions/1');
  const care = await visitor.follow(visitor.post('/questions/1', { Q03: ['water'] }));
  assert.equal(care.path, '/care?check');
  assert.match(care.text, /href="tel:119"/);
  assert.match(care.text, /href="\/questions\/1\?check#errors"/);
  const open = await visitor.get('/questions/1?check');
  assert.match(open.text, /href="#Q01"/);
  // She has been told: now the page may say what is open.
  assert.equal((await visitor.post('/questions/1', { Q03: ['water'] })).to, '/questions/1?check#errors');
  assert.equal((await visitor.post('/questions/1', { Q03: ['fever'], save: '1' })).to, '/care');
  assert.equal((await visitor.post('/questions/1', { Q03: ['fever'], save: '1' })).to, '/saved');
});

test('who was away for half an hour opens the link again and finds her answers, and is told so [CHI-8.16-2]', async () => {
  const woman = await outside.woman();
  const visitor = await opened(woman);
  await toTheTimes(visitor);
  await visitor.get('/questions/2');
  outside.later(31);
  const ended = await visitor.follow(visitor.post('/questions/2', { Q06: '3' }));
  assert.equal(ended.path, '/?ended');
  assert.match(ended.text, /「次へ」を押したところまでは保存しています/);
  const again = await visitor.enter(woman);
  assert.equal(again.path, '/times?again');
  assert.match(again.text, /前の続きから始められます.*おひとりのときの質問のお答えは、保存していません/s);
  assert.doesNotMatch((await visitor.get('/times')).text, /前の続きから/);
  const place = await visitor.get('/place');
  assert.match(place.text, /href="\/alone"/);
  assert.match((await visitor.get('/questions/3')).text, /猫がいます/);
});

test('the questions for her alone are not seen before she opens them; one tap leaves them out [CHI-8.16-2]', async () => {
  const { visitor } = await atCheck();
  const page = await visitor.get('/alone');
  assert.match(page.text, /href="\/questions\/3"/);
  const [before = '', inside = ''] = page.text.split('<details>');
  assert.doesNotMatch(before, /怖い|パートナー/);
  const [hidden = '', after = ''] = inside.split('</details>');
  assert.match(hidden, /怖い.*パートナー|パートナー.*怖い/s);
  assert.match(after, /name="skip"/);
  assert.equal((await visitor.raw('/alone', { ...hiddenFields(after, '/alone') })).status, 303);
});

test('a question that hangs on another is asked below it, and dropped when it is not to be asked [CHI-8.16-2]', async () => {
  await outside.arrived();
  const woman = await outside.woman();
  const visitor = await opened(woman);
  await toTheTimes(visitor);
  await visitor.get('/questions/2');
  const answers = { Q04: 'glad', 'Q04-low': 'no', 'Q04-interest': 'no', Q06: '２', Q07: 'kin' };
  const lacking = await visitor.post('/questions/2', { ...answers, 'Q07-satogaeri': 'yes' });
  assert.match(lacking.to ?? '', /check/);
  await visitor.get('/questions/2');
  const given = { 'Q07-from-year': '2026', 'Q07-from-month': '7', 'Q07-from-day': '1' };
  await visitor.post('/questions/2', { ...answers, 'Q07-satogaeri': 'no', ...given });
  await visitor.get('/times');
  await visitor.post('/times', { slot: 'slot_2026-06-13-1400' });
  await visitor.get('/check');
  await visitor.post('/check');
  const apply = (await outside.arrived()).map(({ message }) => message).find(({ kind }) => kind === 'apply');
  assert.ok(apply?.kind === 'apply');
  assert.equal(apply.answers['Q06'], 2);
  assert.ok(!('Q07-from' in apply.answers));
});

test('who finds no date that suits sends the rest and chooses later [CHI-8.16-2]', async () => {
  await outside.arrived();
  const visitor = await opened(await outside.woman());
  await toTheTimes(visitor);
  await visitor.get('/times');
  assert.equal((await visitor.post('/times', { slot: 'none' })).to, '/check?later');
  await visitor.get('/check?later');
  const done = await visitor.follow(visitor.post('/check'));
  assert.equal(done.path, '/done');
  const apply = (await outside.arrived()).map(({ message }) => message).find(({ kind }) => kind === 'apply');
  assert.ok(apply?.kind === 'apply' && apply.booking === undefined);
  const home = await visitor.get('/home');
  assert.match(home.text, /日時を選ぶ/);
  assert.equal((await visitor.get('/times')).status, 200);
});

test('a hold that has run out leads back to the times, and another one’s time is never given [CHI-8.16-7]', async () => {
  const { visitor } = await atCheck();
  outside.later(11);
  assert.equal((await visitor.get('/check')).to, '/times?over');
  await outside.giveSeats('2026-06-15', '09:00', 1);
  const last = 'slot_2026-06-15-0900';
  const [one, two] = [await atCheck(), await atCheck()];
  await one.visitor.get('/times');
  await two.visitor.get('/times');
  const [first, second] = [
    await one.visitor.post('/times', { slot: last }),
    await two.visitor.post('/times', { slot: last }),
  ];
  assert.equal(first.to, '/check');
  assert.equal(second.to, '/times?taken');
  assert.match((await two.visitor.get('/times?taken')).text, /別の日時をお選びください/);
  const kept = await one.visitor.get('/times');
  assert.match(kept.text, /2026年6月15日\(月\) 09:00から<\/h2>.*href="\/check"/s);
});

test('who reads for longer than a time is kept sends it all the same, while nobody else took it [CHI-8.16-2, CHI-8.16-7]', async () => {
  await outside.arrived();
  const { visitor } = await atCheck();
  outside.later(15);
  assert.equal((await visitor.follow(visitor.post('/check'))).path, '/done');
  const [sent] = (await outside.arrived())
    .map(({ message }) => message)
    .filter(({ kind }) => kind === 'apply');
  assert.ok(sent?.kind === 'apply');
  assert.equal(sent.booking?.slot, slot);
});

test('a time that ran out is offered again while it is free; when it is gone nothing else is lost [CHI-8.16-7]', async () => {
  await outside.giveSeats('2026-06-16', '09:00', 1);
  const rare = 'slot_2026-06-16-0900';
  const { visitor } = await atCheck();
  await visitor.get('/times');
  await visitor.post('/times', { slot: rare });
  const check = await visitor.get('/check');
  assert.match(check.text, /data-seconds="600"/);
  assert.match(check.text, /この日時を\d\d:\d\dまで取っておきます。/);
  outside.later(12);
  const over = await visitor.follow(visitor.get('/check'));
  assert.match(
    over.text,
    /お答えは、そのまま残っています.*まだ空いています.*value="slot_2026-06-16-0900"[^>]*>この日時をもう一度選ぶ/s,
  );
  assert.equal((await visitor.post('/times', { slot: rare })).to, '/check');
  await visitor.get('/check');
  outside.later(12);
  const { visitor: quicker } = await atCheck();
  await quicker.get('/times');
  assert.equal((await quicker.post('/times', { slot: rare })).to, '/check');
  const gone = await visitor.follow(visitor.post('/check'));
  assert.equal(gone.path, '/times?over');
  assert.match(gone.text, /いまは空いていません/);
  await visitor.post('/times', { slot });
  assert.match((await visitor.get('/check')).text, /むくみ/);
});

test('a check page in another tab sends no other time than the one it shows [CHI-8.16-2]', async () => {
  await outside.arrived();
  const { visitor } = await atCheck();
  const tab = visitor.tab();
  await tab.get('/times');
  await tab.post('/times', { slot: 'slot_2026-06-12-1000' });
  assert.equal((await visitor.post('/check')).to, '/check');
  assert.match((await visitor.get('/check')).text, /2026年6月12日\(金\) 10:00/);
  assert.deepEqual(
    (await outside.arrived()).filter(({ message }) => message.kind === 'apply'),
    [],
  );
});
