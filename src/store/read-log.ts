import type { Instant } from '../domain/basics/instant.ts';
import type { AccessEntry } from './access-log.ts';
import type { Reader, Statement } from './connection.ts';
import { text, textOrNull, whole } from './row.ts';

/** An entry with its place in the log. */
export type ReadEntry = { readonly place: number; readonly entry: AccessEntry };

const CHUNK = 2000;
/** Moments are written alike (29 characters), so that they are compared as text. */
const MOMENT = `substr(line, strpos(line, '"at":"') + 6, 29) collate "C"`;

const BETWEEN: Statement = {
  name: 'log-between',
  text: `select ord, line from access_entry where ord > $1 and ${MOMENT} >= $2 and ${MOMENT} < $3
         order by ord limit ${CHUNK}`,
};

const ACTORS: Statement = {
  name: 'log-actors',
  text: `select distinct entry ->> 'actor' as actor, entry ->> 'second' as second
         from (select line::json as entry from access_entry where ${MOMENT} >= $1) as young`,
};

/** Everybody who acted, also as the second person, since a moment. */
export async function actorsSince(reader: Reader, since: Instant): Promise<ReadonlySet<string>> {
  const rows = await reader.rows(ACTORS, [since]);
  return new Set(rows.flatMap((row) => [text(row, 'actor'), textOrNull(row, 'second') ?? []]).flat());
}

/**
 * Entries of a period (`from` included, `to` not) in the order of the log, after a place if one is given. The whole log
 * is looked through, not only a stretch of it: a clock that once was wrong must not hide an entry from an audit.
 */
export async function* entriesBetween(
  reader: Reader,
  period: { readonly from: Instant; readonly to: Instant },
  after = 0,
): AsyncGenerator<ReadEntry> {
  let place = after;
  for (;;) {
    const rows = await reader.rows(BETWEEN, [place, period.from, period.to]);
    for (const row of rows) {
      place = whole(row, 'ord');
      const entry: AccessEntry = JSON.parse(text(row, 'line'));
      yield { place, entry };
    }
    if (rows.length < CHUNK) return;
  }
}
