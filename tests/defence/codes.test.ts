import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import { epochOf } from '../../src/domain/basics/instant.ts';
import type { PersonalCode } from '../../src/domain/text/personal-code.ts';
import { USUAL_LIMITS } from '../../src/gate/outside/limits.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import type { OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import { secretsFrom } from '../../src/security/draw-secrets.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import { NO_LIMITS, outsideWomen } from '../support/outside-place.ts';
import { ownPortal } from '../support/own-portal.ts';
import { portalPlace } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);
const { gate } = place.outside;
const WRONG = date('1994-02-04');

const draw = secretsFrom((count) => randomBytesFromPool(count), randomBytesFromPool(32));
const nobodys = (): PersonalCode => draw().code;

/** A session of the code on its first page. */
async function begun(code: PersonalCode, by: OutsideGate = gate, from = '192.0.2.7'): Promise<string> {
  const one = await by.begin(code, from);
  assert.equal(one.result, 'begun');
  return one.result === 'begun' ? one.cookie : '';
}

test('a code that nobody has and a wrong date look the same to the last word [THREAT-43, AMB-44]', async () => {
  const seen = await Promise.all(
    [(await place.outside.woman()).code, nobodys(), women.booked.code, women.grief.code].map(async (code) => {
      const who = place.visitor();
      const first = await who.get(`/q/${code}`);
      const page = await who.get('/birthday');
      const tried = await who.post('/birthday', {
        'birthday-year': '1994',
        'birthday-month': '2',
        'birthday-day': '4',
      });
      const plain = (text: string) => text.replaceAll(/value="[\w-]{60,}"/g, '');
      const head = ({ headers }: { readonly headers: Headers }) =>
        [...headers].filter(([name]) => !['date', 'set-cookie', 'content-length'].includes(name));
      return {
        statuses: [first.status, page.status, tried.status],
        heads: [head(first), head(page), head(tried)],
        texts: [plain(page.text), plain(tried.text)],
        cookies: [first, page, tried].map(({ headers }) => headers.getSetCookie().map((one) => one.length)),
      };
    }),
  );
  const [first, ...others] = seen;
  assert.deepEqual(first?.statuses, [303, 200, 422]);
  for (const other of others) assert.deepEqual(other, first);
});

test('no clock tells a code that exists from one that does not, neither at the code nor at the date [THREAT-43, AMB-44]', async () => {
  const parts = place.outside.again({
    limits: { ...NO_LIMITS, wrong: { ...NO_LIMITS.wrong, code: NO_LIMITS.open.address } },
  });
  const wide = openOutsideGate(parts);
  const real = (await place.outside.women(150)).map(({ code }) => code);
  const unreal = real.map(() => nobodys());
  const times: Record<'real' | 'unreal', { readonly begin: number[]; readonly prove: number[] }> = {
    real: { begin: [], prove: [] },
    unreal: { begin: [], prove: [] },
  };
  const once = async (kind: 'real' | 'unreal', code: PersonalCode | undefined) => {
    if (!code) return;
    const start = performance.now();
    const cookie = await begun(code, wide);
    const middle = performance.now();
    const proven = await wide.prove(cookie, WRONG, '192.0.2.7');
    const end = performance.now();
    assert.equal(proven.result, 'does-not-open');
    times[kind].begin.push(middle - start);
    times[kind].prove.push(end - middle);
  };
  for (const [at, code] of real.entries()) {
    const pair = [() => once('real', code), () => once('unreal', unreal[at])];
    for (const one of at % 2 === 0 ? pair : pair.toReversed()) await one();
  }
  for (const step of ['begin', 'prove'] as const) {
    const share = likelier(times.real[step].slice(20), times.unreal[step].slice(20));
    assert.ok(
      share > 0.3 && share < 0.7,
      `${step}: ${share.toFixed(2)} of the pairs are slower for a code that exists`,
    );
  }
});

/** In how many of all pairs the first is the slower one: a half when no clock tells them apart, 0 or 1 when any does. */
function likelier(some: readonly number[], others: readonly number[]): number {
  const slower = some.reduce((sum, one) => sum + others.filter((other) => one > other).length, 0);
  return slower / (some.length * others.length);
}

test('five slips are free, then each costs a longer wait, up to a quarter of an hour, and the right date opens again [THREAT-44, AMB-44]', async () => {
  for (const code of [(await place.outside.woman()).code, nobodys()]) {
    const waits: number[] = [];
    let slips = 0;
    for (let step = 0; step < 40; step += 1) {
      const cookie = await begun(code);
      const tried = await gate.prove(cookie, WRONG, '192.0.2.7');
      if (tried.result === 'wait') {
        const minutes = (epochOf(tried.until) - epochOf(gate.now())) / 60_000;
        waits.push(minutes);
        place.outside.later(minutes + 0.02);
        await place.outside.end.heard();
      } else slips += 1;
    }
    assert.ok(slips >= 5 && slips < 30);
    assert.ok((waits[0] ?? 0) <= 1 && Math.max(...waits) <= 15.1);
    for (const [at, wait] of waits.slice(0, 5).entries()) assert.ok(wait >= (waits[at - 1] ?? 0));
  }
  const woman = await place.outside.woman();
  for (let step = 0; step < 30; step += 1) await gate.prove(await begun(woman.code), WRONG, '192.0.2.7');
  const waiting = await gate.prove(await begun(woman.code), woman.birthDate, '192.0.2.7');
  assert.equal(waiting.result, 'wait', 'in the wait the right date is not tried either');
  place.outside.later(16);
  const opened = await gate.prove(await begun(woman.code), woman.birthDate, '192.0.2.7');
  assert.equal(opened.result, 'open');
});

