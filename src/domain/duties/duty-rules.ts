import type { CivilDate } from '../basics/civil-date.ts';

/** When duties begin to show and how long they may take. Values stand with the programme. */
export type DutyRules = {
  /** A coming date shows so many days before. */
  readonly noticeDays: number;
  /** Programme days for a question to the ward, a decision of the ward, an entry after a visit. */
  readonly wardAnswerDays: number;
  readonly visitEntryDays: number;
  /** An undone visit is urgent from so many days before the due date (CHI-8.2-3). */
  readonly visitWorklistDays: number;
  /** Set-up finished (CHI-8.14-2), notice text approved (CHI-8.15-2), cohort decision asked for (AMB-17). */
  readonly readyBy: CivilDate;
  readonly noticeTextBy: CivilDate;
  readonly cohortDecisionBy: CivilDate;
  /** A year without a survey is warned of from this day (CHI-8.17-1). */
  readonly surveyBy: CivilDate;
  /** Months between reviews of access (SEC-6-7), and days on which a restore is rehearsed (SEC-12-3). */
  readonly accessReviewMonths: number;
  readonly restoreRehearsals: readonly CivilDate[];
};
