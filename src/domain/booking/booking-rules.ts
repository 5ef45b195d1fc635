import type { CivilDate } from '../basics/civil-date.ts';
import type { DateRange } from '../calendar/date-range.ts';
import type { PregnancyWeeks } from '../calendar/pregnancy.ts';
import type { ProgrammeCalendar } from '../calendar/programme-days.ts';

/** When and for whom dates are given away. Days are days in Japan, times HH:MM. */
export type BookingRules = {
  /** No visit before this day (CHI-8.5-1). The last day is that of the contract. */
  readonly firstDay: CivilDate;
  /** A visit lies wholly within these hours (CHI-8.6-4). */
  readonly hours: { readonly from: string; readonly to: string };
  /** Start times of an ordinary day, each with as many seats as visitors are on duty (CHI-8.16-7, AMB-21). */
  readonly starts: readonly string[];
  /** Days of the week and holidays; nothing is booked beyond the announced holidays (CHI-8.6-1 to 8.6-3). */
  readonly calendar: ProgrammeCalendar;
  /** Where the 8th month lies (AMB-02). */
  readonly weeks: PregnancyWeeks;
  /** Who reaches the 8th month within it is a visit target (CHI-4.2-2). */
  readonly reached: DateRange;
  /** Who reached the 8th month within `reached` may be visited after birth, up to `until` (CHI-8.5-2, AMB-17). */
  readonly cohort: { readonly reached: DateRange; readonly until: CivilDate };
  /** Before the 8th month without a sign that the notice arrived (CHI-4.2-5, AMB-04). */
  readonly earlyWithoutNotice: 'operator' | 'anybody';
  /** Online booking for a day after the due date (CHI-8.16-6, AMB-36). */
  readonly onlineAfterDue: 'call' | 'warn';
  /** Online a date is taken or changed until this time of the n-th programme day before; by telephone until it begins. */
  readonly onlineCutOff: { readonly programmeDays: number; readonly time: string };
  /** A seat that an operator keeps while she talks is free again after so many minutes. */
  readonly holdMinutes: number;
  /** Free inside seats of so many days ahead, or fewer, are given to the portal (design 2, Seats). */
  readonly outsideDaysAhead: number;
  /** So many free seats, or fewer, of a time are no reserve any more (CHI-6.2-2). */
  readonly reserve: number;
};
