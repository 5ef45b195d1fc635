import type { SeatAct } from '../domain/decision.ts';
import type { Instant } from '../domain/basics/instant.ts';
import type { SlotId } from '../domain/basics/ids.ts';
import type { Statement, Writer } from './connection.ts';
import { UNHEARD } from './questions/after-restore.ts';
import { actOnOwnership, shareSeats, takeOutside } from './seat-ownership.ts';

/**
 * Carries out what decisions do to the slot book, for the inside, which gives its own seats only. Gives back the slot
 * in which no seat was free. What is given back comes first, so that another woman's change may use it in the same
 * command. Nobody waits here: a seat that somebody else is just taking counts as taken, so there is no deadlock.
 */
export async function actOnSeats(
  writer: Writer,
  acts: readonly SeatAct[],
  now: Instant,
): Promise<SlotId | undefined> {
  for (const act of acts) {
    if (act.act === 'free') await writer.rows(FREE, [act.slot, act.ref]);
  }
  for (const act of acts) {
    switch (act.act) {
      case 'free':
        break;
      case 'open':
        await writer.rows(OPEN_SLOT, [act.slot, act.date, act.start]);
        await writer.rows(OPEN_SEATS, [act.slot, act.inside, act.inside + act.outside]);
        await writer.rows(DROP_SEATS, [act.slot, act.inside + act.outside]);
        await shareSeats(writer, { slot: act.slot, inside: act.inside, all: act.inside + act.outside }, now);
        break;
      case 'close':
        await writer.rows(CLOSE, [act.date]);
        break;
      case 'hold': {
        const held = await writer.rows(GIVE, [act.slot, 'held', act.ref, act.until, now]);
        if (held.length === 0) return act.slot;
        break;
      }
      case 'take': {
        if (act.outside) {
          if (!(await takeOutside(writer, act.slot, act.ref, act.outside))) return act.slot;
          break;
        }
        const taken = await writer.rows(GIVE, [act.slot, 'taken', act.ref, null, now]);
        if (taken.length === 0) return act.slot;
        break;
      }
      default: {
        const wrong = await actOnOwnership(writer, act, now);
        if (wrong) return wrong;
      }
    }
  }
  return undefined;
}

const FREE: Statement = {
  name: 'seat-free',
  text: `update seat set state = 'free', ref = null, until = null, outside_ref = null
         where slot = $1 and ref = $2`,
};

/**
 * The seat held under the same reference first, else the first that is free or whose hold has run out. After a restore
 * none, until the outside has said which seats it owns: what is free here may have been given away there.
 */
const GIVE: Statement = {
  name: 'seat-give',
  text: `with given as materialized (
           select s.slot, s.seat from seat s join slot t on t.id = s.slot
           where s.slot = $1 and s.owner = 'inside' and not t.closed
             and (s.state = 'free' or (s.state = 'held' and (s.ref = $3 or s.until <= $5)))
             and not exists (${UNHEARD})
           order by s.ref is not distinct from $3 desc, s.seat
           limit 1 for update of s skip locked)
         update seat set state = $2, ref = $3, until = $4
         from given where seat.slot = given.slot and seat.seat = given.seat returning seat.seat`,
};

const OPEN_SLOT: Statement = {
  name: 'slot-open',
  text: `insert into slot (id, date, start) values ($1, $2, $3)
         on conflict (id) do update set closed = false`,
};

/** Adds the seats that are missing; one that is there keeps its owner, whoever has it. */
const OPEN_SEATS: Statement = {
  name: 'seats-open',
  text: `insert into seat (slot, seat, owner)
         select $1, n, case when n <= $2::int then 'inside' else 'outside' end
         from generate_series(1, $3::int) as n on conflict do nothing`,
};

/** Fewer visitors on duty: seats that nobody has go away, those that are taken stay until a person has called. */
const DROP_SEATS: Statement = {
  name: 'seats-drop',
  text: `delete from seat where slot = $1 and seat > $2::int and state = 'free' and owner = 'inside'`,
};

const CLOSE: Statement = { name: 'slots-close', text: 'update slot set closed = true where date = $1' };
