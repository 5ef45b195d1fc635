import { PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';
import type { InquiryRules } from '../../domain/inquiry/inquiry-rules.ts';

/** Specification 8(14)②: Mon–Sat 9:00–17:00. A complaint within 1 operating day (AMB-41), others within 2, which is ours. */
export const inquiryRules: InquiryRules = {
  hours: { calendar: PROGRAMME_CALENDAR, from: '09:00', to: '17:00' },
  answerWithin: { complaint: 480, other: 960 },
};
