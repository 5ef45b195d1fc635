import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeSecond } from '../../src/gate/scope.ts';
import { secondPerson } from '../../src/gate/sign-in/second-person.ts';
import { newDeviceKey } from '../../src/security/device-key.ts';
import { PASSWORD, signInPlace, type Worker } from '../support/sign-in-place.ts';

const world = await signInPlace();
const { house, knock, code, pass, act, manager } = world;
type Proofs = Parameters<typeof secondPerson>[1];

const proofs = ({ id, secret }: Pick<Worker, 'id' | 'secret'>, more: Partial<Proofs> = {}): Proofs => ({
  ...knock,
  id,
  password: PASSWORD,
  code: code(secret),
  ...more,
});
async function tried(of: Proofs): Promise<string> {
  const done = await secondPerson(house, of);
  return done.ok ? done.value : done.error.refused;
}

test('the second person proves ID, password and code at the same terminal and gets no session [SEC-4-2, SEC-15-1]', async () => {
  const worker = await world.worker('responsible-manager');
  const sessions = () =>
    house.parts.database.reader.rows(
      { name: 'test-sessions', text: 'select 1 as one from desk_session where account = $1' },
      [worker.account],
    );
  const before = (await sessions()).length;
  assert.equal(await tried(proofs(worker)), worker.account);
  assert.equal((await sessions()).length, before);
});

test('a wrong password, a wrong code, an unknown ID and a disabled one are one and the same [SEC-11-1]', async () => {
  const [worker, gone] = [await world.worker('operator'), await world.worker('operator')];
  assert.equal(await act(manager, 'account.disable', { account: gone.account, reason: 'left' }), 'done');
  for (const wrong of [
    proofs(worker, { password: 'Wrong-wrong-77' }),
    proofs(worker, { code: '000000' }),
    proofs(worker, { id: 'nobody-7' }),
    proofs(gone),
  ]) {
    pass(10);
    assert.equal(await tried(wrong), 'sign-in-wrong');
  }
  pass(10);
  assert.equal(await tried(proofs(worker)), worker.account);
});

test('a code counts once, of many at the same time too, and not after a sign-in with it [SEC-15-1]', async () => {
  const worker = await world.worker('operator');
  const once = proofs(worker);
  const all = await Promise.all([tried(once), tried(once), tried(once)]);
  assert.equal(all.filter((one) => one === worker.account).length, 1);
  pass(60);
  assert.equal(await tried(once), 'sign-in-wrong');
});

test('failures count as at the door: the fifth locks there and here [SEC-11-1]', async () => {
  const worker = await world.worker('operator');
  const outcomes: string[] = [];
  for (let nth = 0; nth < 5; nth += 1) {
    pass(10);
    outcomes.push(await tried(proofs(worker, { password: 'Wrong-wrong-77' })));
  }
  assert.deepEqual(outcomes, [...Array.from({ length: 4 }, () => 'sign-in-wrong'), 'sign-in-locked']);
  pass(60);
  assert.equal(await tried(proofs(worker)), 'sign-in-locked');
});

test('only at a registered terminal of an allowed network, and with all roles allowed there [SEC-15-1]', async () => {
  const worker = await world.worker('operator');
  assert.equal(await tried(proofs(worker, { deviceKey: newDeviceKey() })), 'device-unknown');
  assert.equal(await tried(proofs(worker, { deviceKey: undefined })), 'device-unknown');
  assert.equal(await tried(proofs(worker, { address: '203.0.113.1' })), 'network-not-allowed');
  assert.equal(await tried(proofs(worker, { address: '198.51.100.1' })), 'network-not-allowed');
});

test('whoever has only a one-time password proves nothing with it [SEC-5-1]', async () => {
  const worker = await world.worker('operator');
  const temporary = await world.reset(worker.account, 'password');
  assert.equal(await tried(proofs(worker, { password: temporary })), 'sign-in-wrong');
});

test('the own ID is no second person of any row, however well it is proved [SEC-4-2]', () => {
  const rows = [...house.parts.commands.values()].filter(({ who }) => who.second !== undefined);
  assert.ok(rows.length > 3);
  for (const { who } of rows) {
    const held = who.second ?? [];
    assert.equal(mayBeSecond(who, 'account_a', 'account_a', held), false);
    assert.equal(mayBeSecond(who, 'account_a', 'account_b', held), true);
    assert.equal(mayBeSecond(who, 'account_a', 'account_b', []), false);
  }
});
