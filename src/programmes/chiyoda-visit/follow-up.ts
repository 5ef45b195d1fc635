import type { FollowUpRules } from '../../domain/follow-up/follow-up-rules.ts';

/** Specification 5, note: 25歳以下の初産妊婦・身近に相談できる人が1名以下. Read as "either", on the due date (AMB-07). */
export const followUpRules: FollowUpRules = {
  youngest: 25,
  fewPersons: 1,
  ageOn: 'due-date',
  joinedBy: 'or',
};
