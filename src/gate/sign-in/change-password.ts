import { passwordFaults, type PasswordFault } from '../../domain/access/password-rule.ts';
import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import type { KeptPassword } from '../../domain/access/credential.ts';
import { err, type Result } from '../../domain/basics/result.ts';
import { HashingBusy } from '../../security/password-hash.ts';
import { accountVersion } from '../../store/sign-in/account.ts';
import { changeOwn } from './change-own.ts';
import type { SignInHouse, Ticket } from './house.ts';
import { tryPassword } from './prove-again.ts';
import { readSession, type LiveSession } from './read-session.ts';

/**
 * SEC-5: the present password, then a new one by the rules. All other sessions of the person end; this one goes on under a
 * new cookie. After a reset, or after 90 days, this is all that a session may do.
 */
export async function changePassword(
  house: SignInHouse,
  ticket: Ticket,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<Result<{ readonly cookie: string }, SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (!live) return err({ refused: 'session-over' });
  const { standing } = live;
  if (standing.is === 'waiting' && !['new-password', 'first-factor'].includes(standing.needs)) {
    return err({ refused: 'not-the-next-step' });
  }
  const { single } = house.parts.database;
  const version = await accountVersion(single, live.account.account);
  const tried = await tryPassword(house, live, present);
  // Whoever changed it a moment ago in another window ended this session: the old password is then not called wrong.
  if (!tried.ok) return (await readSession(house, ticket)) ? tried : err({ refused: 'session-over' });
  const kept = tried.value.proof;
  try {
    const faults = await faultsOf(house, live, kept, next);
    if (faults.length > 0) return err({ refused: 'password-refused', faults });
    const { history } = house.parts.rules.access.signIn.password;
    const before = [kept.hash, ...kept.before].slice(0, history - 1);
    const hash = await house.hashing.hash(next);
    return await changeOwn(house, live, {
      row: 'account.set-password',
      input: { kept: { hash, before } },
      version,
      event: 'session.password',
    });
  } catch (error) {
    if (!(error instanceof HashingBusy)) throw error;
    return err({ refused: 'sign-in-busy' });
  }
}

async function faultsOf(
  house: SignInHouse,
  { account }: LiveSession,
  { hash, before }: KeptPassword,
  next: string,
): Promise<readonly PasswordFault[]> {
  const rules = house.parts.rules.access.signIn.password;
  const faults: PasswordFault[] = [...passwordFaults(next, [account.holder], rules)];
  // What is refused anyway is not hashed twelve times over.
  if (faults.length > 0) return faults;
  if (await house.isListed(next)) faults.push('listed');
  for (const old of [hash, ...before].slice(0, rules.history)) {
    if (await house.hashing.isRight(next, old)) return [...faults, 'used-before'];
  }
  return faults;
}
