import assert from 'node:assert/strict';
import type { AccountId, DeviceId } from '../../src/domain/basics/ids.ts';
import { epochOf, instantFromEpoch, type Instant } from '../../src/domain/basics/instant.ts';
import type { SignInRefusal } from '../../src/domain/access/sign-in-refusals.ts';
import type { Result } from '../../src/domain/basics/result.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import { changePassword } from '../../src/gate/sign-in/change-password.ts';
import type { SignInHouse, Ticket } from '../../src/gate/sign-in/house.ts';
import { addTotp, beginTotp } from '../../src/gate/sign-in/own-factors.ts';
import { resetAccount } from '../../src/gate/sign-in/reset-account.ts';
import { secondFactor } from '../../src/gate/sign-in/second-factor.ts';
import { signIn } from '../../src/gate/sign-in/sign-in.ts';
import { deviceIdOf, newDeviceKey } from '../../src/security/device-key.ts';
import { passwordHashing } from '../../src/security/password-hash.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { totpCode } from '../../src/security/totp.ts';
import { testPlace, type TestPlace } from './place.ts';

export const SITE = { host: 'desk.example', origin: 'https://desk.example', name: 'みまもり' };
export const PASSWORD = 'Kx7-vbQ2-tmzw';

/** Somebody who has signed in once: password, authenticator app, and her session. */
export type Worker = {
  readonly account: AccountId;
  readonly id: string;
  readonly secret: string;
  readonly ticket: Ticket;
};

/** What the door is opened on: the place of a test, or another one. */
export type World = Pick<TestPlace, 'place' | 'person' | 'setNow' | 'works'>;

/** A place with the door of its desk, one registered terminal, and a clock that can go on by seconds. */
export async function signInPlace(given?: World) {
  const world = given ?? (await testPlace('2026-05-01'));
  const { place } = world;
  const ids = randomIds();
  let ahead = 0;
  const now = (): Instant => instantFromEpoch(epochOf(world.works.now()) + ahead);
  const house: SignInHouse = {
    parts: { ...place.parts, now },
    secret: Buffer.alloc(32, 7),
    networks: [
      { name: 'office', ranges: ['192.0.2.0/24'] },
      { name: 'visits', ranges: ['198.51.100.0/24'], roles: ['visitor'] },
    ],
    isListed: (password) => Promise.resolve(password === 'Listed-somewhere-7'),
    hashing: passwordHashing({ memory: 64, passes: 1, parallelism: 1 }, { atOnce: 4, waiting: 200 }),
    site: SITE,
  };
  const manager = await world.person('administrator');
  const approver = await world.person('access-approver');
  const act = async (actor: string, row: string, input: object): Promise<string> => {
    const done = await place.execute([{ row, input }], { actor });
    return done.ok ? 'done' : done.error.refused;
  };
  const device = async (): Promise<{ deviceKey: string; device: DeviceId }> => {
    const deviceKey = newDeviceKey();
    const name = deviceIdOf(deviceKey);
    assert.ok(name);
    assert.equal(await act(manager, 'device.register', { device: name, register: 'pc-1' }), 'done');
    return { deviceKey, device: name };
  };
  const { deviceKey } = await device();
  const knock = { deviceKey, address: '192.0.2.10' };

  const reset = async (account: AccountId, what: 'password' | 'all' = 'all'): Promise<string> => {
    const name = ids.fresh('request');
    assert.equal(
      await act(approver, 'account.approve-reset', { account, reset: name, what, proof: 'met' }),
      'done',
    );
    const done = await resetAccount(house, { actor: manager }, { account, reset: name });
    assert.ok(done.ok);
    return done.value.temporary;
  };
  const goOn = (ticket: Ticket, renewed: Result<{ readonly cookie: string }, SignInRefusal>): Ticket => {
    assert.ok(renewed.ok, renewed.ok ? '' : renewed.error.refused);
    return { ...ticket, cookie: renewed.value.cookie };
  };
  const half = async (id: string, password: string): Promise<Ticket> =>
    goOn({ ...knock, cookie: '' }, await signIn(house, { ...knock, id, password }));
  /** The code of her app now; the clock goes on so that no code is asked for twice. */
  const code = (secret: string): string => {
    ahead += 30_000;
    return totpCode(secret, Math.floor(epochOf(now()) / 30_000));
  };
  const worker = async (...roles: RoleName[]): Promise<Worker> => {
    const account = await world.person(...roles);
    const id = `holder-${account}`;
    const present = await reset(account);
    let ticket = await half(id, present);
    ticket = goOn(ticket, await changePassword(house, ticket, { present, next: PASSWORD }));
    const begun = await beginTotp(house, ticket);
    assert.ok(begun.ok);
    const { secret } = begun.value;
    ticket = goOn(ticket, await addTotp(house, ticket, code(secret)));
    return { account, id, secret, ticket };
  };
  return {
    place,
    person: world.person,
    setNow: world.setNow,
    house,
    manager,
    approver,
    act,
    device,
    knock,
    reset,
    half,
    code,
    worker,
    goOn,
    inAgain: async ({ id, secret }: Pick<Worker, 'id' | 'secret'>, password = PASSWORD) => {
      const ticket = await half(id, password);
      return goOn(ticket, await secondFactor(house, ticket, { code: code(secret) }));
    },
    pass: (seconds: number) => {
      ahead += seconds * 1000;
    },
  };
}
