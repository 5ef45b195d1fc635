import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_BYTES } from '../../src/apps/kit/server/read-body.ts';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import { outsideWomen } from '../support/outside-place.ts';
import { hiddenFields, portalPlace, type Fields, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);

const visitor = place.visitor();
await visitor.enter(women.booked);
const other = place.visitor();
await other.enter(women.afterBirth);

/** Every address that takes a form of a session. */
const TAKING = ROUTES.filter(({ method, needs }) => method === 'POST' && needs !== 'nothing').map(
  ({ path }) => path.replace(':what', 'pause').replace(':page', '1'),
);

async function tokenOf(who: Visitor): Promise<string> {
  const page = await who.get('/stop');
  return hiddenFields(page.text, '/stop')['token'] ?? '';
}

async function waiting(): Promise<number> {
  const { rows } = await place.outside.parts.store.write(async (writer) => ({
    rows: await writer.rows({ name: 'guard-waiting', text: 'select count(*) as n from envelope' }, []),
  }));
  return Number(rows[0]?.['n']);
}

test('no form of a session is taken without its token, and none with somebody else’s [THREAT-33, CHI-8.16-1]', async () => {
  const before = await waiting();
  const mine = await tokenOf(visitor);
  const hers = await tokenOf(other);
  assert.ok(mine.length > 80 && hers.length > 80);
  const wrong: readonly Fields[] = [
    {},
    { token: '' },
    { token: hers },
    { token: mine.slice(0, -4) },
    { token: `${mine.startsWith('A') ? 'B' : 'A'}${mine.slice(1)}` },
    { token: 'A'.repeat(mine.length) },
    { token: [hers, mine] },
    { Token: mine },
  ];
  assert.ok(TAKING.length >= 12);
  for (const path of TAKING) {
    for (const fields of wrong) {
      const seen = await visitor.raw(path, { ...fields, what: 'stop', words: 'x', reason: 'health' });
      assert.equal(seen.status, 403, path);
    }
    const asked = await visitor.get(`${path}?token=${mine}&what=stop`);
    assert.notEqual(asked.status, 403, 'a token in an address is no sending');
  }
  assert.equal(await waiting(), before, 'nothing was sent');
});

test('the token is another text each time, and each of them is good [CHI-8.16-1]', async () => {
  const tokens = [await tokenOf(visitor), await tokenOf(visitor), await tokenOf(visitor)];
  assert.equal(new Set(tokens).size, 3);
  for (const token of tokens) {
    const seen = await visitor.raw('/change/pause', { token });
    assert.equal(seen.status, 422, 'read and found wanting a date');
  }
});

test('what another site sends is refused, with or without a token [THREAT-33, CHI-8.16-1]', async () => {
  const token = await tokenOf(visitor);
  const from: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: place.origin },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
    { 'sec-fetch-site': '', origin: `${place.origin}.evil.example` },
  ];
  for (const headers of from) {
    for (const path of [...TAKING, '/', '/leave', '/enquiry']) {
      const seen = await visitor.raw(path, { token, words: 'x' }, headers);
      assert.equal(seen.status, 403, `${path} ${headers['sec-fetch-site']}`);
    }
  }
  assert.equal((await visitor.get('/home')).status, 200, 'she is still there');
});

test('the same sending twice is one sending, the second time too [CHI-8.14-1]', async () => {
  const one = place.visitor();
  const woman = await place.outside.woman();
  await one.enter(woman);
  await one.get('/contact');
  const page = await one.get('/contact');
  const fields = {
    ...hiddenFields(page.text, '/contact'),
    phone: '090-0000-0000',
    'phone-again': '090-0000-0000',
  };
  const before = await waiting();
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => one.raw('/contact', fields)));
  for (const { status } of answers) assert.equal(status, 303);
  assert.equal(await waiting(), before + 1);
});

test('only a form is read: another kind of content changes nothing', async () => {
  const token = await tokenOf(visitor);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = `token=${token}&what=stop`;
  const before = await waiting();
  for (const type of [
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded-not',
    'text/html; application/x-www-form-urlencoded',
    '',
  ]) {
    const response = await fetch(`${place.origin}/stop`, {
      method: 'POST',
      body: Buffer.from(body),
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
    });
    assert.equal(response.status, 415, type);
  }
  const packed = await fetch(`${place.origin}/stop`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'content-encoding': 'gzip',
    },
  });
  assert.equal(packed.status, 415);
  assert.equal(await waiting(), before);
});

