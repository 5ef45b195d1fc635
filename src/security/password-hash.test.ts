import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFaults } from '../domain/access/password-rule.ts';
import { USUAL_SIGN_IN } from '../domain/access/sign-in-rules.ts';
import { deviceIdOf, newDeviceKey } from './device-key.ts';
import { HashingBusy, passwordHashing, USUAL_COST } from './password-hash.ts';
import { temporaryPassword } from './temporary-password.ts';

const CHEAP = { memory: 64, passes: 1, parallelism: 1 };

test('a hash says with what it was made, fits its password only and is old when the parameters grow [SEC-5-1]', async () => {
  const before = passwordHashing(CHEAP);
  const hash = await before.hash('Kx7-vbQ2-tmz');
  assert.match(hash, /^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  assert.equal(await before.isRight('Kx7-vbQ2-tmz', hash), true);
  assert.equal(await before.isRight('kx7-vbQ2-tmz', hash), false);
  assert.equal(await before.isRight('Kx7-vbQ2-tmz', before.nobody), false);
  assert.notEqual(await before.hash('Kx7-vbQ2-tmz'), hash);
  assert.equal(before.isOld(hash), false);
  const now = passwordHashing({ ...CHEAP, passes: 2 });
  assert.equal(now.isOld(hash), true);
  assert.equal(await now.isRight('Kx7-vbQ2-tmz', hash), true);
});

test('the usual cost is what OWASP recommends, and no kept hash makes us spend more than a bound', async () => {
  assert.deepEqual(USUAL_COST, { memory: 19_456, passes: 2, parallelism: 1 });
  const hashing = passwordHashing(CHEAP);
  const greedy = hashing.nobody.replace('m=64', 'm=4194304');
  await assert.rejects(hashing.isRight('x', greedy), /asks for more/);
  await assert.rejects(hashing.isRight('x', 'plain'), /not one of ours/);
});

test('so many at once, so many wait, whoever comes then is told to come again', async () => {
  const hashing = passwordHashing(CHEAP, { atOnce: 2, waiting: 3 });
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, () => hashing.hash('x')));
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 5);
  const refused = outcomes.filter((one) => one.status === 'rejected');
  assert.ok(refused.every(({ reason }) => reason instanceof HashingBusy));
  assert.ok(await hashing.hash('x'));
});

test('a one-time password keeps the rules that every password keeps [SEC-5-2]', () => {
  for (let nth = 0; nth < 200; nth += 1) {
    const password = temporaryPassword();
    assert.match(password, /^(?:[A-HJ-NP-R][a-hjkmnp-s][2-9][a-hjkmnp-s]-?){5}$/);
    assert.ok(passwordFaults(password, [], USUAL_SIGN_IN.password).length === 0);
  }
});

test('the name of a terminal follows from its key and from no other text [SEC-15-1]', () => {
  const key = newDeviceKey();
  assert.match(deviceIdOf(key) ?? '', /^device_[a-km-z2-9]{20}$/);
  assert.equal(deviceIdOf(key), deviceIdOf(key));
  assert.notEqual(deviceIdOf(newDeviceKey()), deviceIdOf(key));
  assert.equal(deviceIdOf(`${key}a`), undefined);
});
