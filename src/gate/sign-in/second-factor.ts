import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import type { FactorId } from '../../domain/basics/ids.ts';
import { epochOf } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { askPasskeys, passkeyCounter } from '../../security/passkey.ts';
import { stepOfCode } from '../../security/totp.ts';
import { useFactor } from '../../store/sign-in/factor-use.ts';
import { goOn } from './go-on.ts';
import type { SignInHouse, Ticket } from './house.ts';
import { keptSecrets, type KeptSecrets } from './kept-secrets.ts';
import { pendingOf, setPending } from './pending.ts';
import { readSession, type LiveSession } from './read-session.ts';
import { trySecret } from './try-secret.ts';

/** Six digits of an authenticator app, or the answer of the browser to `askSecondFactor`. */
export type SecondProof = { readonly code: string } | { readonly passkey: unknown };

/** Which kinds the person has; `passkey`: what the browser is to be asked. */
export type AskedFactors = { readonly totp: boolean; readonly passkey: object | undefined };

/** A new challenge at each asking; the one before it opens nothing any more. */
export async function askSecondFactor(
  house: SignInHouse,
  ticket: Ticket,
): Promise<Result<AskedFactors, SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (!live) return err({ refused: 'session-over' });
  const kept = await keptSecrets(house, live.account.account);
  const totp = kept.totp.length > 0;
  if (kept.passkeys.length === 0) return ok({ totp, passkey: undefined });
  const { challenge, options } = await askPasskeys(house.site, kept.passkeys);
  await setPending(house, live, { what: 'passkey', challenge });
  return ok({ totp, passkey: options });
}

/** Second step (SEC-15-1): from here on the session is open, under a new cookie. A code counts once, of many at once too. */
export async function secondFactor(
  house: SignInHouse,
  ticket: Ticket,
  proof: SecondProof,
): Promise<Result<{ readonly cookie: string }, SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (!live) return err({ refused: 'session-over' });
  const { account, device, standing } = live;
  if (standing.is !== 'waiting' || standing.needs !== 'second-factor') {
    return err({ refused: 'not-the-next-step' });
  }
  const trying = {
    account,
    typed: account.account,
    device,
    row: 'session.open',
    fields: ['sign-in.secret'],
  } as const;
  const tried = await trySecret(house, trying, async () => {
    const kept = await keptSecrets(house, account.account);
    return 'code' in proof
      ? usedCode(house, kept, proof.code)
      : usedPasskey(house, live, kept, proof.passkey);
  });
  if (!tried.ok) return tried;
  const { factor, step } = tried.value.proof;
  return goOn(house, {
    live,
    row: 'session.open',
    second: true,
    tries: tried.value.key,
    // An authenticator without a counter says 0: its challenge was for this session and ends with its cookie.
    ...(step > 0 ? { use: (writer) => useFactor(writer, factor, step) } : {}),
  });
}

type Used = { readonly factor: FactorId; readonly step: number };

function usedCode({ parts }: SignInHouse, { totp }: KeptSecrets, code: string): Used | undefined {
  const now = epochOf(parts.now());
  for (const { factor, secret } of totp) {
    const step = stepOfCode(secret, code, now);
    if (step !== undefined) return { factor, step };
  }
  return undefined;
}

async function usedPasskey(
  { site }: SignInHouse,
  live: LiveSession,
  { passkeys }: KeptSecrets,
  answer: unknown,
): Promise<Used | undefined> {
  const pending = pendingOf(live, 'passkey');
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
  const passkey = passkeys.find((one) => one.id === id);
  if (!pending || !passkey) return undefined;
  const counter = await passkeyCounter(site, pending.challenge, passkey, answer);
  return counter === undefined ? undefined : { factor: passkey.factor, step: counter };
}
