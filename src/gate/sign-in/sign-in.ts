import { mayUseAll } from '../../domain/access/network-rule.ts';
import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import { addMinutes, dayOfInstant } from '../../domain/basics/instant.ts';
import type { AccountId } from '../../domain/basics/ids.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { KeptPassword } from '../../domain/access/credential.ts';
import { newCookie, secretsOfCookie } from '../../security/session-cookie.ts';
import { accountVersion, findSignIn, type SignInRow } from '../../store/sign-in/account.ts';
import { beginSession, sweepSessions } from '../../store/sign-in/session.ts';
import { sweepTries } from '../../store/sign-in/tries.ts';
import { execute } from '../execute.ts';
import { vouch } from '../vouched.ts';
import type { Knock, SignInHouse } from './house.ts';
import { keptSecrets } from './kept-secrets.ts';
import { knockAt } from './knock.ts';
import { remember, rememberEnds } from './remember.ts';
import { trySecret } from './try-secret.ts';

/** The cookie of a session that still needs something: `sessionOf` says what. */
export type HalfSession = { readonly cookie: string };

/** Whose vault is looked into when the ID is unknown: nobody's, by the same statement. */
const NOBODY: AccountId = 'account_nobody';
/** Counted failures are forgotten after so long without another. */
const TRIES_KEPT_MINUTES = 90 * 24 * 60;

/**
 * First step: network and terminal, then ID (personnel number) and password (SEC-4-6, SEC-11-1, SEC-15-1). A known and an
 * unknown ID take the same way and the same time; whoever is not let in learns nothing but that.
 */
export async function signIn(
  house: SignInHouse,
  { id, password, ...knock }: Knock & { readonly id: string; readonly password: string },
): Promise<Result<HalfSession, SignInRefusal>> {
  const { parts } = house;
  const { database } = parts;
  const place = await knockAt(house, knock);
  if (!place.ok) return place;
  const { network, device } = place.value;
  const account = await findSignIn(database.single, id, dayOfInstant(parts.now()));
  const trying = {
    account,
    typed: id,
    device,
    row: 'session.begin',
    fields: ['sign-in.hash'],
  } as const;
  const tried = await trySecret(house, trying, async () => {
    const kept = (await keptSecrets(house, account?.account ?? NOBODY)).password;
    const { nobody } = house.hashing;
    const isRight = await house.hashing.isRight(password, kept?.hash ?? nobody);
    return isRight && kept && account?.isOpen ? { account, kept } : undefined;
  });
  if (!tried.ok) return tried;
  const { proof } = tried.value;
  const deny = async (refusal: SignInRefusal) => {
    await remember(house, database.single, [
      { row: 'session.begin', word: 'denied', actor: proof.account.account, device, reason: refusal.refused },
    ]);
    return err(refusal);
  };
  if (!mayUseAll(network, proof.account.roles)) return deny({ refused: 'network-not-allowed' });
  if (proof.account.temporary && !(await useTemporary(house, proof.account.account))) {
    return deny({ refused: 'temporary-used-up' });
  }
  await renewOldHash(house, proof.account, proof.kept, password);
  const cookie = newCookie();
  const secrets = secretsOfCookie(house.secret, cookie);
  if (!secrets) throw new Error('A new cookie is not one of ours');
  const now = parts.now();
  const { allHours, halfMinutes } = parts.rules.access.signIn.session;
  await database.write(async (writer) => {
    const over = { all: addMinutes(now, -allHours * 60), half: addMinutes(now, -halfMinutes) };
    await rememberEnds(house, writer, await sweepSessions(writer, over), 'over');
    await sweepTries(writer, addMinutes(now, -TRIES_KEPT_MINUTES));
    // The stamp is the one that was read before the password was compared: whatever changed since then ends it.
    await beginSession(writer, {
      hash: secrets.hash,
      account: proof.account.account,
      device,
      network: network.name,
      stamp: proof.account.stamp,
      now,
    });
    await remember(house, writer, [
      {
        row: 'session.begin',
        word: 'executed',
        actor: proof.account.account,
        device,
        fields: ['sign-in.hash'],
      },
    ]);
  });
  return ok({ cookie });
}

/** Of many at once exactly one uses it up. */
async function useTemporary(house: SignInHouse, account: AccountId): Promise<boolean> {
  const done = await execute(
    house.parts,
    [{ row: 'account.use-temporary', input: { account, checked: vouch({ right: true }) } }],
    { actor: account },
  );
  if (!done.ok && done.error.refused !== 'temporary-over') throw new Error(done.error.refused);
  return done.ok;
}

/** Parameters grow with the years; the password is only here now. Who changed it meanwhile is not overwritten. */
async function renewOldHash(
  house: SignInHouse,
  { account }: SignInRow,
  kept: KeptPassword,
  password: string,
): Promise<void> {
  if (!house.hashing.isOld(kept.hash)) return;
  const version = await accountVersion(house.parts.database.single, account);
  if ((await keptSecrets(house, account)).password?.hash !== kept.hash) return;
  const hash = await house.hashing.hash(password);
  const done = await execute(
    house.parts,
    [
      {
        row: 'account.renew-hash',
        input: { account, kept: vouch({ ...kept, hash }) },
        shown: { account: version },
      },
    ],
    { actor: account },
  );
  if (!done.ok && done.error.refused !== 'stale') throw new Error(done.error.refused);
}
