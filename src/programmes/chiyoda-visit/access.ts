import type { AccessRules } from '../../domain/access/access-rules.ts';
import { USUAL_SIGN_IN } from '../../domain/access/sign-in-rules.ts';
import { OFFICE_CALENDAR, PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';

/** Annex 1 articles 4, 6 and 17, annex 2 article 5. Hours, and what counts as many, are ours. */
export const accessRules: AccessRules = {
  longestGrantDays: 366,
  training: { topics: ['protection', 'awareness', 'duties', 'penalties'], repeat: 'anniversary' },
  reviewWithin: { days: 1, calendar: OFFICE_CALENDAR },
  idleDays: 30,
  signIn: {
    ...USUAL_SIGN_IN,
    password: { ...USUAL_SIGN_IN.password, houseWords: [...USUAL_SIGN_IN.password.houseWords, 'chiyoda'] },
  },
  logReview: {
    denialsInARow: 3,
    calendar: PROGRAMME_CALENDAR,
    usualHours: { from: '08:00', to: '20:00', byRole: { 'mailing-clerk': { from: '08:00', to: '18:00' } } },
    bulk: { persons: 50, minutes: 10 },
  },
};
