import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import type { OutsideWoman } from '../support/outside-place.ts';
import { outsideWomen } from '../support/outside-place.ts';
import { portalPlace, type Fields, type Visitor } from '../support/portal-place.ts';
import { speakRaw, statusIn } from '../support/raw-http.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);

/** Breaks out of words, attributes, addresses, styles, scripts and templates, wherever it is not escaped. */
const PAYLOADS = [
  `"><svg onload=evil()>'-evil()-'</title><script>evil()</script>`,
  `javascript:evil(){{7*7}}\${7*7}{field}{意味|<b>x</b>}`,
  `\u0000\u0008<img src=x onerror=evil()>`,
];
const RAW = /<svg|<img src=x|<script>|<b>x|href="javascript|"-evil/i;

const FORMS = [
  '/contact',
  '/consent',
  '/questions/1',
  '/questions/2',
  '/questions/3',
  '/alone',
  '/place',
  '/times',
  '/check',
  '/survey',
  '/stop',
];
const TOLD = [
  'pause',
  'withdraw',
  'birth',
  'moved',
  'delivery-address',
  'not-received',
  'contact',
  'question',
  'cancel-booking',
  'japan-again',
];

/** Names of everything that a page asks for, by the address of the form. */
function fieldsIn(page: string): ReadonlyMap<string, readonly string[]> {
  const forms = page
    .split('<form ')
    .slice(1)
    .map((one) => one.split('</form>')[0] ?? '');
  return new Map(
    forms.map((form) => [
      /action="([^"]*)"/.exec(form)?.[1] ?? '',
      [...form.matchAll(/<(?:input|textarea|select|button)[^>]*\sname="([^"]*)"/g)].map(
        ([, name = '']) => name,
      ),
    ]),
  );
}

const open = /token|once/;

