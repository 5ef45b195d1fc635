import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePassword } from '../../src/gate/sign-in/change-password.ts';
import { addTotp, beginTotp } from '../../src/gate/sign-in/own-factors.ts';
import { endOwn, lock, ownSessions, signOut } from '../../src/gate/sign-in/own-sessions.ts';
import { proveAgain } from '../../src/gate/sign-in/prove-again.ts';
import { sessionOf } from '../../src/gate/sign-in/read-session.ts';
import { secondFactor } from '../../src/gate/sign-in/second-factor.ts';
import { signIn } from '../../src/gate/sign-in/sign-in.ts';
import { newDeviceKey } from '../../src/security/device-key.ts';
import { doorAnswers } from '../support/door-answers.ts';
import { PASSWORD, signInPlace } from '../support/sign-in-place.ts';

const world = await signInPlace();
const { place, house, knock, act, manager, approver, worker, half, code, goOn, inAgain, pass, reset } = world;
const { said, tryIn, count, standing, entries } = doorAnswers(world);

test('from the one-time password over an own one and a second factor to an open session [SEC-5-1, SEC-15-1]', async () => {
  const account = await world.person('operator');
  const id = `holder-${account}`;
  assert.equal(await tryIn(id, 'anything-At-all-7'), 'sign-in-wrong');
  const temporary = await reset(account);
  let ticket = await half(id, temporary);
  assert.equal(await standing(ticket), 'new-password');
  assert.equal(await tryIn(id, temporary), 'temporary-used-up');
  assert.equal(said(await beginTotp(house, ticket)), 'not-the-next-step');
  const first = ticket;
  ticket = goOn(ticket, await changePassword(house, ticket, { present: temporary, next: PASSWORD }));
  assert.equal(await standing(first), 'none');
  assert.equal(await standing(ticket), 'first-factor');
  const begun = await beginTotp(house, ticket);
  assert.ok(begun.ok);
  assert.equal(said(await addTotp(house, ticket, '000000')), 'code-wrong');
  ticket = goOn(ticket, await addTotp(house, ticket, code(begun.value.secret)));
  const session = await sessionOf(house, ticket);
  assert.ok(session);
  assert.deepEqual(
    [session.actor, session.roles, session.needs, session.locked],
    [account, ['operator'], undefined, false],
  );
  assert.deepEqual((await entries(account)).slice(-2), [
    'executed account.add-factor',
    'executed session.factor',
  ]);
  await inAgain({ id, secret: begun.value.secret });
});

test('only from a registered terminal in an allowed network, and what fails there counts against nobody [SEC-15-1]', async () => {
  const { id } = await worker('operator');
  const elsewhere = { ...knock, address: '203.0.113.1' };
  const unknown = { ...knock, deviceKey: newDeviceKey() };
  for (let nth = 0; nth < 7; nth += 1) {
    assert.equal(await tryIn(id, 'wrong-Wrong-77', elsewhere), 'network-not-allowed');
    assert.equal(await tryIn(id, 'wrong-Wrong-77', unknown), 'device-unknown');
  }
  assert.equal(await tryIn(id, PASSWORD, { ...knock, address: '198.51.100.1' }), 'network-not-allowed');
  assert.equal(await tryIn(id, PASSWORD), 'done');
  const nurse = await worker('visitor');
  assert.equal(await tryIn(nurse.id, PASSWORD, { ...knock, address: '198.51.100.1' }), 'done');
  const denials = await entries('system:sign-in');
  assert.ok(denials.includes('denied session.begin network-not-allowed'));
  assert.ok(denials.includes('denied session.begin device-unknown'));
});

test('a session is the terminal’s and the network’s: a cookie carried elsewhere opens nothing [SEC-4-6, SEC-15-1]', async () => {
  const { ticket } = await worker('operator');
  const other = await world.device();
  assert.equal(await standing({ ...ticket, deviceKey: other.deviceKey }), 'none');
  assert.equal(await standing(ticket), 'open');
  assert.equal(await standing({ ...ticket, address: '198.51.100.9' }), 'none');
  assert.equal(await standing(ticket), 'none');
});

