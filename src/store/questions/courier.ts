import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { CourierStanding, LastOutward } from '../../domain/courier/courier-standing.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, truth, whole } from '../row.ts';

const STANDING: Statement = {
  name: 'courier-standing',
  text: `select c.chapter, c.born,
           coalesce((select max(n) from p_bundle b where b.chapter = c.chapter and b.way = 'out'), c.outward) as outward,
           coalesce((select max(n) from p_bundle b where b.chapter = c.chapter and b.way = 'in'), c.inward) as inward,
           case when p.secured_chapter = c.chapter then p.secured_inward else 0 end as secured,
           p.last_generation is not null as kept, p.awaits_outside
         from p_place p left join p_courier c on true`,
};

const LAST: Statement = {
  name: 'courier-last-outward',
  text: `select digest, taken, secured, snapshot, at,
           (select min(n) from p_bundle where chapter = $1 and way = 'out' and snapshot = 'last') as complete_at,
           s.up_to as seen_up_to, s.day as seen_day
         from p_bundle left join lateral (
           select up_to, day from p_bundle where chapter = $1 and way = 'out' and up_to is not null
           order by n desc limit 1) s on true
         where chapter = $1 and way = 'out' order by n desc limit 1`,
};

const KEYS: Statement = {
  name: 'courier-keys',
  text: 'select key, from_at, until_at, destroyed from p_recipient_key order by from_at, key',
};

const LAST_NUMBER: Statement = {
  name: 'courier-last-number',
  text: 'select max(n) as n from p_bundle where chapter = $1 and way = $2',
};

const CASE_OF_MESSAGE: Statement = {
  name: 'courier-message',
  text: 'select "case" from p_message where message = $1',
};

const DIGEST: Statement = {
  name: 'courier-digest',
  text: 'select digest from p_bundle where chapter = $1 and way = $2 and n = $3',
};

export async function findCourier(reader: Reader): Promise<readonly CourierStanding[]> {
  const [row] = await reader.rows(STANDING);
  if (!row) return [];
  const keys = await reader.rows(KEYS);
  const met = row['chapter'] !== null;
  const [last] = met ? await reader.rows(LAST, [whole(row, 'chapter')]) : [];
  return [
    {
      chapter: met ? whole(row, 'chapter') : 0,
      born: textOrNull(row, 'born'),
      outward: met ? whole(row, 'outward') : 0,
      inward: met ? whole(row, 'inward') : 0,
      secured: row['secured'] === null ? 0 : whole(row, 'secured'),
      kept: truth(row, 'kept'),
      last: last ? lastOf(last) : null,
      awaitsOutside: truth(row, 'awaits_outside'),
      keys: keys.map((key) => ({
        key: text(key, 'key'),
        from: text(key, 'from_at') as Instant,
        until: text(key, 'until_at') as Instant,
        destroyed: textOrNull(key, 'destroyed'),
      })),
    },
  ];
}

/** The number of the last recorded bundle of a chapter and direction, if there is one. */
export async function lastBundle(
  reader: Reader,
  chapter: number,
  way: 'in' | 'out',
): Promise<number | undefined> {
  const [row] = await reader.rows(LAST_NUMBER, [chapter, way]);
  return row && row['n'] !== null ? whole(row, 'n') : undefined;
}

/** The digest under which a bundle is written down. */
export async function bundleDigest(
  reader: Reader,
  chapter: number,
  way: 'in' | 'out',
  n: number,
): Promise<string | undefined> {
  const [row] = await reader.rows(DIGEST, [chapter, way, n]);
  return row && text(row, 'digest');
}

/** Whose message it is. */
export async function caseOfMessage(reader: Reader, message: string): Promise<CaseId | undefined> {
  const [row] = await reader.rows(CASE_OF_MESSAGE, [message]);
  return row && (text(row, 'case') as CaseId);
}

function lastOf(row: Row): LastOutward {
  return {
    digest: text(row, 'digest'),
    taken: whole(row, 'taken'),
    secured: whole(row, 'secured'),
    snapshot: textOrNull(row, 'snapshot') as LastOutward['snapshot'],
    at: text(row, 'at') as Instant,
    completeAt: row['complete_at'] === null ? null : whole(row, 'complete_at'),
    seen:
      row['seen_up_to'] === null
        ? null
        : { upTo: whole(row, 'seen_up_to'), day: text(row, 'seen_day') as CivilDate },
  };
}
