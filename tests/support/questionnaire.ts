import type { Answers } from '../../src/domain/forms/answers.ts';

/** Complete answers to the pre-visit questionnaire of the woman of most tests: nothing is amiss. */
export const GOOD_ANSWERS: Answers = {
  Q01: '2026-08-20',
  'Q01-changed': 'no',
  'Q02-checkups': 'yes',
  'Q02-place': 'yes',
  Q03: ['none'],
  Q04: ['glad'],
  'Q04-low': 'no',
  'Q04-interest': 'no',
  Q05: 'yes',
  'Q05-multiples': 1,
  Q06: 3,
  Q07: ['partner'],
  'Q07-satogaeri': 'no',
  Q09: ['none'],
  Q11: ['none'],
  Q13: ['none'],
  C01: 'given',
};
