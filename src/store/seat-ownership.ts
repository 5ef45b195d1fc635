import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { SlotId } from '../domain/basics/ids.ts';
import type { Instant } from '../domain/basics/instant.ts';
import type { OwnershipAct } from '../domain/decision.ts';
import type { SeatWord } from '../domain/portal/bundle.ts';
import type { Statement, Writer } from './connection.ts';
import { text } from './row.ts';

/**
 * Moves seats between the two owners, and keeps what the outside was told of its own. Gives back the slot of a seat that
 * is not as the act believed: then nothing of the whole command is written, and whoever asked looks again.
 */
export async function actOnOwnership(
  writer: Writer,
  act: OwnershipAct,
  now: Instant,
): Promise<SlotId | undefined> {
  switch (act.act) {
    case 'heard':
      await writer.rows(HEAR, [act.slot, act.outside.seat, act.outside.ref]);
      return undefined;
    case 'tell':
      return tell(writer, act.words, act.closed, act.bundle, now);
    case 'dropped':
      await writer.rows(DROPPED, [JSON.stringify(act.seats)]);
      await writer.rows(FORGET_DROPPED, [JSON.stringify(act.seats)]);
      await writer.rows(LEAVE);
      return undefined;
    case 'ask-back':
      await writer.rows(ASK_BACK, [act.slot, act.seats]);
      return undefined;
    case 'reclaim':
      await writer.rows(RECLAIM, [act.from, act.to]);
      await writer.rows(LEAVE);
      return undefined;
    case 'adopt':
      await writer.rows(ADOPT_SLOTS, [JSON.stringify(act.seats)]);
      await writer.rows(ADOPT_SEATS, [JSON.stringify(act.seats)]);
      if (act.only) await writer.rows(ADOPT_ONLY, [JSON.stringify(act.seats), act.from]);
      await writer.rows(FORGET_TOLD);
      await writer.rows(OPEN_ALL);
      return undefined;
    case 'ask-again':
      await writer.rows(ASK_AGAIN);
      return undefined;
    case 'tell-all':
      await writer.rows(FORGET_TOLD);
      await writer.rows(OPEN_ALL);
      return undefined;
  }
}

/** A seat of the outside that she took there. Nothing when the mirror says that it is not free, or not the outside's. */
export async function takeOutside(
  writer: Writer,
  slot: SlotId,
  ref: string,
  outside: { readonly seat: number; readonly ref: string },
): Promise<boolean> {
  return (await writer.rows(TAKE, [slot, outside.seat, ref, outside.ref])).length > 0;
}

/** After a day was opened: seats that were the inside's and free may be given to the outside, surplus ones are asked back. */
export async function shareSeats(
  writer: Writer,
  { slot, inside, all }: { readonly slot: SlotId; readonly inside: number; readonly all: number },
  now: Instant,
): Promise<void> {
  await writer.rows(GIVE_OUT, [slot, inside, all, now]);
  await writer.rows(UNTOLD_AWAY, [slot, all]);
  await writer.rows(AWAY, [slot, all]);
  await writer.rows(STAY, [slot, all]);
}

async function tell(
  writer: Writer,
  words: readonly SeatWord[],
  closed: readonly CivilDate[],
  bundle: number,
  now: Instant,
): Promise<SlotId | undefined> {
  const said = JSON.stringify(words);
  await writer.rows(LOCK_SAID, [said]);
  await writer.rows(GIVE_SAID, [said, now]);
  const [wrong] = await writer.rows(NOT_AS_SAID, [said]);
  if (wrong) return text(wrong, 'slot') as SlotId;
  await writer.rows(TOLD, [said, bundle]);
  await writer.rows(TOLD_ASKED, [said]);
  await writer.rows(TOLD_GONE, [said]);
  await writer.rows(TOLD_CLOSED, [closed]);
  await writer.rows(TOLD_OPEN, [said]);
  return undefined;
}

const SAID = `jsonb_to_recordset($1::jsonb) as w (word text, slot text, seat int, ref text, date text, start text)`;

