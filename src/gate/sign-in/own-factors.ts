import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import type { FactorId } from '../../domain/basics/ids.ts';
import { epochOf } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { askForPasskey, madePasskey } from '../../security/passkey.ts';
import { newTotpSecret, stepOfCode, totpAddress } from '../../security/totp.ts';
import { accountVersion } from '../../store/sign-in/account.ts';
import { useFactor } from '../../store/sign-in/factor-use.ts';
import { changeOwn } from './change-own.ts';
import type { SignInHouse, Ticket } from './house.ts';
import { keptSecrets } from './kept-secrets.ts';
import { pendingOf, setPending } from './pending.ts';
import { readSession, type LiveSession } from './read-session.ts';

type Renewed = Result<{ readonly cookie: string }, SignInRefusal>;

/** What the person sees of her factors. */
export type OwnFactor = { readonly factor: FactorId; readonly kind: 'totp' | 'passkey' };

/** A new secret for an authenticator app: once as a square code, once to type. It waits until a code of it was given. */
export async function beginTotp(
  house: SignInHouse,
  ticket: Ticket,
): Promise<Result<{ readonly secret: string; readonly address: string }, SignInRefusal>> {
  const live = await mayChange(house, ticket);
  if (!live.ok) return live;
  const secret = newTotpSecret();
  await setPending(house, live.value, { what: 'new-totp', secret });
  return ok({ secret, address: totpAddress(secret, house.site.name, live.value.account.holder) });
}

/** The secret that waits for its code, as it was begun; a mistyped code or a page loaded again makes no new one. */
export async function begunTotp(house: SignInHouse, ticket: Ticket): ReturnType<typeof beginTotp> {
  const live = await mayChange(house, ticket);
  if (!live.ok) return live;
  const pending = pendingOf(live.value, 'new-totp');
  if (!pending) return beginTotp(house, ticket);
  const { secret } = pending;
  return ok({ secret, address: totpAddress(secret, house.site.name, live.value.account.holder) });
}

/** The app was tried: its code is used up with that. */
export async function addTotp(house: SignInHouse, ticket: Ticket, code: string): Promise<Renewed> {
  const live = await mayChange(house, ticket);
  if (!live.ok) return live;
  const pending = pendingOf(live.value, 'new-totp');
  if (!pending) return err({ refused: 'not-the-next-step' });
  const step = stepOfCode(pending.secret, code, epochOf(house.parts.now()));
  if (step === undefined) return err({ refused: 'code-wrong' });
  return add(house, live.value, { kind: 'totp', value: { secret: pending.secret } }, step);
}

/** What the browser is asked to make. */
export async function beginPasskey(
  house: SignInHouse,
  ticket: Ticket,
): Promise<Result<object, SignInRefusal>> {
  const live = await mayChange(house, ticket);
  if (!live.ok) return live;
  const { account } = live.value;
  const { passkeys } = await keptSecrets(house, account.account);
  const { challenge, options } = await askForPasskey(house.site, account, passkeys);
  await setPending(house, live.value, { what: 'new-passkey', challenge });
  return ok(options);
}

export async function addPasskey(house: SignInHouse, ticket: Ticket, answer: unknown): Promise<Renewed> {
  const live = await mayChange(house, ticket);
  if (!live.ok) return live;
  const pending = pendingOf(live.value, 'new-passkey');
  if (!pending) return err({ refused: 'not-the-next-step' });
  const made = await madePasskey(house.site, pending.challenge, answer);
  if (!made) return err({ refused: 'passkey-not-made' });
  return add(house, live.value, { kind: 'passkey', value: { ...made.kept } }, made.counter);
}

export async function ownFactors(
  house: SignInHouse,
  ticket: Ticket,
): Promise<Result<readonly OwnFactor[], SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (live?.standing.is !== 'open') return err({ refused: 'session-over' });
  const { totp, passkeys } = await keptSecrets(house, live.account.account);
  return ok([
    ...totp.map(({ factor }) => ({ factor, kind: 'totp' as const })),
    ...passkeys.map(({ factor }) => ({ factor, kind: 'passkey' as const })),
  ]);
}

/** All but the last one, which stays. */
export async function removeFactor(house: SignInHouse, ticket: Ticket, factor: FactorId): Promise<Renewed> {
  const live = await mayChange(house, ticket);
  if (!live.ok) return live;
  const version = await accountVersion(house.parts.database.single, live.value.account.account);
  return changeOwn(house, live.value, {
    row: 'account.remove-factor',
    input: { factor, checked: { right: true } },
    version,
    event: 'session.factor',
  });
}

async function add(
  house: SignInHouse,
  live: LiveSession,
  kept: { readonly kind: 'totp' | 'passkey'; readonly value: Readonly<Record<string, string>> },
  step: number,
): Promise<Renewed> {
  const { single } = house.parts.database;
  const factor = house.parts.ids.fresh('factor');
  const version = await accountVersion(single, live.account.account);
  if (step > 0) await useFactor(single, factor, step);
  return changeOwn(house, live, {
    row: 'account.add-factor',
    input: { factor, kept },
    version,
    event: 'session.factor',
  });
}

/** The first factor comes right after the password; later ones after the password was given once more (ASVS 7.5.1). */
async function mayChange(house: SignInHouse, ticket: Ticket): Promise<Result<LiveSession, SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (!live) return err({ refused: 'session-over' });
  const { standing } = live;
  const isFirst = standing.is === 'waiting' && standing.needs === 'first-factor';
  if (standing.is === 'waiting' && !isFirst) return err({ refused: 'not-the-next-step' });
  return standing.fresh ? ok(live) : err({ refused: 'prove-again-first' });
}
