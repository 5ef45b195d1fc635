import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import { SESSION_MS } from '../../src/store/outside/session.ts';
import { outsideWomen, type OutsideWoman } from '../support/outside-place.ts';
import { portalPlace, type Seen, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);
const SESSION = '__Host-session';

async function sessions(locator: string): Promise<readonly string[]> {
  return place.outside.parts.store.write(async (writer) => {
    const rows = await writer.rows(
      { name: 'guard-sessions', text: 'select stage from session where locator = $1 order by stage' },
      [Buffer.from(locator, 'hex')],
    );
    return rows.map(({ stage }) => String(stage));
  });
}

async function prove(who: Visitor, { birthDate }: OutsideWoman): Promise<Seen> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return who.post('/birthday', { 'birthday-year': year, 'birthday-month': month, 'birthday-day': day });
}

/** Somebody else with a cookie that was copied. */
function thief(cookie: string | undefined): Visitor {
  const who = place.visitor();
  who.cookies.set(SESSION, cookie ?? '');
  return who;
}

test('cookies hold nothing but chance and a language, and are locked as far as a browser can [THREAT-39, CHI-8.16-1]', async () => {
  const who = place.visitor();
  const begun = await who.get(`/q/${women.fresh.code}`);
  const spoken = await who.get('/language/en?to=/');
  const woman = await place.outside.woman();
  await who.follow(who.get(`/q/${woman.code}`));
  const proven = await prove(who, woman);
  const cookies = [begun, spoken, proven].flatMap(({ headers }) => headers.getSetCookie());
  assert.equal(cookies.length, 3);
  for (const cookie of cookies) {
    assert.match(
      cookie,
      /^__Host-(session=[\w-]{43}|language=(ja|easy|en|zh|ko)); Path=\/; Secure; HttpOnly; SameSite=Lax(; Max-Age=\d+)?$/,
    );
    assert.ok(cookie.length < 200);
    assert.doesNotMatch(cookie, /domain=/i);
  }
  assert.doesNotMatch(begun.headers.getSetCookie()[0] ?? '', /Max-Age/, 'a session ends with the browser');
});

test('no page shows the cookie, nor its code or birthday after they were given [CHI-8.16-1]', async () => {
  const who = place.visitor();
  await who.enter(women.booked);
  const cookie = who.cookies.get(SESSION) ?? '';
  for (const path of ['/home', '/change/pause', '/times', '/stop', '/', '/birthday', '/enquiry']) {
    const { text } = await who.get(path);
    for (const secret of [
      cookie,
      women.booked.code,
      women.booked.code.replaceAll('-', ''),
      women.booked.birthDate,
      '1994',
    ]) {
      assert.ok(!text.includes(secret), path);
    }
  }
});

test('the proof gives another cookie: who planted or saw the one before has nothing [THREAT-40, AMB-44]', async () => {
  const woman = await place.outside.woman();
  const she = place.visitor();
  await she.follow(she.get(`/q/${woman.code}`));
  const planted = she.cookies.get(SESSION);
  await she.get('/birthday');
  await prove(she, woman);
  assert.notEqual(she.cookies.get(SESSION), planted);
  assert.equal((await she.get('/home')).status, 200);
  const other = thief(planted);
  for (const path of ['/home', '/change/pause', '/times', '/calendar.ics', '/done']) {
    assert.equal((await other.get(path)).status, 303, path);
  }
});

test('a cookie that nobody gave is no session, of whatever form [THREAT-40, AMB-44]', async () => {
  for (const cookie of ['', 'A'.repeat(43), 'a'.repeat(44), "' or 1=1 --", '../../etc', '0'.repeat(4000)]) {
    const seen = await thief(cookie).get('/home');
    assert.equal(seen.status, 303, cookie.slice(0, 10));
    assert.equal(seen.to, '/?ended');
    assert.deepEqual(seen.headers.getSetCookie(), [], 'and it is not taken over');
  }
});

test('leaving ends the session where it is kept, in every tab and for every copy of the cookie [THREAT-40, CHI-8.16-1]', async () => {
  const woman = await place.outside.woman();
  const she = place.visitor();
  await she.enter(woman);
  const copy = thief(she.cookies.get(SESSION));
  assert.equal((await copy.get('/about')).status, 200);
  const page = await she.get('/about');
  assert.match(page.text, /action="\/leave"/);
  const left = await she.raw('/leave', {});
  assert.match(left.headers.get('clear-site-data') ?? '', /"cookies", "storage"/);
  assert.equal(she.cookies.has(SESSION), false);
  assert.equal((await copy.get('/about')).to, '/?ended');
  assert.equal((await copy.post('/contact', { phone: '090-0000-0000' })).status, 303);
  assert.ok(!(await sessions(woman.locator)).includes('open'));
});

