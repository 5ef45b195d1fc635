import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDeviceKey } from '../../src/security/device-key.ts';
import { authenticator } from '../support/authenticator.ts';
import { deskRoom, tokenIn } from '../support/desk-room.ts';
import { attributeIn, deskVisitor, type DeskVisitor } from '../support/desk-visitor.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
const { act, approver, manager, code, pass } = room;
const SESSION = '__Host-desk';
const TERMINAL = '__Host-terminal';

/** A browser on the registered terminal. */
const atTerminal = (): DeskVisitor =>
  deskVisitor(room.origin, new Map([[TERMINAL, room.knock.deviceKey ?? '']]));
const titleOf = ({ text }: { readonly text: string }) => /<h1[^>]*>(.*?)<\/h1>/.exec(text)?.[1] ?? '';

async function signedIn({ id, secret }: { readonly id: string; readonly secret: string }, at = '/') {
  const visitor = atTerminal();
  await visitor.get(at);
  await visitor.send('/sign-in', { id, password: PASSWORD });
  const seen = await visitor.send('/sign-in/second-factor', { code: code(secret) });
  return { visitor, seen };
}

test('a terminal that nobody knows shows its number and nothing else; registered, it shows the sign-in [SEC-15-1]', async () => {
  const visitor = deskVisitor(room.origin);
  const first = await visitor.get('/own');
  assert.deepEqual([first.status, titleOf(first)], [403, 'この端末は登録されていません']);
  assert.match(
    first.headers.getSetCookie().join(),
    /__Host-terminal=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict/,
  );
  assert.doesNotMatch(first.text, /name="password"/);
  const key = visitor.jar.get(TERMINAL);
  const again = await visitor.get('/sign-in');
  assert.equal(visitor.jar.get(TERMINAL), key, 'the number stays');
  const number = /<code>([a-z0-9 ]+)<\/code>/.exec(again.text)?.[1]?.replaceAll(' ', '') ?? '';
  const sent = await visitor.raw('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ id: 'somebody', password: PASSWORD }),
  });
  assert.equal(sent.headers.get('location'), '/sign-in');
  const clicked = await visitor.raw('/sign-in/terminal', { method: 'POST', body: new URLSearchParams() });
  assert.equal(clicked.status, 303);
  assert.equal(
    titleOf(await visitor.get('/sign-in')),
    'この端末は登録されていません',
    'no click registers it',
  );
  assert.equal(
    await act(manager, 'device.register', { device: `device_${number}`, register: 'pc-7' }),
    'done',
  );
  assert.equal(titleOf(await visitor.get('/sign-in')), 'サインイン');
  assert.equal(await act(manager, 'device.withdraw', { device: `device_${number}`, reason: 'lost' }), 'done');
  assert.equal((await visitor.get('/sign-in')).status, 403);
  assert.notEqual(visitor.jar.get(TERMINAL), key, 'one that was withdrawn begins anew');
});

