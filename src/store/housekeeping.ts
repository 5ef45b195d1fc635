import type { Instant } from '../domain/basics/instant.ts';
import type { Statement, Writer } from './connection.ts';

const AT_A_TIME = 5000;

const FORGET_REPEATS: Statement = {
  name: 'repeats-forget',
  text: `delete from idempotency where ctid = any (array(
           select ctid from idempotency where at collate "C" < $1 limit ${AT_A_TIME} for update skip locked))
         returning 1 as one`,
};

const FREE_SEATS: Statement = {
  name: 'seats-free-expired',
  text: `update seat set state = 'free', ref = null, until = null
         where (slot, seat) in (
           select slot, seat from seat where state = 'held' and owner = 'inside' and until <= $1
           for update skip locked)
         returning seat`,
};

/**
 * Forgets which commands were given before a moment: a repeated one is known as the same for a time only (design 3).
 * Some thousand at a time; the next tick goes on. Gives the number of forgotten ones.
 */
export async function forgetRepeats(writer: Writer, before: Instant): Promise<number> {
  return (await writer.rows(FORGET_REPEATS, [before])).length;
}

/** Gives back the inside's seats whose hold has run out. Nobody waits: a seat that is just being taken is left alone. */
export async function freeExpiredHolds(writer: Writer, now: Instant): Promise<number> {
  return (await writer.rows(FREE_SEATS, [now])).length;
}
