import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import {
  endOwnSessions,
  endSession,
  listSessions,
  lockSession,
  type ListedSession,
} from '../../store/sign-in/session.ts';
import type { SignInHouse, Ticket } from './house.ts';
import { readSession } from './read-session.ts';
import { remember, rememberEnds } from './remember.ts';

/** The screen is covered: the password opens it again. */
export async function lock(house: SignInHouse, ticket: Ticket): Promise<void> {
  const live = await readSession(house, ticket);
  if (!live) return;
  const { account, device, secrets } = live;
  await house.parts.database.write(async (writer) => {
    if (!(await lockSession(writer, secrets.hash))) return;
    await remember(house, writer, [
      { row: 'session.lock', word: 'executed', actor: account.account, device },
    ]);
  });
}

export async function signOut(house: SignInHouse, ticket: Ticket): Promise<void> {
  const live = await readSession(house, ticket);
  if (!live) return;
  await house.parts.database.write(async (writer) =>
    rememberEnds(house, writer, await endSession(writer, live.secrets.hash), 'signed-out'),
  );
}

/** Where the person is signed in now, this session among them. */
export async function ownSessions(
  house: SignInHouse,
  ticket: Ticket,
): Promise<Result<readonly ListedSession[], SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (live?.standing.is !== 'open') return err({ refused: 'session-over' });
  return ok(await listSessions(house.parts.database.single, live.account.account, live.secrets.hash));
}

/** One of them by its key, or all with this one. */
export async function endOwn(
  house: SignInHouse,
  ticket: Ticket,
  key?: string,
): Promise<Result<number, SignInRefusal>> {
  const live = await readSession(house, ticket);
  if (live?.standing.is !== 'open') return err({ refused: 'session-over' });
  const ended = await house.parts.database.write(async (writer) => {
    const gone = await endOwnSessions(writer, live.account.account, key);
    await rememberEnds(house, writer, gone, 'by-herself');
    return gone;
  });
  return ok(ended.length);
}
