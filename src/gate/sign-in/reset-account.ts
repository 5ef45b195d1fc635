import type { AccountId, RequestId } from '../../domain/basics/ids.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { temporaryPassword } from '../../security/temporary-password.ts';
import { accountVersion } from '../../store/sign-in/account.ts';
import { execute } from '../execute.ts';
import type { By } from '../gate.ts';
import type { GateRefusal } from '../refusal.ts';
import { vouch } from '../vouched.ts';
import type { SignInHouse } from './house.ts';
import { keptSecrets } from './kept-secrets.ts';

/**
 * An approved reset: draws the password that works once and gives it back to be shown once, on the ID manager's screen or
 * paper. It is kept as a hash only; whoever did not note it down resets again.
 */
export async function resetAccount(
  house: SignInHouse,
  by: By,
  { account, reset }: { readonly account: AccountId; readonly reset: RequestId },
): Promise<Result<{ readonly temporary: string }, GateRefusal>> {
  const version = await accountVersion(house.parts.database.single, account);
  const kept = (await keptSecrets(house, account)).password;
  const { history } = house.parts.rules.access.signIn.password;
  const before = kept ? [kept.hash, ...kept.before].slice(0, history) : [];
  const temporary = temporaryPassword();
  const hash = await house.hashing.hash(temporary);
  const done = await execute(
    house.parts,
    [
      {
        row: 'account.reset',
        input: { account, reset, kept: vouch({ hash, before }) },
        shown: { account: version },
      },
    ],
    by,
  );
  return done.ok ? ok({ temporary }) : err(done.error);
}
