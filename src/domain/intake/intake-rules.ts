import type { ProgrammeCalendar } from '../calendar/programme-days.ts';
import type { PregnancyWeeks } from '../calendar/pregnancy.ts';
import type { DispatchDays } from '../calendar/reporting.ts';

/** Quantities and readings of the ward's lists (CHI-8.1, AMB-02, AMB-03, AMB-38, AMB-58). */
export type IntakeRules = {
  /** What the 7th and 8th month mean (AMB-02); absent where no pregnant women are listed. */
  readonly weeks?: PregnancyWeeks;
  /** A second delivery or a list of changes of which a smaller share fits the ledger is sent back as a whole. */
  readonly fewestFit: number;
  /** Below this many rows a share says nothing: each row asks for itself. */
  readonly fewestRowsToJudge: number;
  /** The ward's answer to a refused row is due this many programme days before the batch. */
  readonly answerDaysBeforeBatch: number;
  /** Staged rows and source file are destroyed this many days after commit (design 1, "Files"). */
  readonly keepStagedDays: number;
  readonly calendar: ProgrammeCalendar;
  readonly dispatch: DispatchDays;
};
