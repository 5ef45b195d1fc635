import { err, ok, type Result } from '../domain/basics/result.ts';
import type { JobId } from '../domain/basics/ids.ts';
import { findJob, moveJob, runningJobs, type Job, type Tally } from '../store/job.ts';
import type { Call } from './execute.ts';
import { executeEach } from './execute-each.ts';
import type { GateParts } from './gate.ts';
import type { GateRefusal } from './refusal.ts';

/** At most so many commands are one transaction. */
export const CHUNK = 250;

/** One command of a job, and under what it counts when it is done. `label` names it when it is refused. */
export type JobCall = { readonly call: Call; readonly counts: string; readonly label: string };

/** The next piece of work: its commands (none where nothing is to do), and up to where it reaches. */
export type JobChunk = {
  readonly calls: readonly JobCall[];
  /** What needs no command, by the word under which it counts. */
  readonly without?: Readonly<Record<string, number>>;
  readonly nextKey: string;
  readonly done: number;
};

/**
 * A kind of work over more cases than one transaction takes (design 3). `chunk` is a function of what stands still
 * (a frozen set, in order of its keys), so that a job that begins again does the same; each command is decided on the
 * state of that moment. `close` is the last command and writes the closing fact.
 */
export type JobKind = {
  readonly kind: string;
  readonly actor: `system:${string}`;
  readonly chunk: (parts: GateParts, input: string, after: string) => Promise<JobChunk | undefined>;
  readonly close: (input: string, tally: Tally) => readonly Call[];
};

export type JobProgress = (done: number, total: number) => void;

/** Goes on with a job until it is finished. Two processes may run the same one: one of them does each chunk. */
export async function runJob(
  parts: GateParts,
  kinds: readonly JobKind[],
  id: JobId,
  progress: JobProgress = () => undefined,
): Promise<Result<Job, GateRefusal>> {
  let ahead: { readonly after: string; readonly chunk: Promise<JobChunk | undefined> } | undefined;
  for (;;) {
    const job = await findJob(parts.database.reader, id);
    if (!job) return err({ refused: 'no-such-job' });
    progress(job.done, job.total);
    if (job.state !== 'running') return ok(job);
    const kind = kinds.find((one) => one.kind === job.kind);
    if (!kind) throw new Error(`Nobody knows how to do a job of the kind ${job.kind}`);
    const chunkAfter = (key: string) => kind.chunk(parts, job.input, key);
    const chunk = await (ahead?.after === job.nextKey ? ahead.chunk : chunkAfter(job.nextKey));
    // The next chunk is made ready while the database works on this one; what is decided is decided when it is done.
    ahead = chunk && { after: chunk.nextKey, chunk: chunkAfter(chunk.nextKey) };
    ahead?.chunk.catch(() => undefined);
    const failed = chunk ? await doChunk(parts, kind, job, chunk) : await closeJob(parts, kind, job);
    if (!failed) continue;
    const now = await findJob(parts.database.reader, id);
    if (now?.nextKey === job.nextKey && now.state === 'running') return err(failed);
  }
}

/** Finishes whatever was begun before this process started. To be called once at start-up. */
export async function resumeJobs(
  parts: GateParts,
  kinds: readonly JobKind[],
  progress?: JobProgress,
): Promise<readonly Result<Job, GateRefusal>[]> {
  const results: Result<Job, GateRefusal>[] = [];
  for (const job of await runningJobs(parts.database.reader)) {
    results.push(await runJob(parts, kinds, job.id, progress));
  }
  return results;
}

async function doChunk(
  parts: GateParts,
  kind: JobKind,
  job: Job,
  chunk: JobChunk,
): Promise<GateRefusal | undefined> {
  const { calls, nextKey } = chunk;
  if (calls.length > CHUNK) throw new Error(`A chunk of the job ${job.kind} has more than ${CHUNK} commands`);
  const done = await executeEach(
    parts,
    calls.map(({ call }) => call),
    { actor: kind.actor, key: `${job.id}/${nextKey}` },
    (writer, refused) =>
      moveJob(
        writer,
        job,
        { nextKey, done: job.done + chunk.done, tally: added(job.tally, chunk, refused), state: 'running' },
        parts.now(),
      ),
  );
  return done.ok ? undefined : done.error;
}

async function closeJob(parts: GateParts, kind: JobKind, job: Job): Promise<GateRefusal | undefined> {
  const done = await executeEach(
    parts,
    kind.close(job.input, job.tally),
    { actor: kind.actor, key: `${job.id}/close` },
    (writer, refused) => {
      const state = refused.size === 0 ? 'finished' : 'failed';
      return moveJob(writer, job, { ...job, done: job.total, state }, parts.now());
    },
  );
  return done.ok ? undefined : done.error;
}

function added(
  { counts, refused: before }: Tally,
  chunk: JobChunk,
  refused: ReadonlyMap<number, GateRefusal>,
): Tally {
  const sums: Record<string, number> = { ...counts };
  const count = (word: string, by: number) => {
    sums[word] = (sums[word] ?? 0) + by;
  };
  for (const [word, number] of Object.entries(chunk.without ?? {})) count(word, number);
  const fresh: { label: string; code: string }[] = [];
  for (const [index, { counts: word, label }] of chunk.calls.entries()) {
    const refusal = refused.get(index);
    if (refusal) fresh.push({ label, code: refusal.refused });
    else count(word, 1);
  }
  return { counts: sums, refused: [...before, ...fresh] };
}
