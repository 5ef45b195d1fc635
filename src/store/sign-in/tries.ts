import type { Instant } from '../../domain/basics/instant.ts';
import type { Tries } from '../../domain/access/failure-rule.ts';
import type { Row, Statement, Writer } from '../connection.ts';
import { textOrNull, whole } from '../row.ts';

const BEGIN: Statement = {
  name: 'try-begin',
  text: `insert into sign_in_try (key, failures, round, at) values ($1, 0, $2, $3) on conflict do nothing`,
};
const LOCK: Statement = {
  name: 'try-lock',
  text: 'select failures, round, not_before from sign_in_try where key = $1 for update',
};
const WRITE: Statement = {
  name: 'try-write',
  text: 'update sign_in_try set failures = $2, round = $3, not_before = $4, at = $5 where key = $1',
};
const GIVE_BACK: Statement = {
  name: 'try-give-back',
  text: 'update sign_in_try set failures = greatest(0, failures - 1), not_before = null where key = $1 and round = $2',
};
const CLEAR: Statement = {
  name: 'try-clear',
  text: 'update sign_in_try set failures = 0, not_before = null where key = $1',
};
const SWEEP: Statement = {
  name: 'try-sweep',
  text: 'delete from sign_in_try where at collate "C" < $1',
};

/** The tries under a key, which are this transaction's alone until it ends. `key`: a digest, from which no ID is read. */
export async function lockTries(writer: Writer, key: Buffer, round: number, now: Instant): Promise<Tries> {
  const row = await lockedRow(writer, key, round, now);
  const notBefore = textOrNull(row, 'not_before') as Instant | null;
  return {
    failures: whole(row, 'failures'),
    round: whole(row, 'round'),
    ...(notBefore === null ? {} : { notBefore }),
  };
}

/** Old ones that another sign-in sweeps away at this moment are begun anew. */
async function lockedRow(writer: Writer, key: Buffer, round: number, now: Instant): Promise<Row> {
  for (let times = 0; times < 3; times += 1) {
    await writer.rows(BEGIN, [key, round, now]);
    const [row] = await writer.rows(LOCK, [key]);
    if (row) return row;
  }
  throw new Error('The tries of a sign-in were removed again and again');
}

export async function writeTries(writer: Writer, key: Buffer, tries: Tries, now: Instant): Promise<void> {
  await writer.rows(WRITE, [key, tries.failures, tries.round, tries.notBefore ?? null, now]);
}

/** This one did not fail; those before it stay. */
export async function giveTryBack(writer: Writer, key: Buffer, round: number): Promise<void> {
  await writer.rows(GIVE_BACK, [key, round]);
}

/** She is in. Until the transaction ends nobody else comes in under the same key. */
export async function clearTries(writer: Writer, key: Buffer): Promise<void> {
  await writer.rows(CLEAR, [key]);
}

export async function sweepTries(writer: Writer, before: Instant): Promise<void> {
  await writer.rows(SWEEP, [before]);
}
