import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { addMonths, firstDay, monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import { programmeDayBefore } from '../../domain/calendar/programme-days.ts';
import { dispatchDates } from '../../domain/calendar/reporting.ts';
import { columnCodes } from '../../domain/intake/columns.ts';
import type { IntakeRules } from '../../domain/intake/intake-rules.ts';
import type { RowProblem } from '../../domain/intake/problems.ts';
import type { StagedRow } from '../../domain/intake/staged-row.ts';
import type { RaisedQuestion } from '../../domain/intake/stage-list.ts';
import type { ListQuestionCode } from '../../domain/intake/questions.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { ReadList } from './read-list.ts';

export type QuestionSources = {
  readonly read: ReadList;
  readonly rows: readonly StagedRow[];
  readonly missing: readonly CaseId[];
  readonly today: CivilDate;
  readonly months: readonly YearMonth[];
  readonly rules: IntakeRules;
};

/**
 * Everything that has to be asked about a list. Refused rows and missing women are asked of the ward, with the day by
 * which the batch needs the answer (照会票): a refused row is a woman without a letter.
 */
export function questionsOf(sources: QuestionSources): readonly RaisedQuestion[] {
  const { read, rows, missing } = sources;
  const due = answerDue(sources);
  const ward = (line: number, code: ListQuestionCode, about?: CaseId): RaisedQuestion => ({
    line,
    code,
    due,
    ...(about === undefined ? {} : { case: about }),
  });
  const checks = read.rows.flatMap(({ questions }) => questions.map(asRaised));
  return [
    ...distinct(checks),
    ...rows.flatMap((row) => rowQuestions(row, sources.today, ward)),
    ...[...new Set(read.refused.map(({ line }) => line))].map((line) => ward(line, 'row-refused')),
    ...missing.map((about) => ward(0, 'missing-from-list', about)),
    ...(followUpComesApart(read) ? [ward(0, 'follow-up-list-missing')] : []),
  ];
}

/** The ward's answer is needed 3 programme days before the next dispatch for which it is not too late (CHI-8.1-5). */
export function answerDue({
  today,
  months,
  rules,
}: Pick<QuestionSources, 'today' | 'months' | 'rules'>): CivilDate {
  const earliest = months.map((month) => addMonths(month, -1)).toSorted()[0] ?? monthContaining(today);
  const start = firstDay(earliest) > today ? earliest : monthContaining(today);
  for (let later = 0; ; later += 1) {
    const { target } = dispatchDates(addMonths(start, later), rules.dispatch, rules.calendar);
    const due = programmeDayBefore(target, rules.answerDaysBeforeBatch, rules.calendar);
    if (due >= today) return due;
  }
}

function rowQuestions(
  row: StagedRow,
  today: CivilDate,
  ward: (line: number, code: ListQuestionCode, about?: CaseId) => RaisedQuestion,
): readonly RaisedQuestion[] {
  const { line } = row;
  switch (row.kind) {
    case 'targets':
    case 'members': {
      const ends = !row.row.protected && row.match.found?.case && row.match.changed.includes('protected');
      return [
        ...row.match.doubts.map((code) => ({ line, code })),
        ...(ends && row.match.changed.length < ALL_PARTS ? [ward(line, 'protection-end-needs-ward')] : []),
      ];
    }
    case 'follow-up':
    case 'attendance':
      return row.match.fits ? [] : [ward(line, row.match.doubt, row.match.hold[0])];
    case 'changes': {
      if (!row.match.fits) return [ward(line, row.match.doubt, row.match.hold[0])];
      const { kind, on } = row.row;
      return [
        ...(kind === 'stop-lifted' ? [ward(line, 'change-by-ward-only', row.match.case)] : []),
        ...(on !== undefined && on > today && HAPPENED.has(kind) ? [{ line, code: 'date-in-future' }] : []),
      ];
    }
    case 'hold':
      return [];
  }
}

/** When everything differs she never came by list before, and nothing was said about protection. */
const ALL_PARTS = 10;

/** A move may be announced; a birth, a loss or a death cannot lie ahead. */
const HAPPENED: ReadonlySet<string> = new Set(['birth', 'loss', 'child-death', 'woman-death']);

function asRaised({ line, code, column }: RowProblem): RaisedQuestion {
  const columnCode = column === undefined ? undefined : columnCodes[column];
  return { line, code, ...(columnCode === undefined ? {} : { column: columnCode }) };
}

function distinct(questions: readonly RaisedQuestion[]): readonly RaisedQuestion[] {
  const seen = new Set<string>();
  return questions.filter(({ line, code, column }) => {
    const key = `${line}/${code}/${column ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The flag is not on the list itself: the follow-up list comes apart, or there is none this month (CHI-8.3-8). */
function followUpComesApart(read: ReadList): boolean {
  return read.kind === 'targets' && read.rows.some(({ row }) => row.followUp === undefined);
}