const HEAR: Statement = {
  name: 'seat-heard',
  text: `insert into seat_told (slot, seat, state, ref, bundle) values ($1, $2, 'taken', $3, 0)
         on conflict (slot, seat) do update set state = 'taken', ref = excluded.ref, asked = false, bundle = 0`,
};

const TAKE: Statement = {
  name: 'seat-take-outside',
  text: `with t as (
           update seat set state = 'taken', ref = $3, until = null, outside_ref = $4
           where slot = $1 and seat = $2 and owner = 'outside' and state = 'free' returning slot, seat)
         insert into seat_told (slot, seat, state, ref, bundle) select slot, seat, 'taken', $4, 0 from t
         on conflict (slot, seat) do update set state = 'taken', ref = excluded.ref, asked = false, bundle = 0
         returning seat`,
};

const GIVE_OUT: Statement = {
  name: 'seats-give-out',
  text: `update seat set owner = 'outside', state = 'free', ref = null, until = null, asked_back = null
         where slot = $1 and seat > $2::int and seat <= $3::int and owner = 'inside'
           and (state = 'free' or (state = 'held' and until <= $4))`,
};

/** What the outside has never heard of can be taken away without asking. */
const UNTOLD_AWAY: Statement = {
  name: 'seats-untold-away',
  text: `delete from seat s where s.slot = $1 and s.seat > $2::int and s.state = 'free' and s.owner = 'outside'
           and not exists (select from seat_told t where t.slot = s.slot and t.seat = s.seat)`,
};

const AWAY: Statement = {
  name: 'seats-away',
  text: `update seat set asked_back = 'away' where slot = $1 and seat > $2::int and owner = 'outside'`,
};

const STAY: Statement = {
  name: 'seats-stay',
  text: `update seat set asked_back = null where slot = $1 and seat <= $2::int and asked_back = 'away'`,
};

/** In their order, as everybody else who locks several: whoever books one of them at this moment is waited for. */
const LOCK_SAID: Statement = {
  name: 'seats-lock-said',
  text: `select s.seat from seat s join ${SAID} on s.slot = w.slot and s.seat = w.seat
         order by s.slot, s.seat for update of s`,
};

const GIVE_SAID: Statement = {
  name: 'seats-give-said',
  text: `update seat s set owner = 'outside', state = 'free', ref = null, until = null, asked_back = null
         from ${SAID}, slot c
         where w.word = 'give' and s.slot = w.slot and s.seat = w.seat and c.id = s.slot and not c.closed
           and s.owner = 'inside' and (s.state = 'free' or (s.state = 'held' and s.until <= $2))`,
};

const NOT_AS_SAID: Statement = {
  name: 'seats-not-as-said',
  text: `select w.slot from ${SAID} left join seat s on s.slot = w.slot and s.seat = w.seat
         where not coalesce(case w.word
           when 'give' then s.owner = 'outside' and s.state = 'free'
           when 'take' then s.owner = 'outside' and s.state = 'taken' and coalesce(s.outside_ref, s.ref) = w.ref
           when 'free' then s.slot is null or s.owner = 'inside' or s.state = 'free'
           when 'drop' then s.owner = 'outside' and s.state = 'free' and s.asked_back is not null
         end, false) limit 1`,
};

const TOLD: Statement = {
  name: 'seats-told',
  text: `insert into seat_told (slot, seat, state, ref, bundle)
         select w.slot, w.seat, case w.word when 'take' then 'taken' else 'free' end,
           case w.word when 'take' then w.ref end, $2
         from ${SAID} where w.word <> 'drop'
         on conflict (slot, seat) do update
           set state = excluded.state, ref = excluded.ref, asked = false, bundle = excluded.bundle`,
};

const TOLD_ASKED: Statement = {
  name: 'seats-told-asked',
  text: `update seat_told t set asked = true from ${SAID} where w.word = 'drop' and t.slot = w.slot and t.seat = w.seat`,
};

