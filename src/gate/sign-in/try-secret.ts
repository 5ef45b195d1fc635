import { createTryKey } from '../../security/try-key.ts';
import { takeTry, type Taken } from '../../domain/access/failure-rule.ts';
import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { HashingBusy } from '../../security/password-hash.ts';
import type { SignInRow } from '../../store/sign-in/account.ts';
import { giveTryBack, lockTries, writeTries } from '../../store/sign-in/tries.ts';
import { execute } from '../execute.ts';
import type { SignInHouse } from './house.ts';
import { remember, type DoorEvent } from './remember.ts';

/** Who tries: a known ID, or what was typed instead of one. */
export type Trying = {
  readonly account: SignInRow | undefined;
  readonly typed: string;
  readonly device: string;
  readonly row: DoorEvent['row'];
  readonly fields: readonly string[];
};

/** What a right secret gives: the proof, and the key under which tries are counted. */
export type Tried<Proof> = { readonly proof: Proof; readonly key: Buffer };

/**
 * Compares a secret under the rule of failures (SEC-11-1). The try is counted before the secret is looked at: a hundred at
 * once are a hundred tries. An unknown ID is counted, waits and locks as a known one does. A right secret takes back its
 * own try only; those before it are forgotten when the person is all the way in.
 */
export async function trySecret<Proof>(
  house: SignInHouse,
  { account, typed, device, row, fields }: Trying,
  check: () => Promise<Proof | undefined>,
): Promise<Result<Tried<Proof>, SignInRefusal>> {
  const { database } = house.parts;
  const key = createTryKey(house.secret, account?.account ?? typed);
  const round = account?.round ?? 0;
  const deny = async (refusal: SignInRefusal) => {
    await remember(house, database.single, [
      { row, word: 'denied', actor: account?.account, device, reason: refusal.refused, fields },
    ]);
    return err(refusal);
  };
  const taken = await take(house, key, round);
  if (taken.say === 'wait') return deny({ refused: 'sign-in-wait', until: taken.until });
  if (taken.say === 'locked' || account?.isLocked) return deny({ refused: 'sign-in-locked' });
  let proof: Proof | undefined;
  try {
    proof = await check();
  } catch (error) {
    if (!(error instanceof HashingBusy)) throw error;
    await giveTryBack(database.single, key, round);
    return deny({ refused: 'sign-in-busy' });
  }
  if (proof !== undefined) {
    await giveTryBack(database.single, key, round);
    return ok({ proof, key });
  }
  if (!taken.last) return deny({ refused: row === 'session.open' ? 'code-wrong' : 'sign-in-wrong' });
  if (account?.isOpen) await lock(house, account, taken.next.failures);
  return deny({ refused: 'sign-in-locked' });
}

function take(house: SignInHouse, key: Buffer, round: number): Promise<Taken> {
  const { parts } = house;
  return parts.database.write(async (writer) => {
    const now = parts.now();
    const before = await lockTries(writer, key, round, now);
    const taken = takeTry(before, round, now, parts.rules.access.signIn.failures);
    if (taken.say === 'go') await writeTries(writer, key, taken.next, now);
    return taken;
  });
}

/** The ID manager finds it among her duties until she has unlocked or reset it. */
async function lock(house: SignInHouse, { account }: SignInRow, failures: number): Promise<void> {
  const done = await execute(house.parts, [{ row: 'account.lock-sign-in', input: { account, failures } }], {
    actor: 'system:sign-in',
  });
  // The tries are counted all the same: the door stays closed, whatever became of the fact.
  if (!done.ok && done.error.refused !== 'account-not-open') {
    throw new Error(`The lock of a sign-in was not written: ${done.error.refused}`);
  }
}
