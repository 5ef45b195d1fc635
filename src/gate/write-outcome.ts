import type { RecordedFact } from '../domain/facts.ts';
import { streamOf } from '../domain/stream-of.ts';
import { addEntries } from '../store/access-log.ts';
import { giveBackClaims, takeClaims } from '../store/claims.ts';
import type { Writer } from '../store/connection.ts';
import { append, lineOf } from '../store/journal.ts';
import { startJobs } from '../store/job.ts';
import { destroyListKeys } from '../store/list-keys.ts';
import { destroyAllPrintFiles, destroyPrintFiles, keepPrintFiles } from '../store/print-files.ts';
import { rememberRefs } from '../store/open-command.ts';
import { stageParts } from '../store/staged.ts';
import { projectionRows, writeProjections, type StreamChange } from '../store/projection-write.ts';
import { placeOrders } from '../store/queue.ts';
import { SubjectGone } from '../store/vault/session.ts';
import { forgetPersons, lockForErasure } from '../store/vault/forget.ts';
import { actOnSeats } from '../store/slot-book.ts';
import type { Deciding, OpenedFor } from './decide-call.ts';
import { stateNow, stateOf } from './decide-call.ts';
import type { GateRefusal } from './refusal.ts';

/** Writes everything the commands of one transaction decided. Claims come first: a taken key refuses the whole. */
export async function writeOutcome(
  writer: Writer,
  deciding: Deciding,
  key: string,
): Promise<GateRefusal | { readonly facts: readonly RecordedFact[] }> {
  const { parts, by, now, outcomes } = deciding;
  const decisions = outcomes.map((outcome) => outcome.decision);
  const placed = outcomes.flatMap((outcome) => outcome.facts);

  const [, taken] = await Promise.all([
    giveBackClaims(
      writer,
      decisions.flatMap((decision) => decision.release ?? []),
    ),
    takeClaims(
      writer,
      decisions.flatMap((decision) => decision.claim ?? []),
      key,
    ),
  ]);
  if (taken) return { refused: 'taken', kind: taken.kind, key: taken.key };
  const full = await actOnSeats(
    writer,
    decisions.flatMap((decision) => decision.seats ?? []),
    now,
  );
  if (full) return { refused: 'taken', kind: 'seat', key: full };
  const lines = placed.map(({ stream, version, fact }) => ({
    stream,
    version,
    type: fact.type,
    line: lineOf(fact),
  }));
  const forgot = decisions.flatMap((decision) => decision.forget ?? []);
  if (forgot.length > 0) await lockForErasure(writer);
  const rows = projectionRows(parts.projections, changesOf(deciding), parts.rules);
  // Nothing here waits for anything else here: the statements travel together.
  const [wrote] = await Promise.all([
    deciding.vault
      .keep(
        writer,
        decisions.flatMap((decision) => decision.keep ?? []),
        decisions.flatMap((decision) => decision.link ?? []),
      )
      .catch(goneOrThrow),
    append(writer, lines),
    writeProjections(writer, rows),
    placeOrders(
      writer,
      decisions.flatMap((decision) => decision.send ?? []),
      now,
    ),
  ]);
  if ('refused' in wrote) return wrote;
  const written = new Set(wrote.map(([person]) => person));
  const linked = decisions
    .flatMap((decision) => decision.link ?? [])
    .map((link) => link.person)
    .filter((person) => !written.has(person));
  await forgetPersons(writer, parts.ring(), forgot);
  await stageParts(
    writer,
    parts.ring(),
    decisions.flatMap((decision) => decision.stage ?? []),
  );
  if (forgot.length > 0) await destroyAllPrintFiles(writer);
  await destroyPrintFiles(
    writer,
    decisions.flatMap((decision) => decision.unprint ?? []),
  );
  await keepPrintFiles(
    writer,
    parts.ring(),
    decisions.flatMap((decision) => decision.print ?? []),
  );
  await startJobs(
    writer,
    decisions.flatMap((decision) => decision.start ?? []),
    now,
  );
  await destroyListKeys(
    writer,
    decisions.flatMap((decision) => decision.unseal ?? []),
  );
  await Promise.all([
    addEntries(writer, [
      {
        id: parts.ids.fresh('entry'),
        at: now,
        word: 'executed',
        actor: by.actor,
        ...(by.second ? { second: by.second } : {}),
        row: [...new Set(outcomes.map((outcome) => outcome.row))].join(' '),
        purpose: [...new Set(outcomes.map((outcome) => outcome.purpose))].join(' '),
        ...(by.screen ? { screen: by.screen } : {}),
        ...openedFor(deciding.opened),
        ...some('wrote', wrote),
        ...some('forgot', forgot),
        ...some('linked', linked),
      },
      ...deciding.bulk.map(({ set, fields, hits }) => ({
        id: parts.ids.fresh('entry'),
        at: now,
        word: 'bulk' as const,
        actor: by.actor,
        row: [...new Set(outcomes.map((outcome) => outcome.row))].join(' '),
        purpose: [...new Set(outcomes.map((outcome) => outcome.purpose))].join(' '),
        subjects: [set],
        fields,
        hits,
      })),
    ]),
    rememberRefs(
      writer,
      { actor: by.actor, key },
      placed.map(({ stream, version }) => [stream, version] as const),
    ),
  ]);
  return { facts: placed.map(({ fact }) => fact) };
}

function goneOrThrow(error: unknown): GateRefusal {
  if (error instanceof SubjectGone) return { refused: 'person-gone', subject: error.subject };
  throw error;
}

/** As the log says it: each field and each subject once. */
export function openedFor(opened: readonly OpenedFor[]): Partial<OpenedFor> {
  return {
    ...some('fields', [...new Set(opened.flatMap(({ fields }) => fields))]),
    ...some('subjects', [...new Set(opened.flatMap(({ subjects }) => subjects))]),
  };
}

function some<Key extends string, Value>(
  key: Key,
  values: readonly Value[],
): Partial<Record<Key, readonly Value[]>> {
  return values.length > 0 ? ({ [key]: values } as Record<Key, readonly Value[]>) : {};
}

/** Streams that got facts, before and after; a stream that was only read changes no projection. */
function changesOf(deciding: Deciding): readonly StreamChange[] {
  const added = new Map<string, number>();
  for (const { facts } of deciding.outcomes) {
    for (const { stream } of facts) added.set(stream, (added.get(stream) ?? 0) + 1);
  }
  return [...added].flatMap(([name, count]) => {
    const facts = deciding.streams.get(name)?.facts ?? [];
    const last = facts.at(-1);
    if (!last) return [];
    const ref = streamOf(last);
    return [
      {
        kind: ref.kind,
        id: ref.id,
        before: stateOf(ref, facts.slice(0, facts.length - count)),
        after: stateNow(deciding, ref),
      },
    ];
  });
}
