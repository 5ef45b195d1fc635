import type { VisitRules } from '../../domain/visits/visit-rules.ts';

/** Specification 6(2), 8(3), 8(7), 8(8) and 8(11). The minutes between visits are ours. */
export const visitRules: VisitRules = {
  length: { ordinary: { least: 10, most: 15 }, followUp: { least: 15, most: 30 } },
  travelMinutes: 20,
  attempts: 2,
  licences: ['public-health-nurse', 'nurse'],
  trainingTopics: ['manners', 'complaints', 'privacy', 'support-information'],
  consent: { text: 'sharing-with-ward', version: '1' },
  noStamp: { home: ['handbook-not-at-hand', 'handbook-at-clinic', 'not-wished'], remote: 'slip-enclosed' },
  worklistDays: 21,
};