test('leaving is offered on every page of a session [CHI-8.16-1]', async () => {
  for (const name of ['fresh', 'booked', 'paused', 'afterBirth', 'grief', 'ended'] as const) {
    const who = place.visitor();
    await who.enter(women[name]);
    for (const { method, path } of ROUTES) {
      if (method !== 'GET' || path.includes(':') || path.endsWith('.ics') || path.endsWith('.txt')) continue;
      const seen = await who.get(path);
      if (seen.status === 200) assert.match(seen.text, /action="\/leave"/, `${path} as ${name}`);
    }
  }
});

test('without the proof that a page needs nothing of it is shown, whichever page it is [THREAT-41, AMB-44]', async () => {
  const nobody = place.visitor();
  const holder = place.visitor();
  await holder.follow(holder.get(`/q/${women.booked.code}`));
  for (const { method, path, needs } of ROUTES) {
    if (needs === 'nothing') continue;
    const to = path.replace(':what', 'pause').replace(':page', '1');
    for (const [who, enough] of [
      [nobody, false],
      [holder, needs === 'code'],
    ] as const) {
      const seen = method === 'GET' ? await who.get(to) : await who.raw(to, {});
      if (!enough) assert.ok(seen.status === 303 || seen.status === 403, `${method} ${path}: ${seen.status}`);
      assert.doesNotMatch(seen.text, /14:00|6月17日|2026-06-17/, path);
    }
  }
});

test('another code in the same browser ends the session before it [THREAT-40, CHI-8.16-1] [INC-21]', async () => {
  const first = await place.outside.woman({ registered: true, answered: true });
  const second = await place.outside.woman();
  const she = place.visitor();
  await she.enter(first);
  const copy = thief(she.cookies.get(SESSION));
  await she.follow(she.get(`/q/${second.code}`));
  assert.equal((await copy.get('/home')).status, 303);
  assert.ok(!(await sessions(first.locator)).includes('open'));
});

test('a revoked letter ends what is open at the moment the word arrives [THREAT-42, AMB-44]', async () => {
  const woman = await place.outside.woman({ registered: true, answered: true });
  const she = place.visitor();
  await she.enter(woman);
  assert.equal((await she.get('/home')).status, 200);
  await place.outside.carry({ revoked: [woman.locator] });
  assert.equal((await she.get('/home')).status, 303);
  assert.deepEqual(
    (await sessions(woman.locator)).filter((stage) => stage === 'open'),
    [],
  );
  const again = place.visitor();
  await again.follow(again.get(`/q/${woman.code}`));
  assert.equal((await prove(again, woman)).status, 410);
});

test('what lies in the database of a session opens with nothing but the cookie [THREAT-39]', async () => {
  const woman = await place.outside.woman();
  const she = place.visitor();
  await she.enter(woman);
  const cookie = Buffer.from(she.cookies.get(SESSION) ?? '', 'base64url');
  const rows = await place.outside.parts.store.write((writer) =>
    writer.rows({ name: 'guard-rows', text: 'select * from session' }, []),
  );
  const text = rows
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join(' ');
  assert.ok(text.length > 100 && cookie.length === 32);
  for (const secret of [
    cookie.toString('latin1'),
    woman.code,
    woman.birthDate,
    woman.key.toString('latin1'),
  ]) {
    assert.ok(!text.includes(secret));
  }
});

test('the page left behind at the proof can be sent again for two minutes, and gives nothing by itself', async () => {
  const woman = await place.outside.woman();
  const she = place.visitor();
  await she.follow(she.get(`/q/${woman.code}`));
  const before = thief(she.cookies.get(SESSION));
  await prove(she, woman);
  assert.equal((await before.get('/birthday')).status, 200, 'it asks for the date as it did');
  place.outside.later(3);
  assert.equal((await before.get('/birthday')).status, 303);
});

test('a session ends half an hour after its last step, and four hours after its first whatever happens [THREAT-40, CHI-8.16-1]', async () => {
  assert.deepEqual([SESSION_MS.idle, SESSION_MS.all], [30 * 60_000, 4 * 3_600_000]);
  const woman = await place.outside.woman({ registered: true, answered: true });
  const idle = place.visitor();
  await idle.enter(woman);
  const busy = place.visitor();
  await busy.enter(woman);
  for (const [minutes, still] of [
    [29, true],
    [29, true],
    [29, true],
    [31, false],
  ] as const) {
    place.outside.later(minutes);
    assert.equal((await busy.get('/home')).status === 200, still);
  }
  assert.equal((await idle.get('/home')).to, '/?ended');
  const long = place.visitor();
  await long.enter(woman);
  for (let step = 1; step <= 12; step += 1) {
    place.outside.later(20);
    assert.equal((await long.get('/home')).status, step * 20 < 240 ? 200 : 303, `after ${step * 20} minutes`);
  }
});
