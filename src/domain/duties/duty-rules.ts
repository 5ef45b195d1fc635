import type { CivilDate } from '../basics/civil-date.ts';

/** When duties begin to show and how long they may take. Values stand with the programme. */
export type DutyRules = CommonDutyRules & {
  /** Programme days for an entry after a visit. */
  readonly visitEntryDays: number;
  /** An undone visit is urgent from so many days before the due date (CHI-8.2-3). */
  readonly visitWorklistDays: number;
  /** Set-up finished (CHI-8.14-2), cohort decision asked for (AMB-17). */
  readonly readyBy: CivilDate;
  readonly cohortDecisionBy: CivilDate;
  /** A year without a survey is warned of from this day (CHI-8.17-1). */
  readonly surveyBy: CivilDate;
};

/** What of it every programme has. */
export type CommonDutyRules = {
  /** A coming date shows so many days before. */
  readonly noticeDays: number;
  /** Programme days for a question to the ward, a decision of the ward. */
  readonly wardAnswerDays: number;
  /** Notice text approved (CHI-8.15-2, SCR-A-7). */
  readonly noticeTextBy: CivilDate;
  /** Months between reviews of access (SEC-6-7), and days on which a restore is rehearsed (SEC-12-3). */
  readonly accessReviewMonths: number;
  readonly restoreRehearsals: readonly CivilDate[];
};
