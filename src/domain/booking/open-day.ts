import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { DayState } from './day.ts';
import { slotId } from './slot.ts';
import { visitDay, type VisitDayRefusal } from './visit-day.ts';
import { withinHours } from './visit-time.ts';

export type OpenDay = {
  readonly date: CivilDate;
  /** How many visitors are on duty: the seats of each start time (AMB-21). */
  readonly visitors: number;
  /** How many of these seats the portal gives away; the others are for the telephone. */
  readonly outside?: number | undefined;
  /** Other start times than those of an ordinary day, HH:MM. */
  readonly starts?: readonly string[] | undefined;
};

export type OpenDayRefusal =
  | VisitDayRefusal
  | RefusalOf<'outside-hours', { from: string; to: string }>
  | RefusalOf<'nobody-on-duty'>;

/** Opens the times of a day with as many seats as visitors are on duty (CHI-8.16-7). Again, it adds and reopens. */
export function openDay(
  _state: { readonly day: DayState },
  command: OpenDay,
  { rules }: Context,
): Decision | OpenDayRefusal {
  const { date, visitors, outside = 0 } = command;
  const starts = command.starts ?? rules.booking.starts;
  const closed = visitDay(date, rules);
  if (closed) return closed;
  if (visitors < 1 || outside > visitors || starts.length === 0) return { refused: 'nobody-on-duty' };
  const shortest = rules.visits.length.ordinary.most;
  if (!starts.every((start) => withinHours(start, shortest, rules))) {
    return { refused: 'outside-hours', ...rules.booking.hours };
  }
  const inside = visitors - outside;
  return {
    facts: [{ type: 'day.opened', date, starts, inside, outside }],
    seats: starts.map((start) => ({
      act: 'open',
      slot: slotId(date, start),
      date,
      start,
      inside,
      outside,
    })),
  };
}
