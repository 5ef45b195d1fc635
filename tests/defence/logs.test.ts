import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import { outsidePlace, outsideWomen } from '../support/outside-place.ts';
import { ownPortal } from '../support/own-portal.ts';
import { portalPlace } from '../support/portal-place.ts';
import { speakRaw, statusIn } from '../support/raw-http.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);

const PATTERNS = new Set([...ROUTES.map(({ path }) => path), '/assets/:name', '-']);
const LINE = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|OTHER) (\S+) (\d{3}|0) \d+$/;

test('a line of the log has a method, a pattern of ours, a status and a time, whatever was asked [THREAT-50, CHI-8.16-1]', async () => {
  const she = place.visitor({ 'user-agent': 'Secret\u00e9 Browser', referer: 'https://secret.example/' });
  const { code, birthDate } = women.fresh;
  await she.enter(women.fresh);
  await she.get('/contact');
  await she.post('/contact', { phone: '090-1234-5678', 'phone-again': '090-1234-5678' });
  await she.get(`/change/question?words=secret&code=${code}`);
  await she.get('/change/secret');
  await she.get('/secret-path/090-1234-5678');
  await she.post('/enquiry', { words: 'secret', email: 'secret@secret.example' });
  for (const path of [
    '/x%0aGET%20/evil%20200%201',
    '/x%0d%0aerror%20Evil',
    '/q/%0a%0aevil',
    '/\u001b[31mred',
    '/x y',
  ]) {
    await speakRaw(place.origin, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  }
  await speakRaw(place.origin, 'EVIL / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  assert.ok(place.log.length >= 12, place.log.join('|'));
  for (const line of place.log) {
    const [, , pattern = ''] = LINE.exec(line) ?? [];
    assert.ok(PATTERNS.has(pattern), line);
  }
  const text = place.log.join('\n');
  const [year = '', month = '', day = ''] = birthDate.split('-');
  for (const secret of [
    code,
    code.replaceAll('-', ''),
    birthDate,
    `${year}/${month}/${day}`,
    '1234',
    '127.0.0.1',
    'secret',
    'evil',
    'red',
  ])
    assert.ok(!text.toLowerCase().includes(secret.toLowerCase()));
  for (const value of she.cookies.values()) assert.ok(!text.includes(value));
});

/** A gate that breaks wherever it is touched, with words that nobody may see. */
const SECRET = 'select * from capsule where locator = 0451 /srv/mimamori/keys/pepper';
const breaks = () => Promise.reject(Object.assign(new Error(SECRET), { name: 'DatabaseError' }));

test('when something breaks the page says that it is our fault, and neither page nor log says what broke [THREAT-51, CHI-8.16-1]', async () => {
  const { gate } = place.outside;
  const session = place.visitor();
  await session.enter(women.booked);
  const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const broken: readonly (readonly [string, Partial<OutsideGate>])[] = [
    [`/q/${women.fresh.code}`, { begin: breaks }],
    ['/home', { session: breaks }],
    ['/home', { state: breaks }],
    ['/language/en?to=/', { save: breaks }],
    ['/change/pause', { state: breaks }],
  ];
  for (const [path, changes] of broken) {
    const { origin, log } = await ownPortal({ ...gate, ...changes });
    const response = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' });
    const text = await response.text();
    assert.equal(response.status, 500, path);
    assert.match(text, /tel:/, 'whom to call stands there');
    for (const said of [text, ...log]) {
      assert.doesNotMatch(said, /select|capsule where|0451|pepper/, path);
    }
    assert.doesNotMatch(text, /\bat \S+:\d+|\.ts\b|node:|Error|stack/, path);
    assert.ok(
      log.some((line) => line.startsWith('error DatabaseError')),
      'that it broke is told, and where',
    );
    assert.equal((await fetch(origin)).status, 200, 'and it goes on');
  }
});

test('without its database the front page answers, and everything else says that it is our fault [THREAT-51]', async () => {
  const { parts } = place.outside;
  const store = {
    ...parts.store,
    write: breaks,
    standing: breaks,
    single: { ...parts.store.single, rows: breaks },
  };
  const { origin, log } = await ownPortal(openOutsideGate({ ...parts, store }));
  assert.equal((await fetch(origin)).status, 200);
  const broken = await fetch(`${origin}/q/${women.fresh.code}`, { redirect: 'manual' });
  assert.equal(broken.status, 500);
  assert.doesNotMatch(await broken.text(), /pool|pg|socket|Error/i);
  assert.ok(!log.join('\n').includes(women.fresh.code));
});

test('a line that breaks while a form is being sent is nobody’s fault and takes nothing down [THREAT-51]', async () => {
  for (let time = 0; time < 5; time += 1) {
    await speakRaw(
      place.origin,
      'POST /enquiry HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nwords=se',
      150,
    );
  }
  assert.equal(
    statusIn(await speakRaw(place.origin, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')),
    200,
  );
  for (const line of place.log) assert.ok(!line.includes('words'));
});

test('a page before the inside was ever heard, and long after, says whom to call [THREAT-51, CHI-8.14-3]', async () => {
  const fresh = await outsidePlace('2026-06-10');
  const { origin } = await ownPortal(fresh.gate);
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
  const enquiry = await post('/enquiry', { words: 'x' });
  assert.equal(enquiry.status, 503);
  assert.match(await enquiry.text(), /tel:/);
});
