import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import { err, type Result } from '../../domain/basics/result.ts';
import type { KeptPassword } from '../../domain/access/credential.ts';
import { goOn } from './go-on.ts';
import type { SignInHouse, Ticket } from './house.ts';
import { keptSecrets } from './kept-secrets.ts';
import { readSession, type LiveSession } from './read-session.ts';
import { trySecret, type Tried } from './try-secret.ts';

/**
 * The password once more: it unlocks a session after a pause (SEC-4-6) and makes an open one fresh for a dangerous act. The
 * session goes on under a new cookie. Failures count as at the door.
 */
export async function proveAgain(
  house: SignInHouse,
  ticket: Ticket,
  password: string,
): Promise<Result<{ readonly cookie: string }, SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (!live) return err({ refused: 'session-over' });
  const { standing } = live;
  if (standing.is === 'waiting' && standing.needs !== 'password') {
    return err({ refused: 'not-the-next-step' });
  }
  const tried = await tryPassword(house, live, password);
  if (!tried.ok) return tried;
  return goOn(house, { live, row: 'session.prove', second: live.session.second, tries: tried.value.key });
}

/** The own password, under the rule of failures. */
export function tryPassword(
  house: SignInHouse,
  { account, device }: LiveSession,
  password: string,
): Promise<Result<Tried<KeptPassword>, SignInRefusal>> {
  const trying = {
    account,
    typed: account.account,
    device,
    row: 'session.prove',
    fields: ['sign-in.hash'],
  } as const;
  return trySecret(house, trying, async () => {
    const kept = (await keptSecrets(house, account.account)).password;
    return kept && (await house.hashing.isRight(password, kept.hash)) ? kept : undefined;
  });
}
