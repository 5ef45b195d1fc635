import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePassword } from '../../src/gate/sign-in/change-password.ts';
import type { Ticket } from '../../src/gate/sign-in/house.ts';
import {
  addPasskey,
  beginPasskey,
  beginTotp,
  ownFactors,
  removeFactor,
} from '../../src/gate/sign-in/own-factors.ts';
import { proveAgain } from '../../src/gate/sign-in/prove-again.ts';
import { sessionOf } from '../../src/gate/sign-in/read-session.ts';
import { resetAccount } from '../../src/gate/sign-in/reset-account.ts';
import { askSecondFactor, secondFactor } from '../../src/gate/sign-in/second-factor.ts';
import { signIn } from '../../src/gate/sign-in/sign-in.ts';
import { passwordHashing } from '../../src/security/password-hash.ts';
import { checkProjections } from '../../src/store/rebuild.ts';
import { authenticator } from '../support/authenticator.ts';
import { doorAnswers } from '../support/door-answers.ts';
import { PASSWORD, SITE, signInPlace } from '../support/sign-in-place.ts';

const world = await signInPlace();
const { place, house, knock, act, manager, approver, worker, half, code, goOn, inAgain, pass, reset } = world;
const { said, tryIn, count, standing, entries } = doorAnswers(world);

test('a new password keeps the rules, is none of the last twelve and ends every other session [SEC-5-2]', async () => {
  const { id, secret, ticket } = await worker('operator');
  const other = await inAgain({ id, secret });
  const change = (at: Ticket, present: string, next: string) => changePassword(house, at, { present, next });
  const faults = async (next: string) => {
    const done = await change(ticket, PASSWORD, next);
    assert.ok(!done.ok && done.error.refused === 'password-refused');
    return done.error.faults;
  };
  assert.equal(said(await change(ticket, 'wrong-Wrong-77', 'Hm4-kkQ9-rtvw')), 'sign-in-wrong');
  assert.deepEqual(await faults('Kx7-vb'), ['too-short']);
  assert.deepEqual(await faults(`${id}-X7`), ['own-word']);
  assert.deepEqual(await faults('Listed-somewhere-7'), ['listed']);
  assert.deepEqual(await faults(PASSWORD), ['used-before']);
  let now = ticket;
  let present = PASSWORD;
  for (let nth = 10; nth < 22; nth += 1) {
    const next = `Hm4-kkQ9-rtvw${nth}`;
    now = goOn(now, await change(now, present, next));
    present = next;
    if (nth === 10) assert.equal(await standing(other), 'none');
    if (nth === 20) {
      const refused = await change(now, present, PASSWORD);
      assert.ok(!refused.ok && refused.error.refused === 'password-refused');
    }
  }
  assert.equal(said(await change(now, present, PASSWORD)), 'done');
});

test('of two changes of a password at once one holds, and the other is told to begin again', async () => {
  const { id, secret, ticket } = await worker('operator');
  const other = await inAgain({ id, secret });
  const outcomes = await Promise.all([
    changePassword(house, ticket, { present: PASSWORD, next: 'Hm4-kkQ9-rtvw-1' }),
    changePassword(house, other, { present: PASSWORD, next: 'Hm4-kkQ9-rtvw-2' }),
  ]);
  assert.deepEqual(outcomes.map(said).toSorted(), ['done', 'session-over']);
});

test('a reset takes two people, works once, and does not go past the second factor [SEC-5-1]', async () => {
  const { account, id, secret } = await worker('operator');
  const reset1 = { account, reset: 'request_without-word' } as const;
  const alone = await resetAccount(house, { actor: manager }, reset1);
  assert.equal(said(alone), 'reset-not-approved');
  const wish = { ...reset1, what: 'password', proof: 'met' };
  assert.equal(await act(manager, 'account.approve-reset', wish), 'denied');
  assert.equal(said(await resetAccount(house, { actor: approver }, reset1)), 'denied');
  const temporary = await reset(account, 'password');
  const outcomes = await Promise.all([1, 2].map(() => tryIn(id, temporary)));
  assert.deepEqual(outcomes.toSorted(), ['done', 'temporary-used-up']);
  assert.equal(await tryIn(id, PASSWORD), 'sign-in-wrong');
  const ticket = await half(id, await reset(account, 'password'));
  assert.equal(await standing(ticket), 'second-factor');
  assert.equal(said(await beginTotp(house, ticket)), 'not-the-next-step');
  const open = goOn(ticket, await secondFactor(house, ticket, { code: code(secret) }));
  assert.equal(await standing(open), 'new-password');
  const lost = await half(id, await reset(account, 'all'));
  assert.equal(await standing(lost), 'new-password');
});