test('a right withdrawn, a disabled ID and a terminal taken away end the session with the next step [SEC-4-8]', async () => {
  const one = await worker('operator');
  const input = { account: one.account, role: 'operator', reason: 'moved' };
  assert.equal(await act(approver, 'access.withdraw', input), 'done');
  assert.equal(await standing(one.ticket), 'none');
  const two = await worker('operator');
  assert.equal(await act(manager, 'account.disable', { account: two.account, reason: 'left' }), 'done');
  assert.equal(await standing(two.ticket), 'none');
  assert.equal(await tryIn(two.id, PASSWORD), 'sign-in-wrong');
  const three = await worker('operator');
  const { deviceKey, device } = await world.device();
  const ticket = { ...three.ticket, deviceKey };
  const signed = await signIn(house, { ...knock, deviceKey, id: three.id, password: PASSWORD });
  const there = goOn(ticket, signed);
  assert.equal(await standing(there), 'second-factor');
  assert.equal(await act(manager, 'device.withdraw', { device, reason: 'lost' }), 'done');
  assert.equal(await standing(there), 'none');
  assert.equal(await standing(three.ticket), 'open');
  assert.ok((await entries(three.account)).includes('executed session.end device-withdrawn'));
  const ending = { account: three.account, reason: 'suspicion' };
  assert.equal(await act(manager, 'account.end-sessions', ending), 'done');
  assert.equal(await standing(three.ticket), 'none');
});

test('a right withdrawn while a request is under way: the session may still stand, the act is denied [SEC-4-8]', async () => {
  const one = await worker('work-supervisor');
  const session = await sessionOf(house, one.ticket);
  assert.ok(session);
  const input = { account: one.account, role: 'work-supervisor', reason: 'moved' };
  assert.equal(await act(approver, 'access.withdraw', input), 'done');
  const asked = await place.ask('access.requests', {}, { actor: session.actor });
  assert.ok(!asked.ok && asked.error.refused === 'denied');
});

test('five failures in a row lock, wait longer each time, and stand among the duties of the ID manager [SEC-11-1, SEC-17-3]', async () => {
  const { account, id } = await worker('operator');
  assert.equal(await tryIn(id, 'wrong-Wrong-77'), 'sign-in-wrong');
  assert.equal(await tryIn(id, 'wrong-Wrong-77'), 'sign-in-wrong');
  assert.equal(await tryIn(id, PASSWORD), 'sign-in-wait');
  pass(2);
  assert.equal(await tryIn(id, 'wrong-Wrong-77'), 'sign-in-wrong');
  pass(4);
  assert.equal(await tryIn(id, 'wrong-Wrong-77'), 'sign-in-wrong');
  pass(8);
  assert.equal(await tryIn(id, 'wrong-Wrong-77'), 'sign-in-locked');
  pass(3600);
  assert.equal(await tryIn(id, PASSWORD), 'sign-in-locked');
  const alerts = async () => JSON.stringify(await place.ask('account.alerts', {}, { actor: manager }));
  assert.ok((await alerts()).includes(account));
  const responsible = await world.person('responsible-manager');
  const duties = await place.ask('duty.list', { owner: 'administrator' }, { actor: responsible });
  assert.ok(JSON.stringify(duties).includes(`account/${account}/look-at-lock`));
  const log = await place.ask('log.review', { from: '2026-05-01', to: '2026-05-01' }, { actor: manager });
  assert.match(JSON.stringify(log), new RegExp(`"kind":"denials","actor":"${account}"`));
  assert.equal(await act(manager, 'account.unlock-sign-in', { account, reason: 'spoken' }), 'done');
  assert.ok(!(await alerts()).includes(account));
  assert.equal(await tryIn(id, PASSWORD), 'done');
});

test('an unknown ID fails, waits and locks as a known one does [SEC-11-1]', async () => {
  const id = 'p-nobody-has-this';
  const outcomes: string[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    outcomes.push(await tryIn(id, 'wrong-Wrong-77'));
    pass(9);
  }
  assert.equal(count(outcomes, 'sign-in-wrong'), 4);
  assert.equal(count(outcomes, 'sign-in-locked'), 2);
});

