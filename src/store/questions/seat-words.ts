import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { SeatWord } from '../../domain/portal/bundle.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, whole } from '../row.ts';

/** What the outside must still be told of its seats, and which free seats of the inside may become the outside's. */
export type SeatWords = { readonly words: readonly SeatWord[]; readonly closed: readonly CivilDate[] };

const WORDS: Statement = {
  name: 'seat-words',
  text: `with seats as (
      select s.*, c.date, c.start, c.closed, c.told_closed, t.state as told, t.ref as told_ref, t.asked
      from seat s join slot c on c.id = s.slot left join seat_told t on t.slot = s.slot and t.seat = s.seat
      where c.date >= $1)
    select 'give' as word, slot, seat, null as ref, date, start from seats
      where not closed and ((owner = 'outside' and state = 'free'
            and (told is null or (told = 'free' and told_closed and asked_back is null)))
        or (owner = 'inside' and asked_back is null and date = any ($2::text[]) and (state = 'free' or (state = 'held' and until <= $3))))
    union all
    select 'take', slot, seat, coalesce(outside_ref, ref), date, start from seats
      where owner = 'outside' and state = 'taken'
        and (told is null or told = 'free' or told_ref <> coalesce(outside_ref, ref) or (told_closed and not closed))
    union all
    select 'free', slot, seat, told_ref, date, start from seats
      where told = 'taken' and (owner = 'inside' or state = 'free')
    union all
    select 'drop', slot, seat, null, date, start from seats
      where owner = 'outside' and state = 'free' and asked_back is not null and told = 'free' and not asked
    order by 5, 6, 3 limit $4`,
};

const CLOSED: Statement = {
  name: 'days-to-tell-closed',
  text: 'select distinct date from slot where closed and not told_closed and date >= $1 order by date',
};

/** `give`: days whose free inside seats go out now. At most `most` words; the next bundle says more. */
export async function seatWords(
  reader: Reader,
  asked: { readonly today: CivilDate; readonly give: readonly CivilDate[]; readonly most: number },
  now: Instant,
): Promise<SeatWords> {
  const rows = await reader.rows(WORDS, [asked.today, asked.give, now, asked.most]);
  const closed = await reader.rows(CLOSED, [asked.today]);
  return { words: rows.map(wordOf), closed: closed.map((row) => text(row, 'date') as CivilDate) };
}

const RECLAIMABLE: Statement = {
  name: 'seats-reclaimable',
  text: `select 1 as one from seat s join slot c on c.id = s.slot
         where c.date between $1 and $2 and s.owner = 'outside' and s.state = 'free' limit 1`,
};

/** Whether free seats of the outside stand on these days. */
export async function hasFreeOutside(
  reader: Reader,
  range: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<boolean> {
  return (await reader.rows(RECLAIMABLE, [range.from, range.to])).length > 0;
}

const UNANSWERED: Statement = {
  name: 'seats-unanswered',
  text: `select 1 as one from seat_told t join seat s on s.slot = t.slot and s.seat = t.seat
         where t.asked and s.owner = 'outside' and s.state = 'free' limit 1`,
};

/** Whether seats were asked back and the outside did not give them: somebody kept them for a moment. */
export async function areUnanswered(reader: Reader): Promise<boolean> {
  return (await reader.rows(UNANSWERED)).length > 0;
}

function wordOf(row: Row): SeatWord {
  const slot = text(row, 'slot') as SlotId;
  const seat = whole(row, 'seat');
  const when = { date: text(row, 'date') as CivilDate, start: text(row, 'start') };
  const word = text(row, 'word');
  if (word === 'drop') return { word, slot, seat };
  if (word === 'give') return { word, slot, seat, ...when };
  return { word: word === 'take' ? 'take' : 'free', slot, seat, ref: text(row, 'ref'), ...when };
}