test('from the one-time password step by step to the page she wanted, under a new cookie each time [SEC-5-1, SEC-4-6, SEC-15-1]', async () => {
  const account = await room.person('operator');
  const temporary = await room.reset(account);
  const visitor = atTerminal();
  const cookies: (string | undefined)[] = [];
  const note = () => cookies.push(visitor.jar.get(SESSION));
  assert.equal(titleOf(await visitor.get('/own')), 'サインイン');
  let seen = await visitor.send('/sign-in', { id: ` holder-${account} `, password: temporary });
  note();
  assert.deepEqual([titleOf(seen), seen.path], ['パスワードの変更', '/sign-in/new-password?to=%2Fown']);
  for (const ahead of ['/', '/own', '/own/app', '/sign-in/first-factor', '/sign-in/password', '/sign-in']) {
    assert.equal(titleOf(await visitor.get(ahead)), 'パスワードの変更', `${ahead} does not go first`);
  }
  await visitor.get('/sign-in/new-password?to=%2Fown');
  const NEXT = '/sign-in/new-password';
  seen = await visitor.send(NEXT, { present: temporary, next: 'short', again: 'short' });
  assert.equal(seen.status, 422);
  assert.match(seen.text, /12文字以上にしてください/);
  seen = await visitor.send(NEXT, { present: temporary, next: PASSWORD, again: `${PASSWORD}x` });
  assert.match(seen.text, /2回とも同じものを/);
  seen = await visitor.send(NEXT, { present: 'Wrong-wrong-77', next: PASSWORD, again: PASSWORD });
  assert.match(seen.text, /今のパスワードが違います/);
  seen = await visitor.send(NEXT, { present: temporary, next: PASSWORD, again: PASSWORD });
  note();
  assert.deepEqual([titleOf(seen), seen.path], ['認証アプリの登録', '/sign-in/first-factor?to=%2Fown']);
  const secret = (page: string) => /class="secret">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
  assert.equal(secret(seen.text).length, 32);
  assert.match(seen.text, /<svg role="img"/);
  const before = secret(seen.text);
  seen = await visitor.send('/sign-in/first-factor', { code: '000000' });
  assert.deepEqual([seen.status, secret(seen.text)], [422, before], 'a mistyped code makes no new secret');
  seen = await visitor.send('/sign-in/first-factor', { code: code(before) });
  note();
  assert.deepEqual([seen.status, seen.path, titleOf(seen)], [200, '/own', '自分の設定']);
  assert.match(seen.text, /見本 太郎/, 'who she is');
  assert.equal(new Set(cookies).size, 3);
  assert.ok(cookies.every((one) => one && /^[\w-]{43}$/.test(one)));
  for (const old of cookies.slice(0, 2)) {
    const thief = deskVisitor(room.origin, new Map([...visitor.jar, [SESSION, old ?? '']]));
    assert.equal(titleOf(await thief.get('/own')), 'サインイン', 'the cookie before opens nothing');
  }
});

test('the cookie ends with the browser and no page is kept [SEC-4-6]', async () => {
  const worker = await room.worker('operator');
  const visitor = atTerminal();
  await visitor.get('/');
  const sent = await visitor.raw('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ id: worker.id, password: PASSWORD }),
  });
  const [cookie = ''] = sent.headers.getSetCookie();
  assert.match(cookie, /^__Host-desk=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  assert.equal(sent.headers.get('cache-control'), 'no-store');
});

test('an unknown ID, a disabled one and a wrong password get the same page [SEC-11-1]', async () => {
  const known = await room.worker('operator');
  const gone = await room.worker('operator');
  assert.equal(await act(manager, 'account.disable', { account: gone.account, reason: 'left' }), 'done');
  const pages = [];
  for (const [id, password] of [
    [known.id, 'Wrong-wrong-77'],
    [gone.id, PASSWORD],
    ['nobody-7', PASSWORD],
  ] as const) {
    const visitor = atTerminal();
    await visitor.get('/sign-in');
    const seen = await visitor.send('/sign-in', { id, password });
    assert.ok(!seen.text.includes(password));
    assert.ok(seen.text.includes(`value="${id}"`), 'what was typed as ID stays');
    pages.push([seen.status, seen.text.replaceAll(id, 'ID')]);
  }
  assert.deepEqual(pages[1], pages[0]);
  assert.deepEqual(pages[2], pages[0]);
});

test('five wrong passwords lock, and the page says whom to call [SEC-11-1]', async () => {
  const worker = await room.worker('operator');
  const visitor = atTerminal();
  await visitor.get('/sign-in');
  for (let nth = 0; nth < 5; nth += 1) {
    pass(10);
    await visitor.send('/sign-in', { id: worker.id, password: 'Wrong-wrong-77' });
  }
  pass(60);
  const seen = await visitor.send('/sign-in', { id: worker.id, password: PASSWORD });
  assert.match(seen.text, /このIDを止めました。ID管理者に連絡して/);
});

