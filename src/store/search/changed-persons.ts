import type { PersonId } from '../../domain/basics/ids.ts';
import type { Reader, Statement } from '../connection.ts';
import type { AccessEntry } from '../access-log.ts';
import { text } from '../row.ts';

/**
 * How far the access log was followed: every transaction before `xmin` is in; of those from it on, the entries in
 * `seen`. Rows commit out of the order of their numbers, so that no number alone says what is new (as in `sealChain`).
 */
export type LogMark = { readonly xmin: string; readonly seen: ReadonlySet<string> };

/** Persons whose values, links or existence changed since the mark, whichever process did it, and the next mark. */
export type Changed = { readonly mark: LogMark; readonly persons: ReadonlySet<PersonId> };

const NOW: Statement = {
  name: 'search-log-now',
  text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
};

/** Only entries that name a vault row, a link or an erasure; the pattern may let others through, which do no harm. */
const SINCE: Statement = {
  name: 'search-log-since',
  text: `select s.xmin, e.ord::text as ord, e.line
         from (select pg_snapshot_xmin(pg_current_snapshot())::text as xmin) as s
         left join access_entry e on e.tx >= $1::bigint
           and (e.line like '%"wrote":[%' or e.line like '%"forgot":[%' or e.line like '%"linked":[%')`,
};

/** The mark from which changes are to be followed after everything was read on this reader's snapshot. */
export async function markNow(reader: Reader): Promise<LogMark> {
  const [row] = await reader.rows(NOW);
  if (!row) throw new Error('The database does not tell its snapshot');
  return { xmin: text(row, 'xmin'), seen: new Set() };
}

export async function changedSince(reader: Reader, mark: LogMark): Promise<Changed> {
  const rows = await reader.rows(SINCE, [mark.xmin]);
  const [first] = rows;
  if (!first) throw new Error('The database does not tell its snapshot');
  const seen = new Set<string>();
  const persons = new Set<PersonId>();
  for (const row of rows) {
    if (row['ord'] === null) continue;
    const ord = text(row, 'ord');
    seen.add(ord);
    if (mark.seen.has(ord)) continue;
    const entry: Pick<AccessEntry, 'wrote' | 'forgot' | 'linked'> = JSON.parse(text(row, 'line'));
    for (const [person] of entry.wrote ?? []) persons.add(person as PersonId);
    for (const person of [...(entry.forgot ?? []), ...(entry.linked ?? [])]) persons.add(person as PersonId);
  }
  return { mark: { xmin: text(first, 'xmin'), seen }, persons };
}
