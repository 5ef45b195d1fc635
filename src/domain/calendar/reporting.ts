import { addDays, monthOf, type CivilDate } from '../basics/civil-date.ts';
import { addMonths, firstDay, type YearMonth } from '../basics/year-month.ts';
import { fiscalYearDays, type FiscalYear } from './fiscal-year.ts';
import { programmeDayNotAfter, type ProgrammeCalendar } from './programme-days.ts';

/** Days of the month by which the notices are to leave the house: wished for, and at the latest (AMB-09). */
export type DispatchDays = { readonly target: number; readonly latest: number };

/** 毎月中旬まで, read safely. */
export const DISPATCH_DAYS: DispatchDays = { target: 15, latest: 20 };

/** A report is due to the ward on `due`, never later; `internal` is the last open day of the ward's office until then. */
export type ReportDue = { readonly due: CivilDate; readonly internal: CivilDate };

/** When the notices of a month leave; closed days move both dates earlier, never later (CHI-8.1-5, AMB-09). */
export function dispatchDates(
  month: YearMonth,
  days: DispatchDays,
  calendar: ProgrammeCalendar,
): { readonly target: CivilDate; readonly latest: CivilDate } {
  const open = (day: number) => programmeDayNotAfter(addDays(firstDay(month), day - 1), calendar);
  return { target: open(days.target), latest: open(days.latest) };
}

/**
 * When the report of a month is due: the 10th of the next month, for March 31 March itself (CHI-9.1-2, 9.1-3).
 * `office` is the ward's office week (AMB-43).
 */
export function monthlyReportDue(month: YearMonth, office: ProgrammeCalendar): ReportDue {
  const next = firstDay(addMonths(month, 1));
  return dueOn(monthOf(firstDay(month)) === 3 ? addDays(next, -1) : addDays(next, 9), office);
}

/** The report of a fiscal year is due on its last day, 31 March (CHI-9.2-1). */
export function annualReportDue(year: FiscalYear, office: ProgrammeCalendar): ReportDue {
  return dueOn(fiscalYearDays(year).to, office);
}

function dueOn(due: CivilDate, office: ProgrammeCalendar): ReportDue {
  return { due, internal: programmeDayNotAfter(due, office) };
}
