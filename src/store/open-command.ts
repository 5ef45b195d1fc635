import type { Instant } from '../domain/basics/instant.ts';
import type { RecordedFact } from '../domain/facts.ts';
import type { RoleName } from '../domain/facts/governance.ts';
import type { Statement, Writer } from './connection.ts';
import { factOf } from './journal.ts';
import { text, whole } from './row.ts';

/** The facts of the streams a command is decided on, read after their heads were locked. */
export type LockedStream = { readonly version: number; readonly facts: readonly RecordedFact[] };

export type OpenedCommand =
  | { readonly kind: 'same'; readonly refs: string }
  | { readonly kind: 'other' }
  | {
      readonly kind: 'new';
      /** The epoch of the programme key in force; it cannot change before this transaction ends. */
      readonly epoch: number;
      readonly held: readonly { readonly role: RoleName; readonly until: string }[];
      readonly heldBySecond: readonly { readonly role: RoleName; readonly until: string }[];
      readonly streams: ReadonlyMap<string, LockedStream>;
    };

const OPEN: Statement = {
  name: 'open-command',
  text: 'select kind, name, version, line from open_command($1, $2, $3, $4, $5, $6)',
};

const REMEMBER: Statement = {
  name: 'remember-refs',
  text: 'update idempotency set refs = $3 where actor = $1 and key = $2',
};

const READ_AGAIN: Statement = {
  name: 'read-again',
  text: `select f.line from fact f join unnest($1::text[], $2::int[]) as r (stream, version)
         on f.stream = r.stream and f.version = r.version order by f.ord`,
};

const ALONE: Statement = {
  name: 'open-alone',
  text: 'select pg_advisory_xact_lock(7300001)::text as locked',
};

/**
 * Takes the idempotency row, the programme lock and the heads of the streams in id order, then reads their facts and the
 * rights held now: who had to wait is judged by what holds when the turn comes. `alone` keeps every other command out.
 */
export async function openCommand(
  writer: Writer,
  by: { readonly actor: string; readonly second?: string | undefined; readonly key: string },
  digest: Uint8Array,
  at: Instant,
  streams: readonly string[],
  alone = false,
): Promise<OpenedCommand> {
  // First of all: whoever waits for it holds nothing that another could wait for.
  if (alone) await writer.rows(ALONE);
  const rows = await writer.rows(OPEN, [by.actor, by.second ?? null, by.key, digest, at, streams]);
  const [first] = rows;
  if (!first) throw new Error('A command could not be opened');
  if (first['kind'] === 'same') return { kind: 'same', refs: text(first, 'line') };
  if (first['kind'] === 'other') return { kind: 'other' };
  const held = { grant: [], second: [] } as Record<string, { role: RoleName; until: string }[]>;
  const found = new Map<string, { version: number; facts: RecordedFact[] }>();
  for (const name of streams) found.set(name, { version: 0, facts: [] });
  for (const row of rows.slice(1)) {
    const name = text(row, 'name');
    if (row['kind'] === 'fact') {
      const stream = found.get(name);
      if (!stream) throw new Error('The database answered with a stream that was not asked for');
      stream.version = whole(row, 'version');
      stream.facts.push(factOf(text(row, 'line')));
    } else {
      held[text(row, 'kind')]?.push({ role: name as RoleName, until: text(row, 'line') });
    }
  }
  const epoch = whole(first, 'version');
  return {
    kind: 'new',
    epoch,
    held: held['grant'] ?? [],
    heldBySecond: held['second'] ?? [],
    streams: found,
  };
}

/** Which facts a command wrote, as `[stream, version]` pairs: a repeated command reads them again and answers the same. */
export async function rememberRefs(
  writer: Writer,
  by: { readonly actor: string; readonly key: string },
  refs: readonly (readonly [string, number])[],
): Promise<void> {
  await writer.rows(REMEMBER, [by.actor, by.key, JSON.stringify(refs)]);
}

export async function factsOfRefs(writer: Writer, refs: string): Promise<readonly RecordedFact[]> {
  const pairs: readonly (readonly [string, number])[] = JSON.parse(refs);
  if (pairs.length === 0) return [];
  const rows = await writer.rows(READ_AGAIN, [
    pairs.map(([stream]) => stream),
    pairs.map(([, version]) => version),
  ]);
  return rows.map((row) => factOf(text(row, 'line')));
}
