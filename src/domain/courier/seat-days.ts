import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { addMinutes, dayOfInstant, type Instant } from '../basics/instant.ts';
import { onlineUntil } from '../booking/visit-time.ts';
import type { DateRange } from '../calendar/date-range.ts';
import type { Rules } from '../rules.ts';

/** The clocks of both zones may differ by less than this, and a booking under way takes no longer. Minutes. */
const MARGIN = 60;

/** Farther than any row of closed days reaches. */
const HORIZON = 30;

/** Days whose free inside seats go out now: at most so many days ahead, and while the outside can still give them. */
export function daysToGive(now: Instant, rules: Rules): readonly CivilDate[] {
  const today = dayOfInstant(now);
  const days = Array.from({ length: rules.booking.outsideDaysAhead + 1 }, (_, ahead) =>
    addDays(today, ahead),
  );
  return days.filter((day) => onlineUntil(day, rules) > addMinutes(now, MARGIN));
}

/**
 * Days of which the outside can give nothing any more, as of a moment at which all that it had given was heard: their
 * free seats are the telephone's again. Online a date is taken until a cut-off, by telephone until it begins.
 */
export function daysToReclaim(heardAt: Instant, rules: Rules): DateRange | undefined {
  const from = dayOfInstant(heardAt);
  const isOver = (day: CivilDate) => addMinutes(onlineUntil(day, rules), MARGIN) <= heardAt;
  let to: CivilDate | undefined;
  for (let ahead = 0; ahead < HORIZON && isOver(addDays(from, ahead)); ahead += 1) to = addDays(from, ahead);
  return to && { from, to };
}
