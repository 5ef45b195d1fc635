import { addDays } from '../basics/civil-date.ts';
import { addMinutes, dayOfInstant, epochOf, instantAt, type Instant } from '../basics/instant.ts';
import { isProgrammeDay, nextProgrammeDay, type ProgrammeCalendar } from '../calendar/programme-days.ts';

/** When enquiries are answered: Mon–Sat 9:00–17:00, without holidays and 29 Dec–3 Jan (CHI-8.14-4). Times HH:MM. */
export type OpeningHours = {
  readonly calendar: ProgrammeCalendar;
  readonly from: string;
  readonly to: string;
};

/** The moment itself when it lies within opening hours, else the next opening time. At closing time it is closed. */
export function openingNotBefore(at: Instant, hours: OpeningHours): Instant {
  const day = dayOfInstant(at);
  if (isProgrammeDay(day, hours.calendar)) {
    if (at < instantAt(day, hours.from)) return instantAt(day, hours.from);
    if (at < instantAt(day, hours.to)) return at;
  }
  return instantAt(nextProgrammeDay(day, hours.calendar), hours.from);
}

/** The moment at which so many minutes of opening hours have passed. An answer by closing time is in time. */
export function addOpenMinutes(at: Instant, minutes: number, hours: OpeningHours): Instant {
  let from = openingNotBefore(at, hours);
  let left = minutes;
  for (;;) {
    const close = instantAt(dayOfInstant(from), hours.to);
    const today = minutesFrom(from, close);
    if (left <= today) return addMinutes(from, left);
    left -= today;
    from = openingNotBefore(close, hours);
  }
}

/** Minutes of opening hours between two moments, the fraction of a minute dropped; none when the second is earlier. */
export function openMinutesBetween(from: Instant, to: Instant, hours: OpeningHours): number {
  let passed = 0;
  let day = dayOfInstant(from);
  for (; day <= dayOfInstant(to); day = addDays(day, 1)) {
    if (!isProgrammeDay(day, hours.calendar)) continue;
    const open = instantAt(day, hours.from);
    const close = instantAt(day, hours.to);
    const start = from > open ? from : open;
    const end = to < close ? to : close;
    if (start < end) passed += epochOf(end) - epochOf(start);
  }
  return Math.floor(passed / 60_000);
}

function minutesFrom(from: Instant, to: Instant): number {
  return (epochOf(to) - epochOf(from)) / 60_000;
}
