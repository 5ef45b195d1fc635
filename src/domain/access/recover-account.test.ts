import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { evolveAccount, noAccount } from './account.ts';
import { addFactor, removeFactor, setPassword, useTemporary } from './credential.ts';
import { approveReset, lockSignIn, resetAccount, unlockSignIn } from './recover-account.ts';

const account: AccountId = 'account_nurse';
const approver: AccountId = 'account_approver';
const manager: AccountId = 'account_id-manager';
const kept = { hash: 'hash', before: [] };
const reset = 'request_1' as const;

const given = (...facts: readonly RecordedFact[]) => ({
  account: [on('2026-04-01', { type: 'account.opened', account, holder: 'p-1' }), ...facts].reduce(
    evolveAccount,
    noAccount,
  ),
});
const approved = on(
  '2026-05-01',
  { type: 'account.reset-approved', account, reset, what: 'all', proof: 'met' },
  approver,
);
const done = on('2026-05-01', { type: 'account.reset-done', account, reset, what: 'all' }, manager);
const factor = (name: string) =>
  on(
    '2026-04-02',
    { type: 'account.factor-added', account, factor: `factor_${name}`, kind: 'totp' },
    account,
  );

test('a reset needs the approver and another one, and nobody resets herself [SEC-5-1]', () => {
  const wish = { account, reset, what: 'password', proof: 'met' } as const;
  assert.equal(
    refusalOf(approveReset(given(), wish, today('2026-05-01', { actor: account }))),
    'reset-of-oneself',
  );
  assert.equal(factsOf(approveReset(given(), wish, today('2026-05-01', { actor: approver }))).length, 1);
  const carry = (actor: AccountId, day = '2026-05-01', ...facts: readonly RecordedFact[]) =>
    refusalOf(resetAccount(given(...facts), { account, reset, ...kept }, today(day, { actor })));
  assert.equal(carry(manager), 'reset-not-approved');
  assert.equal(carry(approver, '2026-05-01', approved), 'reset-needs-another');
  assert.equal(carry(account, '2026-05-01', approved), 'reset-of-oneself');
  assert.equal(carry(manager, '2026-05-02', approved), 'reset-not-approved');
  assert.equal(carry(manager, '2026-05-01', approved), 'decided');
  assert.equal(carry(manager, '2026-05-01', approved, done), 'reset-not-approved');
});

test('a reset of everything empties the second factors, ends sessions and unlocks [SEC-5-1, SEC-15-1]', () => {
  const before = given(
    factor('a'),
    factor('b'),
    on('2026-05-01', { type: 'account.sign-in-locked', account, failures: 5 }),
  );
  const decided = resetAccount(
    given(factor('a'), factor('b'), approved),
    { account, reset, ...kept },
    today('2026-05-01', { actor: manager }),
  );
  assert.ok('keep' in decided);
  assert.deepEqual(
    decided.keep?.map(({ item, value }) => [item, Object.keys(value)]),
    [
      ['password', ['hash', 'before']],
      ['factor_a', []],
      ['factor_b', []],
    ],
  );
  const after = [approved, done].reduce(evolveAccount, before.account).signIn;
  assert.deepEqual(after.factors, []);
  assert.equal(after.lockedAt, undefined);
  assert.equal(after.stamp, before.account.signIn.stamp + 1);
  assert.equal(after.round, 1);
});

test('a one-time password works once and for a day, and only where one was given [SEC-5-1]', () => {
  const use = (day: string, ...facts: readonly RecordedFact[]) =>
    refusalOf(useTemporary(given(...facts), { account }, today(day, { actor: account })));
  assert.equal(use('2026-05-01'), 'temporary-over');
  assert.equal(use('2026-05-01', approved, done), 'decided');
  assert.equal(use('2026-05-02', approved, done), 'temporary-over');
  const used = on('2026-05-01', { type: 'account.temporary-used', account }, account);
  assert.equal(use('2026-05-01', approved, done, used), 'temporary-over');
  const set = on('2026-05-01', { type: 'account.password-set', account }, account);
  assert.equal(use('2026-05-01', approved, done, set), 'temporary-over');
});

test('password and factors are the own business, and the last factor stays [SEC-5-1, SEC-15-1]', () => {
  const by = (actor: AccountId) => today('2026-05-01', { actor });
  assert.equal(refusalOf(setPassword(given(), { account, kept }, by(manager))), 'only-oneself');
  const added = { account, factor: 'factor_c', kept: { kind: 'totp', value: { secret: 's' } } } as const;
  assert.equal(refusalOf(addFactor(given(), added, by(manager))), 'only-oneself');
  assert.deepEqual(factsOf(addFactor(given(), added, by(account))), [
    { type: 'account.factor-added', account, factor: 'factor_c', kind: 'totp' },
  ]);
  const remove = (...facts: readonly RecordedFact[]) =>
    refusalOf(removeFactor(given(...facts), { account, factor: 'factor_a' }, by(account)));
  assert.equal(remove(factor('b')), 'factor-unknown');
  assert.equal(remove(factor('a')), 'last-factor');
  assert.equal(remove(factor('a'), factor('b')), 'decided');
  const disabled = on('2026-05-01', { type: 'account.disabled', account, reason: 'left' });
  assert.equal(refusalOf(setPassword(given(disabled), { account, kept }, by(account))), 'account-not-open');
});

test('a lock stands once, and somebody else unlocks it [SEC-11-1]', () => {
  const locked = on('2026-05-01', { type: 'account.sign-in-locked', account, failures: 5 }, 'system:sign-in');
  assert.equal(factsOf(lockSignIn(given(), { account, failures: 5 })).length, 1);
  assert.equal(factsOf(lockSignIn(given(locked), { account, failures: 5 })).length, 0);
  const unlock = (actor: AccountId, ...facts: readonly RecordedFact[]) =>
    refusalOf(unlockSignIn(given(...facts), { account, reason: 'spoken' }, today('2026-05-01', { actor })));
  assert.equal(unlock(account, locked), 'reset-of-oneself');
  assert.equal(unlock(manager), 'sign-in-not-locked');
  assert.equal(unlock(manager, locked), 'decided');
});

test('whatever takes a right away ends the sessions of the person [SEC-4-8]', () => {
  const stamp = (...facts: readonly RecordedFact[]) => given(...facts).account.signIn.stamp;
  const withdrawn = on('2026-05-01', { type: 'access.withdrawn', account, role: 'visitor', reason: 'moved' });
  const disabled = on('2026-05-01', { type: 'account.disabled', account, reason: 'left' });
  const set = on('2026-05-01', { type: 'account.password-set', account }, account);
  assert.deepEqual([stamp(), stamp(withdrawn), stamp(disabled), stamp(set)], [0, 1, 1, 1]);
});
