import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { newCookie, secretsOfCookie } from '../../security/session-cookie.ts';
import type { Writer } from '../../store/connection.ts';
import { renewSession, trimSessions } from '../../store/sign-in/session.ts';
import { clearTries } from '../../store/sign-in/tries.ts';
import type { SignInHouse } from './house.ts';
import type { LiveSession } from './read-session.ts';
import { remember, rememberEnds, type DoorEvent } from './remember.ts';

/** A proof was given. `stamp`: what the person's own change has made of it; without it the session's own. */
export type Step = {
  readonly live: LiveSession;
  readonly row: DoorEvent['row'];
  readonly second: boolean;
  readonly stamp?: number;
  /** The key under which failures are counted; they are forgotten, for she is all the way in. */
  readonly tries?: Buffer;
  /** Uses up what proves it, in the same transaction; a no leaves everything as it was. */
  readonly use?: (writer: Writer) => Promise<boolean>;
};

class NotOnce extends Error {
  readonly why: SignInRefusal;
  constructor(why: SignInRefusal) {
    super(why.refused);
    this.why = why;
  }
}

/** The session goes on under a new cookie; the old one opens nothing from here on. Of two at once exactly one does. */
export async function goOn(
  house: SignInHouse,
  { live, row, second, stamp, tries, use }: Step,
): Promise<Result<{ readonly cookie: string }, SignInRefusal>> {
  const { parts } = house;
  const { account, device, session, secrets } = live;
  const cookie = newCookie();
  const hash = secretsOfCookie(house.secret, cookie)?.hash;
  if (!hash) throw new Error('A new cookie is not one of ours');
  const whose = { row, actor: account.account, device } as const;
  try {
    await parts.database.write(async (writer) => {
      if (use && !(await use(writer))) throw new NotOnce({ refused: 'code-used' });
      if (tries) await clearTries(writer, tries);
      const renewed = await renewSession(writer, {
        before: secrets.hash,
        hash,
        stamp: stamp ?? session.stamp,
        now: parts.now(),
        second,
        wasSecond: session.second,
      });
      if (!renewed) throw new NotOnce({ refused: 'session-over' });
      const { atOnce } = parts.rules.access.signIn.session;
      if (second) {
        await rememberEnds(
          house,
          writer,
          await trimSessions(writer, account.account, atOnce),
          'too-many-at-once',
        );
      }
      await remember(house, writer, [{ ...whose, word: 'executed' }]);
    });
    return ok({ cookie });
  } catch (error) {
    if (!(error instanceof NotOnce)) throw error;
    await remember(house, parts.database.single, [{ ...whose, word: 'denied', reason: error.why.refused }]);
    return err(error.why);
  }
}