test('a hundred tries at one moment are counted one by one [THREAT-44, AMB-44]', async () => {
  const { code } = await place.outside.woman();
  const cookies = await Promise.all(Array.from({ length: 100 }, () => begun(code)));
  const results = await Promise.all(cookies.map((cookie) => gate.prove(cookie, WRONG, '192.0.2.7')));
  const tried = results.filter(({ result }) => result === 'does-not-open').length;
  assert.ok(tried >= 5 && tried <= 6, `${tried} tries went through`);
});

test('wrong tries of one woman’s code cost nobody else anything [THREAT-44]', async () => {
  const [one, other] = [await place.outside.woman(), await place.outside.woman()];
  for (let step = 0; step < 20; step += 1) await gate.prove(await begun(one.code), WRONG, '192.0.2.7');
  assert.equal((await gate.prove(await begun(other.code), other.birthDate, '192.0.2.8')).result, 'open');
});

test('a flood from one address, one house or one network waits, and the others do not [THREAT-45]', async () => {
  const tight = { free: 3, refillSeconds: 3600, first: 60, most: 600 };
  const wide = { free: 6, refillSeconds: 3600, first: 60, most: 600 };
  const limits = { ...USUAL_LIMITS, begin: { address: tight, network: wide } };
  const fresh = () => openOutsideGate(place.outside.again({ limits }));
  const passes = async (by: OutsideGate, froms: readonly string[]) => {
    const results: string[] = [];
    for (const from of froms) results.push((await by.begin(nobodys(), from)).result);
    return results.filter((result) => result === 'begun').length;
  };
  const same = (from: string) => Array.from({ length: 9 }, () => from);
  const many = (make: (at: number) => string) => Array.from({ length: 9 }, (_, at) => make(at));
  assert.equal(await passes(fresh(), same('198.51.100.7')), 3);
  assert.equal(await passes(fresh(), same('::ffff:198.51.100.7')), 3);
  assert.equal(
    await passes(
      fresh(),
      many((at) => `2001:db8:1:2::${at}`),
    ),
    3,
    'one household has one /64',
  );
  assert.equal(
    await passes(
      fresh(),
      many((at) => `198.51.100.${at}`),
    ),
    6,
    'a network',
  );
  assert.equal(
    await passes(
      fresh(),
      many((at) => `2001:db8:1:${at}::1`),
    ),
    6,
    'a network',
  );
  const mixed = fresh();
  await passes(mixed, same('198.51.100.7'));
  assert.equal(await passes(mixed, ['203.0.113.9']), 1);
});

test('who asks is told by the line, and by a proxy of ours only where there is one [THREAT-45]', async () => {
  const asked: string[] = [];
  const spy: OutsideGate = {
    ...gate,
    begin: (code, from) => {
      asked.push(from);
      return gate.begin(code, from);
    },
  };
  const bare = await ownPortal(spy);
  const proxied = await ownPortal(spy, { proxied: true });
  const headers = {
    'x-forwarded-for': '203.0.113.1, 198.51.100.77',
    'x-real-ip': '203.0.113.2',
    forwarded: 'for=203.0.113.3',
  };
  for (const { origin } of [bare, proxied])
    await fetch(`${origin}/q/${nobodys()}`, { headers, redirect: 'manual' });
  assert.match(asked[0] ?? '', /127\.0\.0\.1$/);
  assert.equal(asked[1], '198.51.100.77', 'the last one is what our proxy saw');
});

test('open forms are limited by where they come from, for nobody proves who writes them [THREAT-45]', async () => {
  const tight = { free: 2, refillSeconds: 3600, first: 60, most: 600 };
  const limits = { ...USUAL_LIMITS, open: { address: tight, network: tight } };
  const { origin } = await ownPortal(openOutsideGate(place.outside.again({ limits })));
  const statuses: number[] = [];
  for (let step = 0; step < 5; step += 1) {
    const response = await fetch(`${origin}/enquiry`, {
      method: 'POST',
      body: new URLSearchParams({ words: 'x' }),
      headers: { 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
    statuses.push(response.status);
  }
  assert.deepEqual(statuses, [303, 303, 429, 429, 429]);
});

test('no address lists anything, and no page of one woman holds anything of another [THREAT-46, CHI-8.16-1] [INC-21]', async () => {
  const who = place.visitor();
  await who.enter(women.booked);
  const others = Object.values(women).filter((woman) => woman !== women.booked);
  for (const { method, path } of ROUTES) {
    if (method !== 'GET' || path === '/q/:code') continue;
    const { text } = await who.get(
      path.replace(':language', 'ja').replace(':what', 'pause').replace(':page', '1'),
    );
    for (const { code, locator } of others) assert.ok(!text.includes(code) && !text.includes(locator), path);
    assert.ok(!text.includes(women.booked.locator), path);
  }
  for (const path of [
    '/q',
    '/q/',
    '/sessions',
    '/envelopes',
    '/state',
    '/inward/1',
    '/metrics',
    '/health',
    '/api',
    '/admin',
  ]) {
    assert.equal((await who.get(path)).status, 404, path);
  }
});