test('of a field that is sent twice the first counts, in whatever order its check and its use come [CHI-8.16-1]', async () => {
  const one = place.visitor();
  const woman = await place.outside.woman();
  await one.enter(woman);
  await one.get('/contact');
  const seen = await one.post('/contact', {
    phone: ['090-1111-1111', '090-2222-2222'],
    'phone-again': ['090-1111-1111', '090-3333-3333'],
  });
  assert.equal(seen.status, 303);
  const sent = (await place.outside.arrived()).filter(({ envelope }) => envelope.locator === woman.locator);
  assert.deepEqual(
    sent.map(({ message }) => 'phone' in message && message.phone),
    ['090-1111-1111'],
  );
});

test('fields with names of the language itself are fields like any other [CHI-8.16-1]', async () => {
  const one = place.visitor();
  const woman = await place.outside.woman();
  await one.enter(woman);
  await one.get('/contact');
  const odd = [
    '__proto__',
    '__proto__[polluted]',
    'constructor',
    'constructor[prototype][polluted]',
    'toString',
    'phone[0]',
  ];
  const pairs = {
    ...Object.fromEntries(odd.map((name) => [name, 'x'])),
    phone: '090-0000-0000',
    'phone-again': '090-0000-0000',
  };
  assert.equal((await one.post('/contact', pairs)).status, 303);
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  const [sent] = (await place.outside.arrived()).filter(({ envelope }) => envelope.locator === woman.locator);
  assert.deepEqual(Object.keys(sent?.message ?? {}).toSorted(), ['kind', 'language', 'phone']);
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    assert.equal((await one.get(`/change/${name}`)).status, 404, name);
    assert.equal((await one.get(`/language/${name}`)).status, 303, name);
    assert.ok([303, 404].includes((await one.get(`/questions/${name}`)).status), name);
    const stop = await one.post('/stop', { what: name });
    assert.ok(stop.status < 500, `stop ${name}`);
  }
});

test('a body is read up to its limit and no further, whether or not it says how long it is [CHI-8.16-1]', async () => {
  const fits = `words=${'x'.repeat(MOST_BYTES - 6)}`;
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const send = (body: string | ReadableStream) =>
    fetch(`${place.origin}/enquiry`, { method: 'POST', body, headers, redirect: 'manual', duplex: 'half' });
  assert.notEqual((await send(fits)).status, 413);
  assert.equal((await send(`${fits}x`)).status, 413);
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1;
      if (given > 2000) controller.close();
      else controller.enqueue(Buffer.alloc(16 * 1024, 'a'));
    },
  });
  const status = await send(endless).then(
    (response) => response.status,
    () => 413,
  );
  assert.equal(status, 413);
  assert.ok(given < 2000, 'it stopped listening');
});

test('ten thousand fields are no more work than the bytes they have', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `a${index}=`).join('&');
  assert.ok(many.length < MOST_BYTES * 2);
  // The server is in this process: its work is counted, not how long it waits for a busy machine.
  const began = process.cpuUsage();
  const response = await fetch(`${place.origin}/enquiry`, {
    method: 'POST',
    body: many.slice(0, MOST_BYTES),
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.equal(response.status, 422);
  assert.ok(process.cpuUsage(began).user < 2_000_000);
});

test('no address but a POST changes anything: all of them asked with GET leave her as she was [CHI-8.14-1]', async () => {
  const one = place.visitor();
  const woman = await place.outside.woman({ registered: true, answered: true });
  await one.enter(woman);
  const before = await waiting();
  const { rows: owns } = await owning(woman.locator);
  for (const { path } of ROUTES) {
    if (path.startsWith('/q/') || path.startsWith('/language/')) continue;
    const to = path.replace(':what', 'withdraw').replace(':page', '1');
    await one.get(`${to}?what=stop&package=decline&skip=1&slot=none&consent=given`);
  }
  assert.equal(await waiting(), before);
  assert.deepEqual((await owning(woman.locator)).rows, owns);
});

async function owning(locator: string) {
  return place.outside.parts.store.write(async (writer) => ({
    rows: await writer.rows(
      { name: 'guard-own', text: 'select own_version from capsule where locator = $1' },
      [Buffer.from(locator, 'hex')],
    ),
  }));
}