test('a code counts once, and blanks and wide digits are understood [SEC-15-1]', async () => {
  const worker = await room.worker('operator');
  const first = atTerminal();
  await first.get('/sign-in');
  await first.send('/sign-in', { id: worker.id, password: PASSWORD });
  assert.match(
    (await first.send('/sign-in/second-factor', { code: '' })).text,
    /確認コードを入力してください/,
  );
  assert.match((await first.send('/sign-in/second-factor', { code: '12345' })).text, /確認コードが違います/);
  const once = code(worker.secret);
  const wide = `${once.slice(0, 3)} ${once.slice(3)}`.replaceAll(/\d/g, (digit) =>
    String.fromCodePoint(0xff10 + Number(digit)),
  );
  assert.equal((await first.send('/sign-in/second-factor', { code: wide })).path, '/');
  const second = atTerminal();
  await second.get('/sign-in');
  await second.send('/sign-in', { id: worker.id, password: PASSWORD });
  const seen = await second.send('/sign-in/second-factor', { code: once });
  assert.match(seen.text, /この確認コードはすでに使われました/);
});

test('a passkey is added after the password was given again, and signs in as the second step [SEC-15-1]', async () => {
  const worker = await room.worker('operator');
  const { visitor } = await signedIn(worker);
  const key = authenticator(room.desk.house.site);
  pass(601);
  assert.equal(titleOf(await visitor.get('/own')), 'ロックしています');
  await visitor.send('/sign-in/password', { password: PASSWORD });
  for (let minutes = 0; minutes < 11; minutes += 1) {
    pass(60);
    assert.equal(titleOf(await visitor.get('/own')), '自分の設定');
  }
  let seen = await visitor.get('/own/passkey?to=%2Fown');
  assert.equal(titleOf(seen), 'もう一度パスワードを入力してください');
  seen = await visitor.send('/sign-in/password', { password: PASSWORD });
  assert.equal(titleOf(seen), 'パスキーの登録');
  const made = JSON.stringify(key.make(optionsIn(seen.text)));
  seen = await visitor.send('/own/passkey', { answer: '{"id":1}' });
  assert.match(seen.text, /パスキーを確かめられませんでした/);
  seen = await visitor.send('/own/passkey', { answer: made });
  assert.match(seen.text, /パスキーを確かめられませんでした/, 'each asking has a challenge of its own');
  seen = await visitor.send('/own/passkey', { answer: JSON.stringify(key.make(optionsIn(seen.text))) });
  assert.equal(seen.path, '/own');
  assert.match(seen.text, /パスキー 2/);

  const other = atTerminal();
  await other.get('/sign-in');
  seen = await other.send('/sign-in', { id: worker.id, password: PASSWORD });
  const answer = JSON.stringify(key.prove(optionsIn(seen.text)));
  seen = await other.send('/sign-in/second-factor', { answer });
  assert.equal(seen.path, '/');
  const replay = atTerminal();
  await replay.get('/sign-in');
  await replay.send('/sign-in', { id: worker.id, password: PASSWORD });
  seen = await replay.send('/sign-in/second-factor', { answer });
  assert.match(seen.text, /パスキーを確かめられませんでした/);

  const factor = /name="factor" value="([^"]+)"/.exec((await other.get('/own')).text)?.[1];
  assert.ok(factor);
  seen = await other.send('/own/remove-factor', { factor });
  assert.match(seen.text, /最後の1つは外せません/);
  assert.equal(titleOf(await visitor.get('/own')), 'サインイン', 'a change of factors ends all others');
});

test('lock, unlock and pause: only the password opens it again, under a new cookie [SEC-4-6]', async () => {
  const worker = await room.worker('operator');
  const { visitor } = await signedIn(worker);
  const before = visitor.jar.get(SESSION);
  await visitor.get('/own');
  let seen = await visitor.send('/lock');
  assert.deepEqual([titleOf(seen), seen.path], ['ロックしています', '/sign-in/password?to=%2Fown']);
  assert.doesNotMatch(seen.text, /見本 太郎|コールセンター担当/);
  const tab = deskVisitor(room.origin, visitor.jar);
  assert.equal(titleOf(await tab.get('/own')), 'ロックしています', 'the second tab too');
  assert.equal(JSON.stringify(await (await tab.raw('/awake')).json()), '{"open":false}');
  assert.equal((await tab.raw('/api/ask/duty.list', { method: 'POST', body: '{}' })).status, 401);
  seen = await visitor.send('/sign-in/password', { password: 'Wrong-wrong-77' });
  assert.match(seen.text, /パスワードが違います/);
  seen = await visitor.send('/sign-in/password', { password: PASSWORD });
  assert.equal(seen.path, '/own');
  assert.notEqual(visitor.jar.get(SESSION), before);
  pass(9 * 60);
  assert.equal(JSON.stringify(await (await tab.raw('/awake')).json()), '{"open":true}');
  pass(9 * 60);
  assert.equal(titleOf(await visitor.get('/own')), '自分の設定', 'a word of the page counts as a step');
  pass(10 * 60);
  assert.equal(titleOf(await visitor.get('/own')), 'ロックしています');
  seen = await visitor.send('/sign-out');
  assert.equal(titleOf(seen), 'サインイン');
});

