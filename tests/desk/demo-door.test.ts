import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { changePassword } from '../../src/gate/sign-in/change-password.ts';
import type { SignInHouse } from '../../src/gate/sign-in/house.ts';
import { secondFactor } from '../../src/gate/sign-in/second-factor.ts';
import { sessionOf } from '../../src/gate/sign-in/read-session.ts';
import { signIn } from '../../src/gate/sign-in/sign-in.ts';
import { terminalOf } from '../../src/gate/sign-in/terminal.ts';
import { readyDemoPeople } from '../../src/place/demo-people.ts';
import { signInHouse } from '../../src/place/sign-in-house.ts';
import { demoPassword, demoPeople } from '../../src/programmes/words/demo-people.ts';
import { passwordHashing } from '../../src/security/password-hash.ts';
import { testPlace } from '../support/place.ts';

const { place, setNow } = await testPlace('2026-05-01');
const until = place.programme.rules.contract.to;
const installed = await place.execute(
  demoPeople().map((person) => ({
    row: 'account.install',
    input: { ...person, holder: person.account, until },
  })),
  { actor: 'system:init' },
);
assert.ok(installed.ok);
const house: SignInHouse = {
  ...(await signInHouse(place, {
    site: { host: 'localhost', origin: 'http://localhost:4200', name: 'みまもり' },
    networks: [{ name: 'this-machine', ranges: ['127.0.0.0/8'] }],
  })),
  hashing: passwordHashing({ memory: 64, passes: 1, parallelism: 1 }, { atOnce: 4, waiting: 200 }),
};
const ready = await readyDemoPeople(place, house);
assert.ok(ready);

test('every invented person of a try-out signs in by the same steps as a real one [SEC-15-1] [SEC-4-6]', async () => {
  assert.deepEqual(
    ready.people.map(({ id, password }) => [id, password]),
    demoPeople().map(({ account }) => [account, demoPassword(1)]),
  );
  const first = await terminalOf(house, { deviceKey: undefined, address: '127.0.0.1' });
  assert.ok(first.is === 'unknown' && first.fresh);
  const knock = { deviceKey: first.fresh, address: '127.0.0.1' };
  const operator = ready.people.find(({ roles }) => roles.includes('operator'));
  assert.ok(operator);
  const proofs = { id: operator.id, password: operator.password };
  const unknown = await signIn(house, { ...knock, ...proofs });
  assert.ok(!unknown.ok && unknown.error.refused === 'device-unknown', 'the terminal is asked for here too');
  await ready.register(first.device);
  const half = await signIn(house, { ...knock, ...proofs });
  assert.ok(half.ok);
  const ticket = { ...knock, cookie: half.value.cookie };
  assert.equal((await sessionOf(house, ticket))?.needs, 'second-factor');
  const code = ready.codeOf(operator.account) ?? '';
  const open = await secondFactor(house, ticket, { code });
  assert.ok(open.ok, 'the code that is shown now is not used up by the enrolment');
  assert.equal((await sessionOf(house, { ...knock, cookie: open.value.cookie }))?.needs, undefined);
});

test('who changed her password by hand, or whose password is too old, is made ready again; the others stay [SEC-5-3]', async () => {
  const again = await readyDemoPeople(place, house);
  assert.deepEqual(again?.people, ready.people);
  const terminal = await terminalOf(house, { deviceKey: undefined, address: '127.0.0.1' });
  assert.ok(terminal.is === 'unknown' && terminal.fresh);
  await ready.register(terminal.device);
  const knock = { deviceKey: terminal.fresh, address: '127.0.0.1' };
  const [person] = ready.people;
  assert.ok(person);
  const half = await signIn(house, { ...knock, id: person.id, password: person.password });
  assert.ok(half.ok);
  const open = await secondFactor(
    house,
    { ...knock, cookie: half.value.cookie },
    {
      code: ready.codeOf(person.account) ?? '',
    },
  );
  assert.ok(open.ok);
  const changed = await changePassword(
    house,
    { ...knock, cookie: open.value.cookie },
    {
      present: person.password,
      next: 'Vq3-hanabi-Kz9',
    },
  );
  assert.ok(changed.ok);
  const third = await readyDemoPeople(place, house);
  assert.deepEqual(
    third?.people.filter(({ password }) => password !== demoPassword(1)).map(({ id }) => id),
    [person.id],
  );
  setNow('2026-09-01');
  const later = await readyDemoPeople(place, house);
  assert.ok(later?.people.every(({ password }) => password !== demoPassword(1)));
});

test('a place with real data has no such people, whatever lies in its folder [SEC-5-1] [THREAT-52]', async () => {
  const real = { ...place, card: { ...place.card, tryout: false } };
  assert.equal(await readyDemoPeople(real, house), undefined);
  const marked = {
    ...place,
    keys: { ...place.keys, here: { ...place.keys.here, read: () => Promise.resolve(undefined) } },
  };
  assert.equal(await readyDemoPeople(marked, house), undefined);
  const file = join(place.folders.inside, 'demo-people.json');
  await rm(file);
  const nobody = {
    ...place,
    execute: () => place.execute([{ row: 'nothing', input: {} }], { actor: 'account_a' }),
  };
  await assert.rejects(readyDemoPeople(nobody, house), 'whom the gate does not let is not made ready');
});
