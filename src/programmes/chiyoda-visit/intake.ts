import { STANDARD_WEEKS } from '../../domain/calendar/pregnancy.ts';
import { PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';
import { DISPATCH_DAYS } from '../../domain/calendar/reporting.ts';
import type { IntakeRules } from '../../domain/intake/intake-rules.ts';

/** Taking in the lists of 千代田区 (CHI-8.1-1 to 8.1-3, CHI-8.3-8). */
export const intakeRules: IntakeRules = {
  weeks: STANDARD_WEEKS,
  fewestFit: 0.5,
  fewestRowsToJudge: 4,
  answerDaysBeforeBatch: 3,
  keepStagedDays: 30,
  calendar: PROGRAMME_CALENDAR,
  dispatch: DISPATCH_DAYS,
};
