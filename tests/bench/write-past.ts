import type { Keep } from '../../src/domain/decision.ts';
import type { CaseId, PersonId } from '../../src/domain/basics/ids.ts';
import type { Instant } from '../../src/domain/basics/instant.ts';
import type { NewFact } from '../../src/domain/facts.ts';
import { streamOf } from '../../src/domain/stream-of.ts';
import type { Place } from '../../src/place/place.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { addEntries } from '../../src/store/access-log.ts';
import { append, lineOf, record } from '../../src/store/journal.ts';
import { vaultSession } from '../../src/store/vault/session.ts';

/** A stretch of what has happened before a bench begins. Every stream in it is new, and of this stretch alone. */
export type Past = {
  readonly links: readonly { readonly subject: CaseId; readonly person: PersonId }[];
  readonly keep: readonly Keep[];
  readonly facts: readonly NewFact[];
  /** When what has no moment of its own was written down. */
  readonly at: Instant;
};

const ids = randomIds();

/**
 * Writes it down through the functions of the store and past the gate: a gate row each would take minutes and measure
 * something else. Values, keys, links, log and facts are those that the gate would write; projections are left out.
 */
export async function writePast({ database, parts }: Place, { links, keep, facts, at }: Past): Promise<void> {
  const versions = new Map<string, number>();
  const lines = facts.map((fact) => {
    const written = { id: ids.fresh('fact'), recordedAt: fact.at ?? at, actor: 'system:intake' } as const;
    const recorded = record(fact, written);
    const { kind, id } = streamOf(recorded);
    const stream = `${kind}:${id}`;
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return { stream, version, type: fact.type, line: lineOf(recorded) };
  });
  await database.write(async (writer) => {
    const wrote = await vaultSession(writer, parts.ring()).keep(writer, keep, links);
    await writer.rows(HEADS, [[...versions.keys()]]);
    await append(writer, lines);
    await addEntries(writer, [
      { id: ids.fresh('entry'), at, word: 'executed', actor: 'system:intake', row: 'case.open', wrote },
    ]);
  });
}

const HEADS = {
  name: 'bench-heads',
  text: 'insert into stream_head (stream, version) select s, 0 from unnest($1::text[]) as s',
};