test('of a hundred guesses at once two are looked at, the others must wait [SEC-11-1]', async () => {
  const { id } = await worker('operator');
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => tryIn(id, 'wrong-Wrong-77')));
  // The second failure makes everybody wait.
  assert.equal(count(outcomes, 'sign-in-wrong'), 2);
  assert.equal(count(outcomes, 'sign-in-wait'), 98);
});

test('a code counts once: of ten at once in the same and in two sessions exactly one opens [SEC-15-1]', async () => {
  const { id, secret, ticket: before } = await worker('operator');
  const one = await half(id, PASSWORD);
  const { deviceKey } = await world.device();
  const two = goOn(
    { ...knock, deviceKey, cookie: '' },
    await signIn(house, { ...knock, deviceKey, id, password: PASSWORD }),
  );
  const now = code(secret);
  const first = await Promise.all([one, two].map((ticket) => secondFactor(house, ticket, { code: now })));
  const outcomes = first.map(said);
  assert.equal(count(outcomes, 'done'), 1);
  assert.equal(count(outcomes, 'code-used'), 1);
  assert.equal(await standing(before), 'open');
  const left = outcomes[0] === 'done' ? two : one;
  pass(10);
  assert.equal(said(await secondFactor(house, left, { code: now })), 'code-used');
  pass(10);
  const next = code(secret);
  const many = await Promise.all(
    Array.from({ length: 10 }, async () => said(await secondFactor(house, left, { code: next }))),
  );
  assert.equal(count(many, 'done'), 1);
});

test('two sign-ins at once both come in; of three the oldest is out [SEC-4-6]', async () => {
  const { id, secret, account, ticket } = await worker('operator');
  const { deviceKey } = await world.device();
  const there = { ...knock, deviceKey };
  const [here, elsewhere] = await Promise.all([
    signIn(house, { ...knock, id, password: PASSWORD }),
    signIn(house, { ...there, id, password: PASSWORD }),
  ]);
  const second = goOn({ ...knock, cookie: '' }, here);
  const third = goOn({ ...there, cookie: '' }, elsewhere);
  const two = goOn(second, await secondFactor(house, second, { code: code(secret) }));
  assert.equal(await standing(ticket), 'open');
  const three = goOn(third, await secondFactor(house, third, { code: code(secret) }));
  assert.deepEqual(await Promise.all([ticket, two, three].map(standing)), ['none', 'open', 'open']);
  assert.ok((await entries(account)).includes('executed session.end too-many-at-once'));
  const listed = await ownSessions(house, three);
  assert.ok(listed.ok && listed.value.length === 2);
  const other = listed.value.find((one) => !one.isThis);
  assert.equal(said(await endOwn(house, three, other?.key)), 'done');
  assert.deepEqual(await Promise.all([two, three].map(standing)), ['none', 'open']);
  assert.equal(said(await endOwn(house, three)), 'done');
  assert.equal(await standing(three), 'none');
});

test('a pause or the lock closes the session until the password is given, eight hours end it [SEC-4-6]', async () => {
  const { ticket } = await worker('operator');
  pass(9 * 60);
  assert.equal(await standing(ticket), 'open');
  assert.equal((await sessionOf(house, ticket))?.fresh, true);
  pass(10 * 60);
  const paused = await sessionOf(house, ticket);
  assert.deepEqual([paused?.locked, paused?.roles, paused?.fresh], [true, [], false]);
  assert.equal(
    said(await changePassword(house, ticket, { present: PASSWORD, next: 'x' })),
    'not-the-next-step',
  );
  assert.equal(said(await proveAgain(house, ticket, 'wrong-Wrong-77')), 'sign-in-wrong');
  const open = goOn(ticket, await proveAgain(house, ticket, PASSWORD));
  assert.equal(await standing(ticket), 'none');
  assert.equal((await sessionOf(house, open))?.fresh, true);
  await lock(house, open);
  assert.equal(await standing(open), 'password');
  const last = goOn(open, await proveAgain(house, open, PASSWORD));
  pass(8 * 3600);
  assert.equal(await standing(last), 'none');
});

test('signing out ends it, and a cookie that was never given opens nothing [SEC-4-6]', async () => {
  const { ticket } = await worker('operator');
  assert.equal(await standing({ ...ticket, cookie: newDeviceKey() }), 'none');
  await signOut(house, ticket);
  assert.equal(await standing(ticket), 'none');
});
