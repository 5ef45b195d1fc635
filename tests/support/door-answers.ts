import type { Result } from '../../src/domain/basics/result.ts';
import type { Ticket } from '../../src/gate/sign-in/house.ts';
import { sessionOf } from '../../src/gate/sign-in/read-session.ts';
import { signIn } from '../../src/gate/sign-in/sign-in.ts';
import type { signInPlace } from './sign-in-place.ts';

type Door = Pick<Awaited<ReturnType<typeof signInPlace>>, 'place' | 'house' | 'knock'>;

/** What the door of a place answers, where a session stands, and what the access log says of somebody, as words. */
export function doorAnswers({ place, house, knock }: Door) {
  const said = (done: Result<unknown, { readonly refused: string }>) =>
    done.ok ? 'done' : done.error.refused;
  return {
    said,
    tryIn: async (id: string, password: string, at = knock) =>
      said(await signIn(house, { ...at, id, password })),
    count: (outcomes: readonly string[], which: string) =>
      outcomes.filter((outcome) => outcome === which).length,
    standing: async (ticket: Ticket) => {
      const session = await sessionOf(house, ticket);
      return session ? (session.needs ?? 'open') : 'none';
    },
    entries: async (actor: string): Promise<readonly string[]> => {
      const rows = await place.database.reader.rows(
        {
          name: 'test-entries',
          text: `select line::json ->> 'word' as word, line::json ->> 'row' as row, line::json ->> 'reason' as reason
                 from access_entry where line::json ->> 'actor' = $1 order by ord`,
        },
        [actor],
      );
      return rows.map(({ word, row, reason }) =>
        [word, row, reason].filter((one) => typeof one === 'string').join(' '),
      );
    },
  };
}
