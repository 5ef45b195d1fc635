import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { isAnnounced } from '../calendar/holidays.ts';
import { isProgrammeDay } from '../calendar/programme-days.ts';
import type { Rules } from '../rules.ts';

export type VisitDayRefusal =
  | RefusalOf<'before-first-day', { firstDay: CivilDate }>
  | RefusalOf<'after-contract', { last: CivilDate }>
  | RefusalOf<'holidays-not-announced', { until: CivilDate }>
  | RefusalOf<'closed-day', { date: CivilDate }>;

/**
 * Why no visit is made on a day at all, whoever asks: before the start (CHI-8.5-1), after the contract, on a Sunday,
 * a holiday or around New Year (CHI-8.6-1 to 8.6-3), or where the holidays are still a forecast (domain.md 5.1).
 */
export function visitDay(day: CivilDate, { booking, contract }: Rules): VisitDayRefusal | undefined {
  const { firstDay, calendar } = booking;
  if (day < firstDay) return { refused: 'before-first-day', firstDay };
  if (day > contract.to) return { refused: 'after-contract', last: contract.to };
  if (!isAnnounced(day, calendar.holidays)) {
    return { refused: 'holidays-not-announced', until: calendar.holidays.announcedUntil };
  }
  return isProgrammeDay(day, calendar) ? undefined : { refused: 'closed-day', date: day };
}
