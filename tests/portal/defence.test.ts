import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { outsideWomen } from '../support/outside-place.ts';
import { portalPlace, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);

async function opened(woman = women.fresh): Promise<Visitor> {
  const visitor = place.visitor();
  await visitor.enter(woman);
  return visitor;
}

test('every answer carries the strict headers, and nothing of a session is kept anywhere [CHI-8.16-1]', async () => {
  const visitor = await opened();
  for (const path of ['/', '/about', '/home', '/nothing', '/enquiry', '/language/en', '/calendar.ics']) {
    const { headers } = await visitor.get(path);
    const csp = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "script-src 'self'",
    ]) {
      assert.ok(csp.includes(rule), `${path} lacks ${rule}`);
    }
    assert.doesNotMatch(csp, /unsafe|\*|https?:/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
    assert.equal(headers.get('x-powered-by'), null);
  }
});

test('no page has script or style of its own, and asks no other host for anything [CHI-8.16-1]', async () => {
  const visitor = await opened();
  for (const path of ['/', '/about', '/contact', '/stop', '/enquiry']) {
    const { text } = await visitor.get(path);
    assert.doesNotMatch(text, /<style|style="|<script(?! src="\/assets\/)|\son[a-z]+="|javascript:/);
    const hosts = [...text.matchAll(/(?:src|href|action)="(?!\/|#|tel:)([^"]*)"/g)].map(([, to]) => to);
    assert.deepEqual(hosts, []);
  }
});

test('cookies are bound to this host, hidden from scripts, and new after the second proof [CHI-8.16-1]', async () => {
  const visitor = place.visitor();
  const scanned = await visitor.get(`/q/${women.fresh.code}`);
  assert.equal(scanned.to, '/birthday');
  const [set = ''] = scanned.headers.getSetCookie();
  assert.match(set, /^__Host-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  const before = visitor.cookies.get('__Host-session');
  await visitor.get('/birthday');
  const [year = '', month = '', day = ''] = women.fresh.birthDate.split('-');
  const opening = await visitor.post('/birthday', {
    'birthday-year': year,
    'birthday-month': month,
    'birthday-day': day,
  });
  assert.equal(opening.to, '/about');
  assert.notEqual(visitor.cookies.get('__Host-session'), before);
  const old = place.visitor();
  old.cookies.set('__Host-session', before ?? '');
  assert.notEqual((await old.get('/about')).status, 200);
});

test('a form without the token of the session, with a strange one, or from another page is refused [CHI-8.16-1]', async () => {
  const visitor = await opened();
  await visitor.get('/consent');
  const other = await opened(women.answered);
  const page = await other.get('/change/question');
  const strange = /name="token" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
  assert.notEqual(strange, '');
  assert.equal((await visitor.raw('/contact', { skip: '1' })).status, 403);
  assert.equal((await visitor.raw('/contact', { skip: '1', token: strange })).status, 403);
  assert.equal((await visitor.raw('/contact', { skip: '1', token: '' })).status, 403);
  await visitor.get('/contact');
  assert.equal(
    (await visitor.post('/contact', { skip: '1' }, { 'sec-fetch-site': 'cross-site' })).status,
    403,
  );
  assert.equal(
    (await visitor.post('/contact', { skip: '1' }, { 'sec-fetch-site': 'same-site' })).status,
    403,
  );
  await visitor.get('/contact');
  assert.equal((await visitor.post('/contact', { skip: '1' })).to, '/consent');
});

test('from a page that says what went wrong, who is in her session goes on where she was [CHI-8.16-1]', async () => {
  const visitor = place.visitor();
  await visitor.enter(await place.outside.woman());
  await visitor.get('/contact');
  await visitor.post('/contact', { skip: '1' });
  const refused = await visitor.raw('/consent', { consent: 'given' });
  assert.equal(refused.status, 403);
  assert.match(refused.text, /href="\/birthday"/);
  assert.equal((await visitor.follow(visitor.get('/birthday'))).path, '/consent?again');
  assert.match((await place.visitor().get('/nothing')).text, /<a class="button plain" href="\/">/);
});

test('a browser without the newer header is told apart by its origin [CHI-8.16-1]', async () => {
  const visitor = place.visitor();
  await visitor.get('/enquiry');
  const bare = (origin: string) =>
    fetch(`${place.origin}/enquiry`, {
      method: 'POST',
      body: new URLSearchParams({ words: 'x' }),
      headers: { origin, 'sec-fetch-site': '' },
      redirect: 'manual',
    });
  assert.equal((await bare('https://elsewhere.example')).status, 403);
});

test('the token looks different on every page and means the same [CHI-8.16-1]', async () => {
  const visitor = await opened();
  const tokens = new Set<string>();
  for (let time = 0; time < 5; time += 1) {
    const { text } = await visitor.get('/contact');
    tokens.add(/name="token" value="([^"]*)"/.exec(text)?.[1] ?? '');
  }
  assert.equal(tokens.size, 5);
});

