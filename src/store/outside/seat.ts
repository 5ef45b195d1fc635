import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import type { Slot } from '../../domain/booking/slot.ts';
import type { Statement, Writer } from '../connection.ts';

export type SeatRow = Slot & { readonly seat: number };

/** Times from a day on that have a free seat. A hold that ran out is free. */
export async function freeSlots(writer: Writer, from: CivilDate, now: number): Promise<readonly Slot[]> {
  const rows = await writer.rows(FREE_SLOTS, [from, now]);
  return rows.map((row) => ({
    slot: String(row['slot']) as SlotId,
    date: String(row['date']) as CivilDate,
    start: String(row['start']),
  }));
}

/**
 * Keeps a seat of a slot under a new reference: the one she has there, else the first that is free. Nobody waits: what
 * somebody else is just taking counts as taken.
 */
export async function holdSeat(
  writer: Writer,
  wish: {
    readonly slot: SlotId;
    readonly ref: string;
    readonly before?: string | undefined;
    readonly until: number;
    readonly now: number;
  },
): Promise<SeatRow | undefined> {
  const [row] = await writer.rows(HOLD, [wish.slot, wish.ref, wish.until, wish.now, wish.before ?? '']);
  return (
    row && {
      slot: wish.slot,
      seat: Number(row['seat']),
      date: String(row['date']) as CivilDate,
      start: String(row['start']),
    }
  );
}

/** Gives back a seat that still carries this reference. */
export async function freeSeat(
  writer: Writer,
  seat: { readonly slot: SlotId; readonly seat: number; readonly ref: string },
): Promise<void> {
  await writer.rows(FREE, [seat.slot, seat.seat, seat.ref]);
}

export async function ownedSeats(writer: Writer): Promise<readonly SeatRow[]> {
  const rows = await writer.rows(OWNED, []);
  return rows.map((row) => ({
    slot: String(row['slot']) as SlotId,
    seat: Number(row['seat']),
    date: String(row['date']) as CivilDate,
    start: String(row['start']),
  }));
}

const GIVABLE = `state <> 'taken' and (state = 'free' or until <= $2::bigint)`;

/** Leaps through the index from one time to the next: however many seats a time has, one of them is read. */
const FREE_SLOTS: Statement = {
  name: 'slots-free',
  text: `with recursive times as (
           (select date, slot, start from seat where date >= $1 and ${GIVABLE} order by date, slot limit 1)
           union all
           select further.* from times, lateral (
             select date, slot, start from seat
             where (date, slot) > (times.date, times.slot) and ${GIVABLE} order by date, slot limit 1) further)
         select date, slot, start from times where date not in (select date from closed_day) order by date, start`,
};

const HOLD: Statement = {
  name: 'seat-hold',
  text: `with hers as materialized (
           select slot, seat from seat
           where ref = $5 and slot = $1 and state = 'held' and date not in (select date from closed_day)
           for update skip locked),
         free as materialized (
           select slot, seat from seat
           where slot = $1 and (state = 'free' or (state = 'held' and until <= $4::bigint))
             and date not in (select date from closed_day) and not exists (select from hers)
           order by seat limit 1 for update skip locked),
         given as (select slot, seat from hers union all select slot, seat from free)
         update seat set state = 'held', ref = $2, until = $3::bigint from given
         where seat.slot = given.slot and seat.seat = given.seat returning seat.seat, seat.date, seat.start`,
};

const FREE: Statement = {
  name: 'seat-free',
  text: `update seat set state = 'free', ref = null, until = null, envelope = null
         where slot = $1 and seat = $2 and ref = $3`,
};

const OWNED: Statement = {
  name: 'seats-owned',
  text: 'select slot, seat, date, start from seat order by slot, seat',
};
