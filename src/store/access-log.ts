import type { Instant } from '../domain/basics/instant.ts';
import type { EntryId } from '../domain/basics/ids.ts';
import type { AuditWord } from '../security/audit-words.ts';
import type { Statement, Writer } from './connection.ts';

/** One vault row as it was written: enough to find a changed, rolled back or missing one later. Digest in base64url. */
export type WrittenRow = readonly [
  person: string,
  section: string,
  item: string,
  version: number,
  digest: string,
];

/** One entry of the access log (B-03). Names, fields, ids; never a value, never the words of a search. */
export type AccessEntry = {
  readonly id: EntryId;
  readonly at: Instant;
  readonly word: AuditWord;
  readonly actor: string;
  readonly second?: string;
  /** The gate row: command or question. */
  readonly row: string;
  readonly purpose?: string;
  readonly screen?: string;
  readonly subjects?: readonly string[];
  readonly fields?: readonly string[];
  readonly hits?: number;
  /** What kinds of key a search was made by: `kana`, `phone`. */
  readonly kinds?: readonly string[];
  readonly reason?: string;
  readonly wrote?: readonly WrittenRow[];
  readonly forgot?: readonly string[];
  /** Persons whose cases changed without a value being written. */
  readonly linked?: readonly string[];
};

const ADD: Statement = {
  name: 'access-add',
  text: 'insert into access_entry (line) select * from unnest($1::text[])',
};

export async function addEntries(writer: Writer, entries: readonly AccessEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await writer.rows(ADD, [entries.map((entry) => JSON.stringify(entry))]);
}
