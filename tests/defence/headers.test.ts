import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import type { OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import { USUAL_LIMITS } from '../../src/gate/outside/limits.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import { outsideWomen } from '../support/outside-place.ts';
import { ownPortal } from '../support/own-portal.ts';
import { portalPlace, type Visitor } from '../support/portal-place.ts';
import { speakRaw, statusIn } from '../support/raw-http.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);
const { gate } = place.outside;

type Answered = {
  readonly what: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

/** Every route with every kind of session, and every way in which it can fail. */
async function everyAnswer(): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  const keep = async (what: string, path: string, init: RequestInit = {}, origin = place.origin) => {
    const response = await fetch(origin + path, { redirect: 'manual', ...init });
    answers.push({ what, status: response.status, headers: response.headers, text: await response.text() });
  };
  const sessions: Readonly<Record<string, Visitor>> = {
    none: place.visitor(),
    code: place.visitor(),
    fresh: place.visitor(),
    booked: place.visitor(),
    grief: place.visitor(),
    ended: place.visitor(),
  };
  await sessions['code']?.follow(sessions['code'].get(`/q/${women.fresh.code}`));
  for (const [name, woman] of Object.entries(women)) await sessions[name]?.enter(woman);
  for (const route of ROUTES) {
    const path = route.path
      .replace(':code', women.answered.code)
      .replace(':language', 'en')
      .replace(':what', 'pause')
      .replace(':page', '1');
    for (const [name, { cookies }] of Object.entries(sessions)) {
      if (['/leave', '/q/:code'].includes(route.path) && name !== 'none') continue; // they end it
      const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      const headers = { cookie, 'sec-fetch-site': 'same-origin' };
      const what = `${route.method} ${route.path} (${name})`;
      if (route.method === 'GET') {
        await keep(what, path, { headers });
        await keep(`HEAD ${what}`, path, { headers, method: 'HEAD' });
      } else {
        await keep(what, path, { headers, method: 'POST', body: new URLSearchParams({ code: 'x' }) });
      }
    }
  }
  const revoked = place.visitor();
  await revoked.follow(revoked.get(`/q/${women.revoked.code}`));
  const seen = await revoked.post('/birthday', {
    'birthday-year': '1994',
    'birthday-month': '2',
    'birthday-day': '3',
  });
  answers.push({ what: 'revoked', ...seen });

  const home = await place.visitor().get('/');
  const assets = [...home.text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  assert.equal(assets.length, 2);
  for (const path of assets) await keep(`asset ${path}`, path);
  await keep('unknown', '/nothing-here');
  await keep('unknown asset', '/assets/style-aaaaaaaaaaaa.css');
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) await keep(method, '/birthday', { method });
  const post = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } };
  await keep('large', '/', { ...post, body: new URLSearchParams({ code: 'x'.repeat(70_000) }) });
  await keep('json', '/', {
    ...post,
    body: '{}',
    headers: { ...post.headers, 'content-type': 'application/json' },
  });
  await keep('elsewhere', '/', {
    ...post,
    body: new URLSearchParams(),
    headers: { 'sec-fetch-site': 'cross-site' },
  });

  const broken: OutsideGate = {
    ...gate,
    begin: () => Promise.reject(new Error('secret words of the database')),
  };
  const other = await ownPortal(broken);
  await keep('broken', `/q/${women.fresh.code}`, {}, other.origin);
  const tight = { free: 0, refillSeconds: 60, first: 60, most: 60 };
  const parts = place.outside.again({
    limits: { ...USUAL_LIMITS, begin: { address: tight, network: tight } },
  });
  const slow = await ownPortal(openOutsideGate(parts));
  for (let time = 0; time < 2; time += 1) await keep('waits', `/q/${women.fresh.code}`, {}, slow.origin);
  const silent = await ownPortal({ ...gate, state: () => Promise.resolve('calling') });
  const cookie = [...(sessions['fresh']?.cookies ?? [])].map(([key, value]) => `${key}=${value}`).join('; ');
  await keep('calling', '/contact', { headers: { cookie } }, silent.origin);
  return answers;
}

const answers = await everyAnswer();
const pages = answers.filter(({ headers }) => headers.get('content-type')?.startsWith('text/html'));

test('the answers looked at are of every kind that there is', () => {
  const statuses = [...new Set(answers.map(({ status }) => status))].toSorted((a, b) => a - b);
  assert.deepEqual(statuses, [200, 303, 403, 404, 405, 410, 413, 415, 422, 429, 500, 503]);
  assert.ok(answers.length > 300 && pages.length > 100);
});

