import type { Statement, Writer } from '../connection.ts';
import { LIVING, SESSION_COLUMNS, sessionOf, type SessionRow } from './session.ts';

/** A try at a date of birth: the session, and until when to wait instead if too many were wrong. */
export type Try = { readonly session?: SessionRow | undefined; readonly waitUntil?: number | undefined };

/** As `Measure` of the gate: so many free, one more every so many seconds, then growing waits. */
export type TryMeasure = {
  readonly free: number;
  readonly refillSeconds: number;
  readonly first: number;
  readonly most: number;
};

/**
 * Counts a try as a wrong one before anybody looks at it, and reads what it is to be tried on: one statement, the same
 * for codes that exist, that were revoked, and that nobody has. A thousand at the same moment are counted one by one.
 */
export async function tryCode(writer: Writer, hash: Buffer, now: number, measure: TryMeasure): Promise<Try> {
  const { free, refillSeconds, first, most } = measure;
  const [row] = await writer.rows(TRY, [hash, now, free, refillSeconds * 1000, first * 1000, most * 1000]);
  if (!row) return {};
  const session = sessionOf(row);
  if (row['counted']) return { session };
  return { session, waitUntil: Math.max(Number(row['until'] ?? 0), now + 1000) };
}

const LEVEL =
  'greatest(0, t.level - greatest(0, excluded.at - t.at)::double precision / $4::double precision) + 1';

const delay = (level: string) =>
  `case when floor(${level}) < $3::int then 0
        else least($6::double precision, $5::double precision * power(2, least(20, floor(${level}) - $3::int))) end::bigint`;

const TRY: Statement = {
  name: 'code-try',
  text: `with counted as (
           insert into tries as t (locator, level, at, until)
           select s.locator, 1, $2::bigint, $2::bigint + ${delay('1')} from session s where ${LIVING} and s.stage = 'code'
           on conflict (locator) do update
             set level = ${LEVEL}, at = excluded.at, until = excluded.at + ${delay(LEVEL)}
             where t.until <= excluded.at
           returning 1)
         select ${SESSION_COLUMNS}, t.until, exists (select from counted) as counted
         from session s left join capsule c on c.locator = s.locator left join tries t on t.locator = s.locator
         where ${LIVING} and s.stage = 'code'`,
};
