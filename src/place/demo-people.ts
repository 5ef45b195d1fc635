import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { passwordAge } from '../domain/access/password-rule.ts';
import type { AccountId, DeviceId } from '../domain/basics/ids.ts';
import { dayOfInstant, epochOf } from '../domain/basics/instant.ts';
import type { RoleName } from '../domain/facts/governance.ts';
import type { Result } from '../domain/basics/result.ts';
import { changePassword } from '../gate/sign-in/change-password.ts';
import type { SignInHouse, Ticket } from '../gate/sign-in/house.ts';
import { keptSecrets } from '../gate/sign-in/kept-secrets.ts';
import { addTotp, beginTotp } from '../gate/sign-in/own-factors.ts';
import { signOut } from '../gate/sign-in/own-sessions.ts';
import { resetAccount } from '../gate/sign-in/reset-account.ts';
import { signIn } from '../gate/sign-in/sign-in.ts';
import { demoPassword, demoPeople } from '../programmes/words/demo-people.ts';
import { deviceIdOf, newDeviceKey } from '../security/device-key.ts';
import { totpCode } from '../security/totp.ts';
import { findSignIn } from '../store/sign-in/account.ts';
import type { Place } from './place.ts';

const schema = z.record(
  z.string(),
  z.strictObject({ password: z.string(), secret: z.string(), times: z.int() }),
);

/** What an invented person has in her head and on her telephone, by her ID. */
type Known = z.infer<typeof schema>[string];

/** An invented person who can sign in, and how. */
export type ReadyPerson = {
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly password: string;
};

/** The people of a try-out place at its door. */
export type ReadyPeople = {
  readonly people: readonly ReadyPerson[];
  readonly codeOf: (account: AccountId) => string | undefined;
  readonly register: (device: DeviceId) => Promise<void>;
};

type Home = Pick<Place, 'card' | 'folders' | 'keys' | 'execute' | 'database'>;

const MANAGERS = ['account_demo-administrator', 'account_demo-administrator-2'] as const;
const APPROVERS = ['account_demo-access-approver', 'account_demo-access-approver-2'] as const;
const STEP_MS = 30_000;

/**
 * Enrols the invented people of a try-out place as real ones are: two others reset the ID, the person signs in with the
 * one-time password, sets an own one and tries her app. Only then are password and secret noted in a file, which a place
 * with real data never has: it is no try-out place by its card and by its keys, nobody in it has such an ID, and the
 * gate would not let them. Who is ready stays as she is; who changed her password by hand is made ready again.
 */
export async function readyDemoPeople(place: Home, house: SignInHouse): Promise<ReadyPeople | undefined> {
  if (!place.card.tryout || !(await place.keys.here.read('TRYOUT'))) return undefined;
  const file = join(place.folders.inside, 'demo-people.json');
  const known = new Map(Object.entries(await knownIn(file)));
  const wanted = demoPeople();
  const missing: string[] = [];
  for (const { account } of wanted) {
    if (!(await isReady(place, house, account, known.get(account)))) missing.push(account);
  }
  if (missing.length > 0) {
    const setUp = newDeviceKey();
    await register(place, deviceOf(setUp), 'try-out-set-up');
    const made = await Promise.all(
      missing.map(
        async (account) => [account, await enrol(place, house, account, setUp, known.get(account))] as const,
      ),
    );
    for (const [account, one] of made) if (one) known.set(account, one);
    await must(
      place.execute([{ row: 'device.withdraw', input: { device: deviceOf(setUp), reason: 'set-up-done' } }], {
        actor: MANAGERS[0],
      }),
    );
    await writeKnown(file, known);
  }
  return {
    people: wanted.flatMap(({ account, name, roles }) => {
      const one = known.get(account);
      return one
        ? [
            {
              id: account,
              account: account as AccountId,
              name,
              roles: roles as RoleName[],
              password: one.password,
            },
          ]
        : [];
    }),
    codeOf: (account) => {
      const one = known.get(account);
      return one && totpCode(one.secret, stepNow(house));
    },
    register: (device) => register(place, device, 'try-out'),
  };
}

/** Opens with what is noted of her, today. */
async function isReady(
  { database }: Home,
  house: SignInHouse,
  account: string,
  known: Known | undefined,
): Promise<boolean> {
  const now = house.parts.now();
  const found = await findSignIn(database.single, account, dayOfInstant(now));
  // Whoever is not there, or was disabled while trying things out, stays so.
  if (!found?.isOpen) return true;
  if (!known || found.isLocked || found.temporary || !found.passwordOn) return false;
  const kept = await keptSecrets(house, found.account);
  const hash = kept.password?.hash;
  const isRight = hash !== undefined && (await house.hashing.isRight(known.password, hash));
  const age = passwordAge(found.passwordOn, dayOfInstant(now), house.parts.rules.access.signIn.password);
  return isRight && age !== 'expired' && kept.totp.some(({ secret }) => secret === known.secret);
}

async function enrol(
  place: Home,
  house: SignInHouse,
  account: string,
  deviceKey: string,
  before: Known | undefined,
): Promise<Known | undefined> {
  const other = (of: readonly string[]): string => of.find((one) => one !== account) ?? '';
  const reset = house.parts.ids.fresh('request');
  const id = account as AccountId;
  const approved = await place.execute(
    [{ row: 'account.approve-reset', input: { account, reset, what: 'all', proof: 'try-out' } }],
    { actor: other(APPROVERS) },
  );
  // A place of the first days has nobody beside the two; they are left as they are.
  if (!approved.ok) return undefined;
  const { temporary } = await must(resetAccount(house, { actor: other(MANAGERS) }, { account: id, reset }));
  const times = (before?.times ?? 0) + 1;
  const password = demoPassword(times);
  const knock = { deviceKey, address: HERE };
  let ticket: Ticket = {
    ...knock,
    cookie: (await must(signIn(house, { ...knock, id, password: temporary }))).cookie,
  };
  ticket = {
    ...knock,
    ...(await must(changePassword(house, ticket, { present: temporary, next: password }))),
  };
  const { secret } = await must(beginTotp(house, ticket));
  // The code before: the one of now is still to be used.
  ticket = { ...knock, ...(await must(addTotp(house, ticket, totpCode(secret, stepNow(house) - 1)))) };
  await signOut(house, ticket);
  return { password, secret, times };
}

const HERE = '127.0.0.1';

async function register(place: Home, device: DeviceId, number: string): Promise<void> {
  const input = { device, register: number };
  const done = await place.execute([{ row: 'device.register', input }], { actor: MANAGERS[0] });
  if (!done.ok && done.error.refused !== 'device-known-already') throw new Error(done.error.refused);
}

function deviceOf(key: string): DeviceId {
  const device = deviceIdOf(key);
  if (!device) throw new Error('A new key of a terminal is not one of ours');
  return device;
}

function stepNow(house: SignInHouse): number {
  return Math.floor(epochOf(house.parts.now()) / STEP_MS);
}

async function must<T>(done: Promise<Result<T, { readonly refused: string }>>): Promise<T> {
  const result = await done;
  if (!result.ok) throw new Error(`The people of the try-out were not made ready: ${result.error.refused}`);
  return result.value;
}

async function knownIn(file: string): Promise<Readonly<Record<string, Known>>> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function writeKnown(file: string, known: ReadonlyMap<string, Known>): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  await rename(draft, file);
}