test('the same strict headers stand on every answer, whatever its status [CHI-8.16-1, SEC-1-2]', () => {
  for (const { what, headers } of answers) {
    const has = (name: string, value: string | RegExp) => {
      const said = headers.get(name) ?? '';
      assert.ok(typeof value === 'string' ? said === value : value.test(said), `${what}: ${name}: ${said}`);
    };
    has('x-content-type-options', 'nosniff');
    has('referrer-policy', 'no-referrer');
    has('cross-origin-opener-policy', 'same-origin');
    has('cross-origin-resource-policy', 'same-origin');
    has('cross-origin-embedder-policy', 'require-corp');
    has('x-frame-options', 'DENY');
    has('x-robots-tag', /noindex/);
    has('permissions-policy', /camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    const [, age = '0'] =
      /^max-age=(\d+); includeSubDomains$/.exec(headers.get('strict-transport-security') ?? '') ?? [];
    assert.ok(Number(age) >= 365 * 24 * 3600, `${what}: HSTS`);
  }
});

test('the content policy names ourselves only, and nothing may stand inside a page or around it [CHI-8.16-1, SEC-1-2]', () => {
  for (const { what, headers } of answers) {
    const policy = headers.get('content-security-policy') ?? '';
    const rules = new Map(
      policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    assert.equal(rules.get('default-src'), "'none'", what);
    assert.equal(rules.get('base-uri'), "'none'", what);
    assert.equal(rules.get('frame-ancestors'), "'none'", what);
    for (const [name, sources] of rules) assert.match(sources, /^'(none|self)'$/, `${what}: ${name}`);
  }
  for (const { what, text } of pages) {
    assert.doesNotMatch(
      text,
      /\son[a-z]+\s*=|\sstyle\s*=|<style|javascript:|<script(?![^>]*\ssrc="\/assets\/)/i,
      what,
    );
    for (const [, address] of text.matchAll(
      /<(?:script|link|img|iframe|source|form)[^>]*(?:src|href|action)="([^"]*)"/g,
    )) {
      assert.match(address ?? '', /^\/(?!\/)/, `${what}: ${address}`);
    }
  }
});

test('nothing but style and script is kept by anybody, and those under names of their content [CHI-8.16-1, SEC-1-2]', () => {
  for (const { what, headers } of answers) {
    const kept = headers.get('cache-control');
    if (what.startsWith('asset')) assert.equal(kept, 'public, max-age=31536000, immutable', what);
    else {
      assert.equal(kept, 'no-store', what);
      assert.match(headers.get('vary') ?? '', /Cookie/, what);
    }
  }
});

test('an answer says what it is, and not what it was made with', () => {
  for (const { what, headers, status, text } of answers) {
    const type = headers.get('content-type');
    if (status === 303) assert.equal(text, '', what);
    else assert.match(type ?? '', /^text\/(html|plain|css|javascript|calendar); charset=utf-8$/, what);
    for (const name of ['server', 'x-powered-by', 'via']) assert.equal(headers.get(name), null, what);
    assert.ok(![...headers.keys()].some((name) => name.startsWith('access-control-')), what);
    assert.doesNotMatch(text, /\b(node|react|express|postgres)/i, what);
  }
});

test('HEAD says what GET would say, and gives nothing', () => {
  for (const { what, text } of answers.filter((one) => one.what.startsWith('HEAD')))
    assert.equal(text, '', what);
});

test('a script of another site gets no leave to read, whatever it says of itself [CHI-8.16-1, SEC-1-2]', async () => {
  for (const method of ['GET', 'OPTIONS']) {
    const { headers } = await fetch(place.origin, {
      method,
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    assert.deepEqual(
      [...headers.keys()].filter((name) => name.startsWith('access-control-')),
      [],
    );
  }
});

test('TRACE, CONNECT and words that are no method are refused, and nothing is said back', async () => {
  for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'BREW']) {
    const heard = await speakRaw(
      place.origin,
      `${method} / HTTP/1.1\r\nHost: x\r\nX-Secret: abcdefgh\r\nConnection: close\r\n\r\n`,
    );
    assert.ok([0, 400, 404, 405, 501].includes(statusIn(heard)), `${method}: ${heard.slice(0, 60)}`);
    assert.ok(!heard.includes('abcdefgh'), method);
  }
});

test('whatever host and scheme a request names, no answer repeats it', async () => {
  for (const line of [
    'GET / HTTP/1.1\r\nHost: evil.example',
    'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example',
  ]) {
    const more =
      'X-Forwarded-Host: evil.example\r\nX-Original-URL: /home\r\nX-Forwarded-Proto: http\r\nConnection: close';
    const heard = await speakRaw(place.origin, `${line}\r\n${more}\r\n\r\n`);
    assert.ok(statusIn(heard) > 0);
    assert.ok(!heard.includes('evil.example'), line);
  }
});
