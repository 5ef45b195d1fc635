import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { instantAt, type Instant } from '../basics/instant.ts';
import { programmeDayBefore } from '../calendar/programme-days.ts';
import type { Rules } from '../rules.ts';
import { minutesOf, startOf, type Slot } from './slot.ts';

export type VisitTimeRefusal =
  | RefusalOf<'outside-hours', { from: string; to: string }>
  | RefusalOf<'slot-past', { date: CivilDate }>
  | RefusalOf<'online-too-late', { until: Instant }>;

/** Whether a talk of so many minutes that begins at HH:MM lies wholly within the hours (CHI-8.6-4). */
export function withinHours(start: string, minutes: number, { booking }: Rules): boolean {
  const { from, to } = booking.hours;
  return start >= from && minutesOf(start) + minutes <= minutesOf(to);
}

/** Until when a date may be taken, changed or given up online; afterwards the telephone helps. */
export function onlineUntil(day: CivilDate, { booking }: Rules): Instant {
  const { programmeDays, time } = booking.onlineCutOff;
  return instantAt(programmeDayBefore(day, programmeDays, booking.calendar), time);
}

/** Why a time of visit can no longer, or never, be given. */
export function visitTime(
  slot: Slot,
  talk: number,
  asked: { readonly now: Instant; readonly online: boolean },
  rules: Rules,
): VisitTimeRefusal | undefined {
  if (!withinHours(slot.start, talk, rules)) return { refused: 'outside-hours', ...rules.booking.hours };
  if (startOf(slot) <= asked.now) return { refused: 'slot-past', date: slot.date };
  if (!asked.online) return undefined;
  const until = onlineUntil(slot.date, rules);
  return asked.now > until ? { refused: 'online-too-late', until } : undefined;
}
