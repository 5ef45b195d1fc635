import type { Instant } from '../domain/basics/instant.ts';
import type { JobId } from '../domain/basics/ids.ts';
import type { StartJob } from '../domain/decision.ts';
import type { Reader, Statement, Writer } from './connection.ts';
import { text, whole } from './row.ts';

/** Work of many transactions: how far it is stands in the same transaction as what was done. */
export type Job = {
  readonly id: JobId;
  readonly kind: string;
  /** Ids only. */
  readonly input: string;
  /** The key after which it goes on. */
  readonly nextKey: string;
  readonly done: number;
  readonly total: number;
  readonly tally: Tally;
  readonly state: 'running' | 'finished' | 'failed';
};

/** How many of each outcome, and what was refused on the way. */
export type Tally = {
  readonly counts: Readonly<Record<string, number>>;
  readonly refused: readonly { readonly label: string; readonly code: string }[];
};

const START: Statement = {
  name: 'job-start',
  text: `insert into job (id, kind, input, total, started_at, changed_at)
         select i, k, n, t, $5, $5 from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as j (i, k, n, t)`,
};
const FIND: Statement = { name: 'job-find', text: 'select * from job where id = $1' };
const RUNNING: Statement = {
  name: 'job-running',
  text: "select * from job where state = 'running' order by started_at, id",
};
const MOVE: Statement = {
  name: 'job-move',
  text: `update job set next_key = $3, done = $4, tally = $5, state = $6, changed_at = $7
         where id = $1 and next_key = $2 and state = 'running' returning id`,
};

export async function startJobs(writer: Writer, starts: readonly StartJob[], at: Instant): Promise<void> {
  if (starts.length === 0) return;
  await writer.rows(START, [
    starts.map(({ job }) => job),
    starts.map(({ kind }) => kind),
    starts.map(({ input }) => input),
    starts.map(({ total }) => total),
    at,
  ]);
}

export async function findJob(reader: Reader, id: JobId): Promise<Job | undefined> {
  const [row] = await reader.rows(FIND, [id]);
  return row && jobOf(row);
}

export async function runningJobs(reader: Reader): Promise<readonly Job[]> {
  return (await reader.rows(RUNNING)).map(jobOf);
}

/** Moves a job on from where it was read. Somebody else who moved it first makes this throw, and nothing is written. */
export async function moveJob(
  writer: Writer,
  from: Job,
  to: Pick<Job, 'nextKey' | 'done' | 'tally' | 'state'>,
  at: Instant,
): Promise<void> {
  const moved = await writer.rows(MOVE, [
    from.id,
    from.nextKey,
    to.nextKey,
    to.done,
    JSON.stringify(to.tally),
    to.state,
    at,
  ]);
  if (moved.length === 0) throw new Error(`The job ${from.id} was moved on by somebody else meanwhile`);
}

function jobOf(row: Readonly<Record<string, unknown>>): Job {
  const state = text(row, 'state');
  return {
    id: text(row, 'id') as JobId,
    kind: text(row, 'kind'),
    input: text(row, 'input'),
    nextKey: text(row, 'next_key'),
    done: whole(row, 'done'),
    total: whole(row, 'total'),
    tally: JSON.parse(text(row, 'tally')),
    state: state === 'finished' || state === 'failed' ? state : 'running',
  };
}