test('signing out leaves nothing: cookie, kept pages, or a way back [SEC-4-6]', async () => {
  const worker = await room.worker('operator');
  const { visitor } = await signedIn(worker);
  const cookie = visitor.jar.get(SESSION) ?? '';
  const { text } = await visitor.get('/');
  const body = new URLSearchParams({ token: tokenIn(text) });
  const out = await visitor.raw('/sign-out', { method: 'POST', body });
  assert.equal(out.headers.get('clear-site-data'), '"cache"');
  assert.ok(!visitor.jar.has(SESSION));
  assert.ok(visitor.jar.has(TERMINAL), 'the terminal stays known');
  const thief = deskVisitor(room.origin, new Map([...visitor.jar, [SESSION, cookie]]));
  assert.equal(titleOf(await thief.get('/')), 'サインイン');
  assert.match((await visitor.get('/sign-in?out=1')).text, /終了しました/);
});

test('a stolen cookie does nothing on another terminal, and ends [SEC-15-1] [THREAT-52]', async () => {
  const worker = await room.worker('operator');
  const { visitor } = await signedIn(worker);
  const cookie = visitor.jar.get(SESSION) ?? '';
  const { deviceKey } = await room.device();
  for (const key of [newDeviceKey(), deviceKey, undefined]) {
    const jar = new Map([[SESSION, cookie], ...(key ? [[TERMINAL, key] as [string, string]] : [])]);
    const thief = deskVisitor(room.origin, jar);
    assert.notEqual(titleOf(await thief.get('/own')), '自分の設定');
    const api = await thief.raw('/api/ask/duty.list', { method: 'POST', body: '{}' });
    assert.equal(api.status, 401);
  }
  assert.equal(titleOf(await visitor.get('/own')), '自分の設定', 'she herself goes on');
});

test('a forged form, one of another site and one of another session do nothing [SEC-4-6] [THREAT-52]', async () => {
  const [hers, other] = [await room.worker('operator'), await room.worker('operator')];
  const { visitor } = await signedIn(hers);
  const { seen } = await signedIn(other);
  const token = tokenIn((await visitor.get('/')).text);
  const tries: readonly (readonly [Record<string, string>, Record<string, string>])[] = [
    [{}, {}],
    [{ token: 'AAAA' }, {}],
    [{ token: tokenIn(seen.text) }, {}],
    [{ token }, { origin: 'https://evil.example' }],
    [{ token }, { 'sec-fetch-site': 'cross-site' }],
    [{ token }, { 'sec-fetch-site': 'same-site' }],
  ];
  for (const path of ['/sign-out', '/lock', '/own/end-session', '/own/remove-factor']) {
    for (const [fields, headers] of tries) {
      const sent = await visitor.raw(path, { method: 'POST', body: new URLSearchParams(fields), headers });
      assert.equal(sent.status, 403, path);
    }
  }
  const cross = await visitor.raw('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ id: other.id, password: PASSWORD }),
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(cross.status, 403);
  assert.equal(titleOf(await visitor.get('/own')), '自分の設定');
});

test('a request that is sent again does nothing a second time [SEC-4-6] [THREAT-52]', async () => {
  const worker = await room.worker('operator');
  const visitor = atTerminal();
  await visitor.get('/sign-in');
  const half = await visitor.send('/sign-in', { id: worker.id, password: PASSWORD });
  const jar = new Map(visitor.jar);
  const token = /name="token" value="([^"]+)"/.exec(half.text)?.[1] ?? '';
  const body = { token, code: code(worker.secret) };
  const first = await visitor.raw('/sign-in/second-factor', {
    method: 'POST',
    body: new URLSearchParams(body),
  });
  assert.equal(first.headers.get('location'), '/');
  const thief = deskVisitor(room.origin, jar);
  const again = await thief.raw('/sign-in/second-factor', {
    method: 'POST',
    body: new URLSearchParams(body),
  });
  assert.deepEqual([again.status, again.headers.get('location')], [303, '/sign-in']);
  assert.equal(titleOf(await thief.get('/own')), 'サインイン');
});

