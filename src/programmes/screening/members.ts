import type { MemberRules } from '../../domain/members/member-rules.ts';
import { messageGroups } from './groups.ts';

/** Shinjuku's recall of insured persons (SCR-A-2, A-5, A-8, A-10). */
export const memberRules: MemberRules = {
  leastAge: 40,
  groups: messageGroups,
  calls: {
    attempts: 3,
    results: {
      'will-attend': { reached: true },
      'attended-elsewhere': { reached: true },
      undecided: { reached: true },
      'will-not-attend': { reached: true },
      stop: { reached: true, stop: true },
      'other-person': { reached: false },
      'no-answer': { reached: false },
      'left-message': { reached: false },
      'wrong-number': { reached: false },
    },
    reasons: [
      'busy',
      'under-treatment',
      'workplace-check-up',
      'medical-check-up',
      'feels-well',
      'costs',
      'far',
      'afraid',
      'other',
    ],
  },
  smallCell: 10,
};