test('what is too large, no form, or an unknown method is turned away in plain words [CHI-8.16-1]', async () => {
  const visitor = await opened();
  await visitor.get('/contact');
  assert.equal((await visitor.post('/contact', { phone: 'x'.repeat(70_000) })).status, 413);
  const json = await fetch(`${place.origin}/enquiry`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(json.status, 415);
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const answer = await fetch(`${place.origin}/contact`, { method });
    assert.equal(answer.status, 405);
    assert.match(answer.headers.get('allow') ?? '', /GET/);
  }
  const gone = await visitor.get('/admin');
  assert.equal(gone.status, 404);
  assert.match(gone.text, /ページが見つかりません/);
});

test('a code, an answer or an address of the network is in no line of the log [CHI-8.16-1]', async () => {
  const visitor = await opened();
  await visitor.get('/contact');
  await visitor.post('/contact', { phone: '090-1111-2222', 'phone-again': '090-1111-2222' });
  await visitor.get('/language/en?to=/contact');
  await visitor.get('/../../etc/passwd');
  await visitor.get(`/${women.fresh.code}`);
  const log = place.log.join('\n');
  assert.match(log, /^GET \/q\/:code 303 \d+$/m);
  for (const line of place.log)
    assert.match(line, /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|OTHER) [/:\w.-]+ \d{3} \d+$/);
  for (const value of [
    women.fresh.code,
    women.fresh.code.slice(0, 4),
    '090',
    '127.0.0.1',
    women.fresh.locator,
  ]) {
    assert.ok(!log.includes(value));
  }
});

test('the first view of every page is at most 14 KB over the wire, style sheet and all [CHI-8.16-1]', async () => {
  const visitor = await opened(women.booked);
  const sheet = /href="(\/assets\/style-[^"]+)"/.exec((await visitor.get('/')).text)?.[1] ?? '';
  const style = await wireBytes(sheet, '');
  const cookie = `__Host-session=${visitor.cookies.get('__Host-session')}`;
  const fresh = await opened();
  await fresh.get('/contact');
  await fresh.post('/contact', { skip: '1' });
  await fresh.get('/consent');
  await fresh.post('/consent', { consent: 'given' });
  const asking = `__Host-session=${fresh.cookies.get('__Host-session')}`;
  for (const language of ['ja', 'easy', 'en', 'zh', 'ko']) {
    const pages = [
      ['/', ''],
      ['/home', cookie],
      ['/times', cookie],
      ['/times?view=calendar', cookie],
      ['/about', asking],
      ['/questions/1', asking],
      ['/stop', asking],
    ] as const;
    for (const [path, session] of pages) {
      const bytes = await wireBytes(path, `${session}; __Host-language=${language}`);
      assert.ok(bytes + style <= 14 * 1024, `${path} in ${language}: ${bytes + style} bytes`);
    }
  }
  const script = /src="(\/assets\/help-[^"]+)"/.exec((await visitor.get('/')).text)?.[1] ?? '';
  assert.ok((await wireBytes(script, '')) <= 10 * 1024);
});

/** Head and body as they come over the wire, in brotli. */
function wireBytes(path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      place.origin + path,
      { headers: { 'accept-encoding': 'gzip, deflate, br', cookie } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode}`));
          if (response.headers['content-encoding'] === 'br') assert.ok(brotliDecompressSync(body).length > 0);
          const head = response.rawHeaders.join('  ').length + response.rawHeaders.length * 2;
          return resolve(head + body.length);
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

test('leaving ends the session here and at home, and leads to an address that says nothing [CHI-8.16-1]', async () => {
  const visitor = await opened();
  await visitor.get('/about');
  const cookie = visitor.cookies.get('__Host-session') ?? '';
  const left = await visitor.post('/leave');
  assert.equal(left.status, 200);
  assert.match(left.headers.get('refresh') ?? '', /^0; url=https:/);
  assert.match(left.headers.get('clear-site-data') ?? '', /"cookies"/);
  assert.equal(visitor.cookies.has('__Host-session'), false);
  const back = place.visitor();
  back.cookies.set('__Host-session', cookie);
  assert.equal((await back.get('/about')).to, '/?ended');
});

test('a change of language leads back to a page of ours only, and never carries a code [CHI-8.3-13]', async () => {
  const visitor = place.visitor();
  for (const to of [
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    `/q/${women.fresh.code}`,
  ]) {
    assert.equal((await visitor.get(`/language/en?to=${encodeURIComponent(to)}`)).to, '/');
  }
  const switched = await visitor.follow(visitor.get('/language/en?to=/enquiry'));
  assert.match(switched.text, /<html lang="en">/);
});
