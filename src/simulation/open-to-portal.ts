import { addDays } from '../domain/basics/civil-date.ts';
import { programmeDayAfter, programmeDaysIn } from '../domain/calendar/programme-days.ts';
import type { Hands } from './year/hands.ts';
import { STAFF, VISITORS } from './year/staff.ts';

/** Seats of each time that the portal gives away, beside those of the telephone. */
const OUTSIDE = 2;
const AHEAD = 92;

/**
 * The morning after the last day that was lived: the manager gives the portal seats of the coming three months. In this
 * moment the town is left standing.
 */
export async function openToPortal({ act, clock, rules }: Hands): Promise<void> {
  const { calendar } = rules.booking;
  clock.set(programmeDayAfter(clock.today(), 1, calendar), '09:30');
  const to = [addDays(clock.today(), AHEAD), rules.contract.to].toSorted()[0] ?? rules.contract.to;
  await act(
    { actor: STAFF.manager },
    programmeDaysIn({ from: addDays(clock.today(), 1), to }, calendar).map((date) => ({
      row: 'booking.open-day',
      input: { date, visitors: VISITORS.length - 1 + OUTSIDE, outside: OUTSIDE },
    })),
  );
}