/** Fills every field of every form of a page with the payload and gives all that came of it. */
async function attack(who: Visitor, path: string, payload: string): Promise<readonly string[]> {
  const texts: string[] = [];
  const page = await who.get(path);
  texts.push(page.text);
  for (const [action, names] of fieldsIn(page.text)) {
    if (action === '/leave') continue;
    const fields: Fields = Object.fromEntries(
      names.filter((name) => !open.test(name)).map((name) => [name, payload]),
    );
    await who.get(path);
    const seen = await who.post(action, fields);
    texts.push(seen.text, seen.to ?? '');
    assert.ok(seen.status < 500, `${action}: ${seen.status}`);
    if (seen.to) texts.push((await who.get(seen.to.replace(/#.*/, ''))).text);
  }
  return texts;
}

test('whatever is typed into whichever field comes back as words and nothing else [THREAT-34, CHI-8.16-1]', async () => {
  for (const [at, payload] of PAYLOADS.entries()) {
    for (const name of ['fresh', 'booked', 'afterBirth', 'survey'] as const) {
      const who = place.visitor();
      await who.enter(women[name]);
      for (const path of [...FORMS, ...TOLD.map((what) => `/change/${what}`), '/enquiry', '/home', '/done']) {
        for (const text of await attack(who, path, payload)) {
          assert.doesNotMatch(text, RAW, `${path} as ${name}, payload ${at}`);
        }
      }
      if (at === 0 && name === 'fresh') assert.match((await who.get('/contact')).text, /<form/);
    }
  }
});

test('what was typed does stand there again, escaped, so that it can be mended [CHI-8.16-1]', async () => {
  const who = place.visitor();
  await who.enter(women.fresh);
  await who.get('/contact');
  const seen = await who.post('/contact', { phone: '"><svg onload=evil()>', email: "a'b<c>" });
  assert.equal(seen.status, 422);
  assert.match(seen.text, /value="&quot;&gt;&lt;svg onload=evil\(\)&gt;"/);
  assert.match(seen.text, /value="a&#x27;b&lt;c&gt;"/);
});

test('whatever stands in an address comes back as words and nothing else [THREAT-34, CHI-8.16-1]', async () => {
  const who = place.visitor();
  await who.enter(women.fresh);
  const names = [
    'to',
    'page',
    'view',
    'month',
    'day',
    'wrong',
    'no',
    'later',
    'taken',
    'sent',
    'ended',
    'thanks',
    'x',
  ];
  for (const payload of PAYLOADS) {
    const coded = encodeURIComponent(payload);
    const query = names.map((name) => `${name}=${coded}`).join('&');
    for (const { method, path } of ROUTES) {
      if (method !== 'GET' || path === '/q/:code') continue;
      const plain = path.replace(/:\w+/, 'pause');
      const odd = path.replace(/:\w+/, coded);
      for (const asked of [`${plain}?${query}`, `${plain}?${coded}`, odd]) {
        const seen = await who.get(asked);
        assert.ok(seen.status < 500, path);
        assert.doesNotMatch(seen.text, RAW, path);
        assert.doesNotMatch(seen.to ?? '', /[<>"'\s]|javascript/i, path);
      }
    }
  }
});

test('a change of language leads back into the portal only, whatever it is asked to lead to [THREAT-35, CHI-8.16-1]', async () => {
  const who = place.visitor();
  for (const to of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%5Cevil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    'javascript:evil()',
    'data:text/html,x',
    '/@evil.example',
    '@evil.example',
    '/home\r\nSet-Cookie: a=b',
    '/q/ABCD-EFGH',
    '',
    'home',
  ]) {
    const seen = await who.get(`/language/en?to=${encodeURIComponent(to)}`);
    assert.equal(seen.status, 303, to);
    const back = new URL(seen.to ?? '', place.origin);
    assert.equal(back.origin, place.origin, to);
    assert.ok(!back.pathname.startsWith('/q/'), to);
  }
  const kept = await who.get(`/language/en?to=${encodeURIComponent('/times?view=calendar&month=2026-06')}`);
  assert.equal(kept.to, '/times?view=calendar&month=2026-06');
});

test('no line end gets into a header, by whichever way [THREAT-34, CHI-8.16-1]', async () => {
  const who = place.visitor();
  await who.enter(women.booked);
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const path of [
    '/language/en%0d%0aSet-Cookie:%20evil=1',
    '/language/en?to=/home%0d%0aSet-Cookie:%20evil=1',
    '/q/%0d%0aSet-Cookie:%20evil=1',
    '/enquiry/sent?no=1%0d%0aSet-Cookie:%20evil=1',
    '/change/%0d%0aSet-Cookie:%20evil=1',
    '/%0d%0aSet-Cookie:%20evil=1',
    '/calendar.ics?%0d%0aSet-Cookie:%20evil=1',
  ]) {
    const heard = await speakRaw(
      place.origin,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nAccept-Language: en\u000bja\r\nConnection: close\r\n\r\n`,
    );
    assert.ok(statusIn(heard) >= 200 && statusIn(heard) < 500, path);
    assert.doesNotMatch(heard, /^set-cookie: evil/im, path);
  }
});

test('files come from a list: no way leads to any other, however it is written [THREAT-36, CHI-8.16-1]', async () => {
  const home = await place.visitor().get('/');
  const [, asset = ''] = /"(\/assets\/[^"]+)"/.exec(home.text) ?? [];
  for (const path of [
    '/assets/',
    '/assets',
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/....//package.json',
    '/assets/portal.js',
    '/assets/still.css',
    `${asset}.map`,
    `${asset}%00`,
    `${asset}/`,
    `${asset}/home.css`,
    asset.toUpperCase(),
    '/home/style.css',
    '/package.json',
    '/.git/HEAD',
    '/.env',
    '/outside.json',
    '/keys/pepper',
    '/constructor',
    '/__proto__',
    '/toString/constructor',
    '//etc/passwd',
    '/src/serve-outside.ts',
  ]) {
    const heard = await speakRaw(
      place.origin,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    assert.equal(statusIn(heard), 404, path);
    assert.match(heard, /cache-control: no-store/i, path);
  }
});

test('signs that hide or turn words never reach the people who read them [THREAT-37, CHI-8.16-1]', async () => {
  const woman: OutsideWoman = await place.outside.woman({ registered: true, answered: true });
  const who = place.visitor();
  await who.enter(woman);
  await who.get('/change/question');
  const words =
    'い\u202E事件\u2066x\u2069\u200F\u061C\u0000\u0007\u001B[31m\u007F\u0085\u2028ろ\uD800\uFFFE\uFEFF\u200Bは\r\nに';
  assert.equal((await who.post('/change/question', { words })).status, 303);
  await who.get('/enquiry');
  const name = '山\u202E田\u0000'.repeat(60);
  assert.equal((await who.post('/enquiry', { words, name })).status, 303);
  const arrived = await place.outside.arrived();
  const texts = arrived
    .flatMap(({ message }) => Object.values(message))
    .filter((value) => typeof value === 'string');
  assert.ok(texts.some((text) => text.includes('い事件xろは') || text.startsWith('い')));
  for (const text of texts) {
    assert.doesNotMatch(
      text,
      /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u,
    );
    assert.ok(text.isWellFormed());
  }
  assert.ok(texts.every((text) => text.length <= 1000));
});

test('a long word of signs upon signs is cut to its length and stays one page [THREAT-37]', async () => {
  const who = place.visitor();
  await who.enter(women.answered);
  await who.get('/change/question');
  for (const words of [
    'ก'.repeat(1) + '\u0e49'.repeat(5000),
    '👩‍👩‍👧‍👦'.repeat(300),
    '\u{1F600}'.repeat(999) + 'x',
    '﷽'.repeat(2000),
  ]) {
    await who.get('/change/question');
    const seen = await who.post('/change/question', { words });
    assert.equal(seen.status, 303);
  }
  for (const { message } of await place.outside.arrived()) {
    if (!('words' in message)) continue;
    assert.ok(message.words.length <= 1000);
    assert.ok(message.words.isWellFormed(), 'no half of a sign at the cut');
  }
});

test('the calendar file says a time and one fixed word, whatever the capsule or the language holds [THREAT-38] [INC-31]', async () => {
  const who = place.visitor();
  const { booking } = women.needsCall.part;
  await who.enter(
    await place.outside.woman({ registered: true, answered: true, ...(booking ? { booking } : {}) }),
  );
  for (const language of ['ja', 'easy', 'en', 'zh', 'ko']) {
    await who.get(`/language/${language}?to=/home`);
    const file = await who.get(`/calendar.ics?x=${encodeURIComponent('\r\nATTENDEE:mailto:a@evil.example')}`);
    assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8');
    assert.equal(file.headers.get('content-disposition'), 'attachment; filename="calendar.ics"');
    const lines = file.text.split('\r\n');
    assert.deepEqual(
      lines.map((line) => line.split(':')[0]),
      [
        'BEGIN',
        'VERSION',
        'PRODID',
        'BEGIN',
        'UID',
        'DTSTAMP',
        'SEQUENCE',
        'DTSTART',
        'DTEND',
        'SUMMARY',
        'CLASS',
        'END',
        'END',
        '',
      ],
    );
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75 && !/[\n;\\]/.test(line), language);
    assert.doesNotMatch(file.text, /妊|pregn|孕|임신|出産|面談|訪問|visit/i);
  }
});

test('what a database or a template would read as an order is kept as it was typed [CHI-8.16-1]', async () => {
  const woman = await place.outside.woman({ registered: true, answered: true });
  const who = place.visitor();
  await who.enter(woman);
  const said = [
    `'; drop table capsule; --`,
    `$1 \${7*7} {{7*7}} %s %n`,
    `=HYPERLINK("http://evil.example")`,
    `a\\'b\\"c`,
  ];
  for (const words of said) {
    await who.get('/change/question');
    assert.equal((await who.post('/change/question', { words })).status, 303);
  }
  const kept = (await place.outside.arrived()).flatMap(({ message }) =>
    'words' in message ? [message.words] : [],
  );
  for (const words of said) assert.ok(kept.includes(words));
  assert.equal((await who.get('/home')).status, 200);
});
