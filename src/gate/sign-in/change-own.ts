import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { err, type Result } from '../../domain/basics/result.ts';
import { findSignIn } from '../../store/sign-in/account.ts';
import { execute } from '../execute.ts';
import { vouch } from '../vouched.ts';
import { goOn } from './go-on.ts';
import type { SignInHouse } from './house.ts';
import type { LiveSession } from './read-session.ts';
import type { DoorEvent } from './remember.ts';

/** A row about the own ID, with what was checked for it. `version`: the facts that the check was made on. */
export type OwnChange = {
  readonly row: 'account.set-password' | 'account.add-factor' | 'account.remove-factor';
  readonly input: Readonly<Record<string, string | object>>;
  readonly version: number;
  readonly event: DoorEvent['row'];
};

/**
 * Carries out a change of one's own password or factors through the gate. It ends every session of the person; the one in
 * which it was made goes on. Of two at once the second was decided on what is no longer so and is told to begin again.
 */
export async function changeOwn(
  house: SignInHouse,
  live: LiveSession,
  { row, input, version, event }: OwnChange,
): Promise<Result<{ readonly cookie: string }, SignInRefusal>> {
  const { parts } = house;
  const { account, session } = live;
  const checked = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, typeof value === 'object' ? vouch(value) : value]),
  );
  const done = await execute(
    parts,
    [{ row, input: { account: account.account, ...checked }, shown: { account: version } }],
    { actor: account.account },
  );
  if (!done.ok) {
    if (['stale', 'account-not-open'].includes(done.error.refused)) return err({ refused: 'session-over' });
    if (['factor-unknown', 'last-factor'].includes(done.error.refused)) {
      return err({ refused: 'not-the-next-step' });
    }
    throw new Error(`A change of one's own was refused: ${done.error.refused}`);
  }
  const now = await findSignIn(parts.database.single, account.account, dayOfInstant(parts.now()));
  return goOn(house, {
    live,
    row: event,
    // Whoever adds her first factor has just given it.
    second: session.second || row === 'account.add-factor',
    // Exactly one more than before: what somebody else changed at the same time ends this session too.
    stamp: now && now.stamp === account.stamp + 1 ? now.stamp : account.stamp,
  });
}
