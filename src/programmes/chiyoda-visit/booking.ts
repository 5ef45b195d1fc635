import { date } from '../../domain/basics/civil-date.ts';
import type { BookingRules } from '../../domain/booking/booking-rules.ts';
import { STANDARD_WEEKS } from '../../domain/calendar/pregnancy.ts';
import { PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';

/** Specification 4(2), 8(5), 8(6) and 8(16). What it leaves open: cut-off, hold and reserve are ours. */
export const bookingRules: BookingRules = {
  firstDay: date('2026-05-01'),
  hours: { from: '09:00', to: '17:00' },
  starts: ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00'],
  calendar: PROGRAMME_CALENDAR,
  weeks: STANDARD_WEEKS,
  reached: { from: date('2026-04-01'), to: date('2027-03-31') },
  cohort: {
    reached: { from: date('2026-04-01'), to: date('2026-05-31') },
    until: date('2027-03-31'),
  },
  earlyWithoutNotice: 'operator',
  onlineAfterDue: 'call',
  onlineCutOff: { programmeDays: 1, time: '17:00' },
  holdMinutes: 10,
  outsideDaysAhead: 3,
  reserve: 1,
};
