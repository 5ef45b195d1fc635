import { mayUseAll } from '../../domain/access/network-rule.ts';
import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import type { AccountId } from '../../domain/basics/ids.ts';
import { dayOfInstant, epochOf } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { stepOfCode } from '../../security/totp.ts';
import { findSignIn } from '../../store/sign-in/account.ts';
import { useFactor } from '../../store/sign-in/factor-use.ts';
import type { Knock, SignInHouse } from './house.ts';
import { keptSecrets } from './kept-secrets.ts';
import { knockAt } from './knock.ts';
import { remember } from './remember.ts';
import { trySecret } from './try-secret.ts';

/** Whose vault is looked into when the ID is unknown: nobody's, by the same statement. */
const NOBODY: AccountId = 'account_nobody';

/**
 * The second person of a two-person act, standing beside the first (SEC-4-2): her own ID, password and code, for this act
 * alone. She gets no session, and which of the three was wrong is not said. Failures count as at the door.
 */
export async function secondPerson(
  house: SignInHouse,
  { id, password, code, ...knock }: Knock & Proofs,
): Promise<Result<AccountId, SignInRefusal>> {
  const { parts } = house;
  const { single } = parts.database;
  const place = await knockAt(house, knock);
  if (!place.ok) return place;
  const { network, device } = place.value;
  const account = await findSignIn(single, id, dayOfInstant(parts.now()));
  const tried = await trySecret(
    house,
    { account, typed: id, device, row: 'session.prove', fields: ['sign-in.hash', 'sign-in.secret'] },
    async () => {
      const { password: kept, totp } = await keptSecrets(house, account?.account ?? NOBODY);
      const isRight = await house.hashing.isRight(password, kept?.hash ?? house.hashing.nobody);
      if (!isRight || !account?.isOpen || account.temporary) return undefined;
      const now = epochOf(parts.now());
      for (const { factor, secret } of totp) {
        const step = stepOfCode(secret, code, now);
        // A code counts once: not for the sign-in of a moment ago either.
        if (step !== undefined && (await parts.database.write((writer) => useFactor(writer, factor, step))))
          return account;
      }
      return undefined;
    },
  );
  if (!tried.ok) return tried;
  const { account: second, roles } = tried.value.proof;
  if (!mayUseAll(network, roles)) {
    await remember(house, single, [
      { row: 'session.prove', word: 'denied', actor: second, device, reason: 'network-not-allowed' },
    ]);
    return err({ refused: 'network-not-allowed' });
  }
  await remember(house, single, [{ row: 'session.prove', word: 'executed', actor: second, device }]);
  return ok(second);
}

/** What she types beside the first person. */
export type Proofs = { readonly id: string; readonly password: string; readonly code: string };
