import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import type { DateRange } from '../../domain/calendar/date-range.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';
import { UNHEARD } from './after-restore.ts';

/** How full a time of visit is. `free` counts seats of the inside that can be given now, `seats` those of both owners. */
export type SlotRow = {
  readonly slot: SlotId;
  readonly date: CivilDate;
  readonly start: string;
  readonly closed: boolean;
  readonly seats: number;
  readonly taken: number;
  readonly free: number;
};

const OCCUPANCY: Statement = {
  name: 'slots-occupancy',
  text: `select t.id, t.date, t.start, t.closed, count(*) as seats,
           count(*) filter (where s.state = 'taken') as taken,
           count(*) filter (where not t.closed and s.owner = 'inside'
             and (s.state = 'free' or (s.state = 'held' and s.until <= $3))
             and not exists (${UNHEARD})) as free
         from slot t join seat s on s.slot = t.id
         where t.date between $1 and $2 group by t.id order by t.date, t.start`,
};

/** Every time of visit in a range of days, in order. */
export async function findSlots(reader: Reader, range: DateRange, now: Instant): Promise<readonly SlotRow[]> {
  const rows = await reader.rows(OCCUPANCY, [range.from, range.to, now]);
  return rows.map((row) => ({
    slot: text(row, 'id') as SlotId,
    date: text(row, 'date') as CivilDate,
    start: text(row, 'start'),
    closed: truth(row, 'closed'),
    seats: whole(row, 'seats'),
    taken: whole(row, 'taken'),
    free: whole(row, 'free'),
  }));
}
