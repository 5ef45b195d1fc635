import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { DayState } from './day.ts';

export type CloseDay = {
  readonly date: CivilDate;
  /** A code such as `typhoon` or `visitor-ill`. */
  readonly reason: string;
};

export type CloseDayRefusal = RefusalOf<'day-not-open', { date: CivilDate }>;

/**
 * A day falls out, in one act: none of its seats is given any more, and every booking on it is, from this moment, on
 * the list of those to be booked anew (question `booking.rebook`). The women keep their dates until somebody called.
 */
export function closeDay(
  { day }: { readonly day: DayState },
  { date, reason }: CloseDay,
  _context: Context,
): Decision | CloseDayRefusal {
  if (day.visitors === 0 || day.closed) return { refused: 'day-not-open', date };
  return { facts: [{ type: 'day.closed', date, reason }], seats: [{ act: 'close', date }] };
}
