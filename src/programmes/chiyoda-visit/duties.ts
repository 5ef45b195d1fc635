import { date } from '../../domain/basics/civil-date.ts';
import type { DutyRules } from '../../domain/duties/duty-rules.ts';

export const dutyRules: DutyRules = {
  noticeDays: 14,
  wardAnswerDays: 3,
  visitEntryDays: 1,
  visitWorklistDays: 21,
  readyBy: date('2026-04-30'),
  noticeTextBy: date('2026-05-31'),
  cohortDecisionBy: date('2026-04-30'),
  surveyBy: date('2027-01-31'),
  accessReviewMonths: 3,
  restoreRehearsals: [date('2026-04-30'), date('2026-10-31')],
};
