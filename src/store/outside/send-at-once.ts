import pg from 'pg';
import type { Statement, Writer } from '../connection.ts';
import type { EnvelopeRow } from './envelope.ts';
import { LIVING } from './session.ts';

/** Everything that one sending writes. */
export type Sending = {
  /** Of the cookie: nothing is written for a session that has ended. */
  readonly session: Buffer;
  readonly now: number;
  readonly envelope: EnvelopeRow & { readonly locator: Buffer };
  /** Versions of both parts of her capsule that it was decided on. */
  readonly read: { readonly own: number; readonly inside: number };
  /** Her own part after it. */
  readonly own: Buffer;
  /** The press of the button, and what it has sent. */
  readonly once: Buffer;
  readonly receipt: Buffer;
  /** The seat that is held under this reference, or the same one if it is free. */
  readonly take?: { readonly slot: string; readonly seat: number; readonly ref: string } | undefined;
  /** References of seats that go back. */
  readonly free: readonly string[];
  /** The answers asked alone are in the envelope now and nowhere else. */
  readonly withAlone: boolean;
};

/**
 * Writes all of it or nothing, in one statement. `meanwhile`: her capsule is another one by now, this press has sent
 * before, or the session has ended: read again. `seat-gone`: somebody else has the seat.
 */
export async function sendAtOnce(writer: Writer, one: Sending): Promise<'sent' | 'meanwhile' | 'seat-gone'> {
  const { envelope, read, take } = one;
  try {
    const rows = await writer.rows(SEND, [
      one.session,
      one.now,
      envelope.locator,
      read.own,
      one.own,
      envelope.id,
      envelope.counter,
      envelope.form,
      envelope.key,
      envelope.at,
      envelope.sealed,
      one.once,
      one.receipt,
      take?.slot ?? null,
      take?.seat ?? null,
      take?.ref ?? null,
      one.free,
      one.withAlone,
      read.inside,
    ]);
    return rows.length > 0 ? 'sent' : 'meanwhile';
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (error.code === NOTHING_TO_DIVIDE_BY) return 'seat-gone';
    if (error.code === THERE_ALREADY && error.constraint === 'once_pkey') return 'meanwhile';
    throw error;
  }
}

const NOTHING_TO_DIVIDE_BY = '22012';
const THERE_ALREADY = '23505';

/**
 * Her capsule comes before seats, as in every other transaction: nobody waits in a circle. A seat that is wished and not
 * got divides by nothing: that takes back everything else.
 */
const SEND: Statement = {
  name: 'send-at-once',
  text: `with own as (
           update capsule set own = $5, own_version = own_version + 1
           where locator = $3 and own_version = $4 and n = $19 and inside is not null
             and exists (select from session s where ${LIVING} and s.locator = $3 and s.stage = 'open')
           returning own_version),
         taken as (
           update seat set state = 'taken', ref = $16, until = null, envelope = $6
           where slot = $14 and seat = $15
             and (state = 'free' or (state = 'held' and (ref = $16 or until <= $2::bigint)))
             and date not in (select date from closed_day) and exists (select from own)
           returning seat),
         freed as (
           update seat set state = 'free', ref = null, until = null, envelope = null
           where ref = any($17::text[]) and exists (select from own)),
         sent as (
           insert into envelope (id, locator, counter, form, key, at, sealed)
           select $6, $3, $7, $8, $9, $10, $11 from own),
         pressed as (insert into once (locator, once, sealed, at) select $3, $12, $13, $2 from own),
         alone as (update session set alone = null where hash = $1 and $18 and exists (select from own))
         select 1 / (case when $14::text is null then 1 else (select count(*) from taken) end) from own`,
};
