import { OFFICE_CALENDAR } from '../../domain/calendar/programme-days.ts';
import type { UrgentRules } from '../../domain/urgent/urgent-rules.ts';

/** Specification 8(10); classes of domain.md 2.6 and times of AMB-41, until the ward has approved its own. */
export const urgentRules: UrgentRules = {
  limits: {
    u1: { within: 'minutes', minutes: 30 },
    u2: { within: 'same-day' },
    loss: { within: 'same-day' },
    u3: { within: 'next-office-day', by: '17:00' },
  },
  contacts: ['health-centre-duty', 'health-centre-chief', 'ward-night-desk'],
  nightDesk: 'ward-night-desk',
  officeHours: { from: '08:30', to: '17:00' },
  office: OFFICE_CALENDAR,
};
