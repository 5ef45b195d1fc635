import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PORTAL_LANGUAGES, type PortalLanguage } from '../../src/domain/portal/language.ts';
import { HURTING, TELLING } from '../../src/programmes/chiyoda-visit/portal/forbidden-words.ts';
import { outsideWomen, type OutsideWoman } from '../support/outside-place.ts';
import { portalPlace, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const { outside } = place;
const women = await outsideWomen(outside);

async function opened(woman: OutsideWoman, language: PortalLanguage = 'ja'): Promise<Visitor> {
  const visitor = place.visitor();
  visitor.cookies.set('__Host-language', language);
  await visitor.enter(woman);
  return visitor;
}

/** What somebody who looks at the screen reads, and what the reader of a screen says. */
function words(html: string): string {
  return html
    .replace(/<title>[^<]*<\/title>/, '')
    .replaceAll(/<rt>.*?<\/rt>|<rp>.*?<\/rp>/g, '')
    .replaceAll(/<[^>]+>/g, ' ');
}

test('two choices stop everything at once: no reason, no second question, and one sealed message [CHI-8.14-5]', async () => {
  for (const [what, message] of [
    ['stop', { kind: 'stop' }],
    ['loss', { kind: 'loss', what: 'loss' }],
  ] as const) {
    const woman = await outside.woman({ ...women.booked.part });
    const visitor = await opened(woman);
    const home = await visitor.get('/home');
    assert.match(home.text, /href="\/stop"/);
    const page = await visitor.get('/stop');
    assert.equal(page.text.match(/<button[^>]*name="what"/g)?.length, 2);
    await outside.arrived();
    assert.equal((await visitor.post('/stop', { what })).to, '/home');
    assert.deepEqual(
      (await outside.arrived()).map((one) => one.message),
      [message],
    );
  }
});

test('after a loss the link has approved words and contacts and no way to anything else [CHI-8.14-5]', async () => {
  for (const language of PORTAL_LANGUAGES) {
    const visitor = await opened(women.fresh, language);
    const told = await outside.woman();
    const teller = await opened(told, language);
    await teller.get('/stop');
    const grief = await teller.follow(teller.post('/stop', { what: 'loss' }));
    assert.equal(grief.path, '/home');
    assert.doesNotMatch(grief.text, /href="\/(?!home|language|assets)[^"]*"/);
    assert.match(grief.text, /href="tel:/);
    assert.doesNotMatch(words(grief.text), HURTING[language]);
    for (const path of [
      '/about',
      '/times',
      '/check',
      '/change/question',
      '/questions/1',
      '/done',
      '/calendar.ics',
      '/survey',
    ]) {
      assert.equal((await teller.get(path)).to, '/home', path);
    }
    assert.equal((await teller.get('/stop')).to, '/home');
    // Only her link has changed.
    assert.equal((await visitor.get('/about')).status, 200);
  }
});

test('the next time she opens the link, on any phone, it is the same quiet page [CHI-8.14-5]', async () => {
  const woman = await outside.woman();
  const visitor = await opened(woman);
  await visitor.get('/stop');
  await visitor.post('/stop', { what: 'loss' });
  const again = place.visitor();
  assert.equal((await again.enter(woman)).path, '/home');
  const inside = place.visitor();
  const seen = await inside.enter(women.grief);
  assert.equal(seen.path, '/home');
  assert.equal((await inside.get('/home')).text.includes('グリーフ'), true);
});

test('the end of her last right shows a neutral page with a telephone [CHI-8.14-5]', async () => {
  for (const language of PORTAL_LANGUAGES) {
    const ended = await opened(women.ended, language);
    const page = await ended.get('/home');
    assert.match(page.text, /href="tel:/);
    assert.doesNotMatch(words(page.text), TELLING[language]);
  }
  const late = await portalPlace('2027-04-01');
  const visitor = late.visitor();
  assert.match((await visitor.enter(await late.outside.woman())).text, /このご案内は終わりました/);
});

test('with the letter alone somebody can be told to stop, and nothing says what it is about [CHI-8.14-5]', async () => {
  await outside.arrived();
  const visitor = place.visitor();
  await visitor.follow(visitor.get(`/q/${women.fresh.code}`));
  const page = await visitor.get('/stop');
  assert.match(page.text, /href="tel:/);
  assert.match(page.text, /href="\/birthday\?to=stop"/);
  assert.equal((await visitor.post('/stop', { what: 'stop' })).status, 403);
  await visitor.get('/stop');
  const sent = await visitor.follow(visitor.post('/stop/letter', { phone: '090-1111-2222' }));
  assert.match(sent.text, /受け付けました/);
  const [message] = (await outside.arrived()).map((one) => one.message);
  assert.deepEqual(message, { kind: 'stop-by-letter', locator: women.fresh.locator, phone: '090-1111-2222' });
  const birthday = await visitor.get('/birthday?to=stop');
  assert.equal(birthday.status, 200);
  const [year = '', month = '', day = ''] = women.fresh.birthDate.split('-');
  const proof = { 'birthday-year': year, 'birthday-month': month, 'birthday-day': day };
  assert.equal((await visitor.post('/birthday', proof)).to, '/stop');
});

test('a code that opens nothing any more shows a neutral page, and stopping is still possible [CHI-8.14-5]', async () => {
  const visitor = place.visitor();
  const seen = await visitor.enter(women.revoked);
  assert.equal(seen.status, 410);
  assert.match(seen.text, /href="\/stop"/);
  assert.doesNotMatch(words(seen.text), TELLING.ja);
});

test('before the second proof no word on any page tells what it is about, in any language [CHI-8.3-13, CHI-8.14-5]', async () => {
  for (const language of PORTAL_LANGUAGES) {
    const visitor = place.visitor();
    visitor.cookies.set('__Host-language', language);
    const before = [
      '/',
      '/?ended',
      '/?wrong=check',
      '/stop',
      '/enquiry',
      '/enquiry/sent?no=AB-12',
      '/privacy',
      '/accessibility',
      '/status',
      '/nothing',
    ];
    for (const path of before)
      assert.doesNotMatch(words((await visitor.get(path)).text), TELLING[language], `${path} ${language}`);
    await visitor.follow(visitor.get(`/q/${women.fresh.code}`));
    for (const path of ['/stop', '/birthday']) {
      assert.doesNotMatch(words((await visitor.get(path)).text), TELLING[language], `${path} ${language}`);
    }
    const wrong = await visitor.post('/birthday', {
      'birthday-year': '1990',
      'birthday-month': '1',
      'birthday-day': '1',
    });
    assert.equal(wrong.status, 422);
  }
});

test('no title and no address of any page in any state tells what it is about [CHI-8.3-13]', async () => {
  const changes = [
    'cancel',
    'pause',
    'resume',
    'withdraw',
    'news',
    'address',
    'delivery',
    'receive',
    'missing',
    'contact',
    'question',
  ];
  const paths = [
    '/home',
    '/about',
    '/contact',
    '/consent',
    '/questions/1',
    '/saved',
    '/care',
    '/times',
    '/stop',
    '/survey',
    ...changes.map((one) => `/change/${one}`),
  ];
  for (const path of paths) assert.doesNotMatch(path, TELLING.en);
  for (const language of PORTAL_LANGUAGES) {
    for (const [state, woman] of Object.entries(women)) {
      if (state === 'revoked') continue;
      const visitor = await opened(woman, language);
      for (const path of paths) {
        const seen = await visitor.follow(visitor.get(path));
        assert.ok(seen.status === 200, `${path} for ${state}: ${seen.status}`);
        assert.notEqual(seen.title, '');
        assert.doesNotMatch(seen.title, TELLING[language], `${path} for ${state} in ${language}`);
      }
    }
  }
});

test('a wrong birthday, however often, locks nobody out for good and tells nothing [CHI-8.16-1]', async () => {
  const strict = await portalPlace('2026-06-10', undefined);
  const woman = await strict.outside.woman();
  const visitor = strict.visitor();
  await visitor.follow(visitor.get(`/q/${woman.code}`));
  const wrong = { 'birthday-year': '1990', 'birthday-month': '1', 'birthday-day': '1' };
  let status = 0;
  let told = '';
  for (let time = 0; time < 30 && status !== 429; time += 1) {
    await visitor.get('/birthday');
    const seen = await visitor.post('/birthday', wrong);
    if (time === 0) told = seen.text;
    ({ status } = seen);
    if (status === 429) assert.match(seen.text, /\d\d:\d\dまでお待ち.*0120-000-000/s);
  }
  assert.equal(status, 429);
  assert.match(told, /開けないときは、お電話ください.*href="tel:0120000000".*<footer/s);
  assert.doesNotMatch(told, /間違|誤/);
  strict.outside.later(24 * 60);
  assert.equal((await visitor.enter(woman)).path, '/about');
});