test('a right withdrawn ends the session with the next page, and an order of the ID manager too [SEC-4-8]', async () => {
  const one = await room.worker('operator');
  const { visitor } = await signedIn(one);
  const withdrawn = { account: one.account, role: 'operator', reason: 'moved' };
  assert.equal(await act(approver, 'access.withdraw', withdrawn), 'done');
  const seen = await visitor.get('/');
  assert.match(seen.text, /利用の時間が終わりました/);
  assert.ok(!visitor.jar.has(SESSION), 'a dead cookie is taken away');
  const two = await room.worker('operator');
  const second = await signedIn(two);
  const order = { account: two.account, reason: 'suspicion' };
  assert.equal(await act(manager, 'account.end-sessions', order), 'done');
  assert.equal(titleOf(await second.visitor.get('/')), 'サインイン');
});

test('she sees where she is signed in and ends it there [SEC-4-6]', async () => {
  const worker = await room.worker('operator');
  const [one, two] = [await signedIn(worker), await signedIn(worker)];
  await one.visitor.get('/own');
  await one.visitor.send('/own/end-session', {});
  assert.equal(titleOf(await one.visitor.get('/own')), '自分の設定');
  assert.equal(titleOf(await two.visitor.get('/own')), 'サインイン');
  await one.visitor.get('/own');
  await one.visitor.send('/own/end-session', {});
  assert.equal(titleOf(await one.visitor.get('/own')), 'サインイン', 'all, with this one');
});

test('the way back leads to a page of the desk and never elsewhere [SEC-4-6]', async () => {
  const worker = await room.worker('operator');
  for (const to of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/do/list.commit',
    '/sign-out',
  ]) {
    const { seen } = await signedIn(worker, `/sign-in?to=${encodeURIComponent(to)}`);
    assert.equal(seen.path, '/', to);
  }
  assert.equal((await signedIn(worker, '/own')).seen.path, '/own');
});

test('a password of day 76 is reminded of, one of day 91 opens nothing but its change [SEC-5-3]', async () => {
  const worker = await room.worker('operator');
  room.setNow('2026-07-17');
  const { visitor, seen } = await signedIn(worker);
  assert.match(seen.text, /パスワードの期限が近づいています/);
  await visitor.get('/own/password?to=%2Fown');
  let changed = await visitor.send('/own/password', { present: PASSWORD, next: PASSWORD, again: PASSWORD });
  assert.match(changed.text, /最近使ったパスワードと同じです/);
  const next = 'Vq3-hanabi-Kz9';
  changed = await visitor.send('/own/password', { present: PASSWORD, next, again: next });
  assert.equal(changed.path, '/own');
  assert.doesNotMatch(changed.text, /期限が近づいています/);
  room.setNow('2026-10-17');
  const later = atTerminal();
  await later.get('/');
  await later.send('/sign-in', { id: worker.id, password: next });
  assert.equal(
    titleOf(await later.send('/sign-in/second-factor', { code: code(worker.secret) })),
    'パスワードの変更',
  );
});

test('no line of the log holds an ID, a way back or a name', () => {
  assert.ok(room.lines.length > 100);
  assert.ok(room.lines.every(({ pattern }) => pattern === '-' || /^\/[a-z:/-]*$/.test(pattern)));
  assert.deepEqual(
    room.lines.filter(({ fault }) => fault !== undefined),
    [],
  );
});

function optionsIn(html: string): object {
  return JSON.parse(attributeIn(html, 'data-options')) as object;
}
