import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { addMonths, firstDay, monthContaining, type YearMonth } from '../basics/year-month.ts';
import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import { OFFICE_CALENDAR } from '../calendar/programme-days.ts';
import { annualReportDue, monthlyReportDue } from '../calendar/reporting.ts';
import { askDisposalKey } from '../disposal/ask-disposal-key.ts';
import type { RoleName } from '../facts/governance.ts';
import { retentionEnds } from '../retention/retention-ends.ts';
import { hasSubject, type RuleSubject } from '../rules-of.ts';
import type { Rules } from '../rules.ts';
import type { Duty, DutyKind } from './duty.ts';

/**
 * The dated and recurring duties of a contract year (B-02): set-up, texts, monthly closing and reports with their
 * internal day when the 10th is closed (CHI-9.1-2, AMB-43), March (CHI-9.1-3), survey, counts and reviews. They end
 * with evidence: a `duty.closed` fact that names it.
 */
export function programmeDuties(rules: Rules): readonly Duty[] {
  const { contract, duties } = rules;
  const has = (subject: RuleSubject) => hasSubject(rules, subject);
  const months = monthsOf(contract.from, contract.to);
  return [
    ...(has('visits')
      ? [once('ready-for-visits', contract.from, duties.readyBy, 'responsible-manager')]
      : []),
    once('approve-notice-text', contract.from, duties.noticeTextBy, 'responsible-manager'),
    ...(has('benefits') && rules.benefits.cohortAfterBirth === 'hold'
      ? [once('ask-cohort-decision', contract.from, duties.cohortDecisionBy, 'responsible-manager')]
      : []),
    ...months.flatMap((month) => {
      const report = monthlyReportDue(month, OFFICE_CALENDAR);
      const last = addDays(firstDay(addMonths(month, 1)), -1);
      return [
        ...(has('reports')
          ? [
              each(
                'close-month',
                month,
                { from: last < report.internal ? last : report.internal, due: report.internal },
                'responsible-manager',
              ),
            ]
          : []),
        ...(has('benefits')
          ? [each('count-stock', month, { from: addDays(last, -5), due: last }, 'mailing-clerk')]
          : []),
        each('review-log', month, { from: last, due: addDays(last, 14) }, 'access-approver'),
      ];
    }),
    ...months
      .filter((_month, index) => (index + 1) % duties.accessReviewMonths === 0)
      .map((month) => {
        const last = addDays(firstDay(addMonths(month, 1)), -1);
        return each('review-access', month, { from: addDays(last, -14), due: last }, 'access-approver');
      }),
    ...(has('reports')
      ? [
          once(
            'annual-report',
            addDays(contract.to, -30),
            annualReportDue(fiscalYearOf(contract.from), OFFICE_CALENDAR).due,
            'responsible-manager',
          ),
        ]
      : []),
    ...(has('survey')
      ? [once('hold-survey', addDays(duties.surveyBy, -120), duties.surveyBy, 'responsible-manager')]
      : []),
    ...askDisposal(rules),
    ...duties.restoreRehearsals.map((day) =>
      each('rehearse-restore', monthContaining(day), { from: addDays(day, -14), due: day }, 'administrator'),
    ),
  ];
}

/** Before what was kept comes to its end the ward is asked for its consent; nothing goes by itself (B-19, PII-12-2). */
function askDisposal(rules: Rules): readonly Duty[] {
  const { askDaysBefore, askShownDaysBefore } = rules.retention;
  return retentionEnds(rules)
    .filter((end) => end.by === 'disposal')
    .map((end) => ({
      key: askDisposalKey(end.class),
      kind: 'ask-disposal',
      from: addDays(end.freeFrom, -askShownDaysBefore),
      due: addDays(end.freeFrom, -askDaysBefore),
      owner: 'responsible-manager',
    }));
}

function once(kind: DutyKind, from: CivilDate, due: CivilDate, owner: RoleName): Duty {
  return { key: `programme/${kind}`, kind, from, due, owner };
}

function each(
  kind: DutyKind,
  month: YearMonth,
  days: { readonly from: CivilDate; readonly due: CivilDate },
  owner: RoleName,
): Duty {
  return { key: `programme/${kind}/${month}`, kind, ...days, owner };
}

function monthsOf(from: CivilDate, to: CivilDate): readonly YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = monthContaining(from); firstDay(month) <= to; month = addMonths(month, 1))
    months.push(month);
  return months;
}