test('on day 91 only the change of the password is open [SEC-5-3]', async () => {
  const one = await worker('operator');
  world.setNow('2026-07-16');
  const soon = await inAgain(one);
  assert.equal((await sessionOf(house, soon))?.remind, true);
  world.setNow('2026-07-31');
  const late = await inAgain(one);
  assert.equal(await standing(late), 'new-password');
  const changed = await changePassword(house, late, { present: PASSWORD, next: 'Hm4-kkQ9-rtvw' });
  assert.equal(await standing(goOn(late, changed)), 'open');
});

test('a passkey is a second factor too; its answer opens once, and a foreign one never [SEC-15-1]', async () => {
  const { id, ticket } = await worker('operator');
  const mine = authenticator(SITE);
  const asked = await beginPasskey(house, ticket);
  assert.ok(asked.ok);
  const phished = authenticator({ ...SITE, origin: 'https://desk.evil.example' });
  assert.equal(said(await addPasskey(house, ticket, phished.make(asked.value))), 'passkey-not-made');
  assert.equal(said(await addPasskey(house, ticket, { id: 'x' })), 'passkey-not-made');
  const open = goOn(ticket, await addPasskey(house, ticket, mine.make(asked.value)));
  const factors = await ownFactors(house, open);
  assert.ok(factors.ok);
  assert.deepEqual(
    factors.value.map(({ kind }) => kind),
    ['totp', 'passkey'],
  );
  const next = await half(id, PASSWORD);
  const question = await askSecondFactor(house, next);
  assert.ok(question.ok && question.value.totp && question.value.passkey);
  const answer = mine.prove(question.value.passkey);
  const again = await askSecondFactor(house, next);
  assert.ok(again.ok && again.value.passkey);
  assert.equal(said(await secondFactor(house, next, { passkey: answer })), 'code-wrong');
  const right = mine.prove(again.value.passkey);
  const outcomes = await Promise.all([1, 2].map(() => secondFactor(house, next, { passkey: right })));
  assert.equal(count(outcomes.map(said), 'done'), 1);
  const totp = factors.value.find(({ kind }) => kind === 'totp')?.factor;
  const winner = outcomes.find((one) => one.ok);
  assert.ok(totp && winner);
  const alone = goOn(next, await removeFactor(house, goOn(next, winner), totp));
  const left = await ownFactors(house, alone);
  assert.ok(left.ok && left.value.length === 1 && left.value[0]);
  assert.equal(said(await removeFactor(house, alone, left.value[0].factor)), 'not-the-next-step');
});

test('a factor is changed only right after the password was given [SEC-15-1]', async () => {
  const { ticket } = await worker('operator');
  pass(9 * 60);
  assert.equal(await standing(ticket), 'open');
  pass(2 * 60);
  assert.equal(said(await beginTotp(house, ticket)), 'prove-again-first');
  const fresh = goOn(ticket, await proveAgain(house, ticket, PASSWORD));
  assert.equal(said(await beginTotp(house, fresh)), 'done');
});

test('a password is hashed anew when the parameters have grown', async () => {
  const { account, id } = await worker('operator');
  const stronger = { ...house, hashing: passwordHashing({ memory: 128, passes: 1, parallelism: 1 }) };
  assert.equal(said(await signIn(stronger, { ...knock, id, password: PASSWORD })), 'done');
  assert.ok((await entries(account)).includes('executed account.renew-hash'));
  assert.equal(await tryIn(id, PASSWORD), 'done');
});

test('the rows of passwords and factors take nothing that somebody typed [SEC-5-1]', async () => {
  const { account } = await worker('operator');
  const kept = { hash: house.hashing.nobody, before: [] };
  assert.equal(await act(account, 'account.set-password', { account, kept }), 'not-understood');
  assert.equal(await act(manager, 'account.reset', { account, reset: 'request_x', kept }), 'not-understood');
  assert.equal(await act(account, 'account.lock-sign-in', { account, failures: 5 }), 'denied');
});

test('no password, code or secret stands in journal, log, tables or idempotency [SEC-5-1]', async () => {
  const { secret, ticket } = await worker('operator');
  const tables = [
    'fact',
    'access_entry',
    'idempotency',
    'desk_session',
    'sign_in_try',
    'factor_use',
    'p_sign_in',
  ];
  for (const table of tables) {
    const rows = await place.database.reader.rows({
      name: `test-all-${table}`,
      text: `select t::text as line from ${table} t`,
    });
    const all = rows.map(({ line }) => String(line)).join('\n');
    for (const hidden of [
      PASSWORD,
      'wrong-Wrong-77',
      secret,
      ticket.cookie,
      ticket.deviceKey ?? '',
      'argon2id',
    ]) {
      assert.equal(all.includes(hidden), false, table);
    }
  }
});

test('the rows of signing in follow from the facts [SEC-4-7]', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