/** Of a seat that is the inside's again nothing is kept once the outside knows that its booking is over. */
const TOLD_GONE: Statement = {
  name: 'seats-told-gone',
  text: `delete from seat_told t using ${SAID}
         where w.word = 'free' and t.slot = w.slot and t.seat = w.seat
           and not exists (select from seat s where s.slot = t.slot and s.seat = t.seat and s.owner = 'outside')`,
};

const TOLD_CLOSED: Statement = {
  name: 'slots-told-closed',
  text: `update slot set told_closed = true where date = any ($1::text[]) and closed`,
};

const TOLD_OPEN: Statement = {
  name: 'slots-told-open',
  text: `update slot c set told_closed = false from ${SAID} where w.word in ('give', 'take') and c.id = w.slot and not c.closed`,
};

const DROPPED: Statement = {
  name: 'seats-dropped',
  text: `update seat s set owner = 'inside', outside_ref = null from ${SAID}
         where s.slot = w.slot and s.seat = w.seat and s.owner = 'outside'`,
};

const FORGET_DROPPED: Statement = {
  name: 'seats-dropped-forget',
  text: `delete from seat_told t using ${SAID} where t.slot = w.slot and t.seat = w.seat
           and exists (select from seat s where s.slot = t.slot and s.seat = t.seat and s.owner = 'inside')`,
};

const LEAVE: Statement = {
  name: 'seats-leave',
  text: `delete from seat where owner = 'inside' and asked_back = 'away' and state = 'free'`,
};

const ASK_BACK: Statement = {
  name: 'seats-ask-back',
  text: `update seat set asked_back = 'inside' where (slot, seat) in (
           select slot, seat from seat where slot = $1 and owner = 'outside' and state = 'free' and asked_back is null
           order by seat desc limit $2)`,
};

const ASK_AGAIN: Statement = {
  name: 'seats-ask-again',
  text: 'update seat_told set asked = false where asked',
};

const RECLAIM: Statement = {
  name: 'seats-reclaim',
  text: `with mine as (
           update seat s set owner = 'inside' from slot c
           where c.id = s.slot and c.date between $1 and $2 and s.owner = 'outside' and s.state = 'free'
           returning s.slot, s.seat)
         delete from seat_told t using mine
         where t.slot = mine.slot and t.seat = mine.seat and t.state = 'free'`,
};

const ADOPT_SLOTS: Statement = {
  name: 'slots-adopt',
  text: `insert into slot (id, date, start) select distinct w.slot, w.date, w.start from ${SAID} on conflict do nothing`,
};

const ADOPT_SEATS: Statement = {
  name: 'seats-adopt',
  text: `insert into seat (slot, seat, owner) select w.slot, w.seat, 'outside' from ${SAID}
         on conflict (slot, seat) do update set owner = 'outside',
           state = case seat.state when 'held' then 'free' else seat.state end,
           ref = case seat.state when 'held' then null else seat.ref end, until = null, asked_back = null`,
};

/** The outside knows all that it owns: what it was told of before and does not name is the inside's again. */
const ADOPT_ONLY: Statement = {
  name: 'seats-adopt-only',
  text: `update seat s set owner = 'inside', outside_ref = null, asked_back = null
         from slot c, seat_told t
         where c.id = s.slot and c.date >= $2 and t.slot = s.slot and t.seat = s.seat and s.owner = 'outside'
           and not exists (select from ${SAID} where w.slot = s.slot and w.seat = s.seat)`,
};

/** Everything is to be told anew. What the outside is known to hold for somebody whom the inside refused is kept. */
const FORGET_TOLD: Statement = {
  name: 'seats-forget-told',
  text: `delete from seat_told t where t.state = 'free' or exists (
           select from seat s where s.slot = t.slot and s.seat = t.seat and s.owner = 'outside'
             and s.state = 'taken' and coalesce(s.outside_ref, s.ref) = t.ref)`,
};

const OPEN_ALL: Statement = {
  name: 'slots-told-anew',
  text: 'update slot set told_closed = false where told_closed',
};
