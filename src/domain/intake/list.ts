import { dayOfInstant } from '../basics/instant.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, JobId } from '../basics/ids.ts';
import type { ListKind } from '../facts/list.ts';
import type { RecordedFact } from '../facts.ts';
import type { YearMonth } from '../basics/year-month.ts';

/** One list of the ward: received, its questions, committed or discarded, its keys destroyed. */
export type ListState = {
  readonly received?: {
    readonly kind: ListKind;
    readonly months: readonly YearMonth[];
    readonly rows: number;
    /** The day whose state the list shows. */
    readonly asOf: CivilDate;
    readonly sha256: string;
    readonly medium: string;
    /** When it came, and who took it in. */
    readonly on: CivilDate;
    readonly by: string;
  };

  /** Rows as they were checked and matched, before anybody answered. */
  readonly staged?: StagedCounts;
  readonly questions: readonly ListQuestion[];
  /** How many answers came with words that are kept under the list key. */
  readonly wordsKept: number;
  readonly approved: boolean;
  /** The job that carries it into the ledger. */
  readonly job?: JobId;
  readonly committed: boolean;
  /** The day from which the days until destruction of the keys count. */
  readonly settledOn?: CivilDate;
  readonly discarded: boolean;
  readonly keysDestroyed: boolean;
  readonly keysDestroyedOn?: CivilDate;
};

export type StagedCounts = {
  readonly accepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly same: number;
  readonly changed: number;
  readonly missing: number;
};

export type ListQuestion = {
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  readonly case?: CaseId;
  readonly due?: CivilDate;
  readonly answer?: string;
};

export const noList: ListState = {
  questions: [],
  wordsKept: 0,
  approved: false,
  committed: false,
  discarded: false,
  keysDestroyed: false,
};

export function evolveList(state: ListState, fact: RecordedFact): ListState {
  switch (fact.type) {
    case 'list.received':
      return {
        ...state,
        received: {
          kind: fact.kind,
          months: fact.month,
          rows: fact.rows,
          asOf: fact.asOf,
          sha256: fact.sha256,
          medium: fact.medium,
          on: dayOfInstant(fact.at),
          by: fact.actor,
        },
      };
    case 'list.staged':
      return { ...state, staged: fact };
    case 'list.question-raised':
      return { ...state, questions: [...state.questions, questionOf(fact)] };
    case 'list.question-answered':
      return {
        ...state,
        wordsKept: state.wordsKept + (fact.answer === 'print-as' ? 1 : 0),
        questions: state.questions.map((question) =>
          isAbout(question, fact) ? { ...question, answer: fact.answer } : question,
        ),
      };
    case 'list.approved':
      return { ...state, approved: true, job: fact.job };
    case 'list.committed':
      return { ...state, committed: true, settledOn: dayOfInstant(fact.at) };
    case 'list.discarded':
      return { ...state, discarded: true, settledOn: dayOfInstant(fact.at) };
    case 'list.keys-destroyed':
      return { ...state, keysDestroyed: true, keysDestroyedOn: dayOfInstant(fact.at) };
    default:
      return state;
  }
}

/** Whether an answer is meant for this question: without a column it answers all of its line and code. */
export function isAbout(
  question: ListQuestion,
  answer: { readonly line: number; readonly code: string; readonly column?: string | undefined },
): boolean {
  return (
    question.line === answer.line &&
    question.code === answer.code &&
    (answer.column === undefined || answer.column === question.column)
  );
}

function questionOf(fact: ListQuestion): ListQuestion {
  const { line, code, column, case: about, due } = fact;
  return {
    line,
    code,
    ...(column === undefined ? {} : { column }),
    ...(about === undefined ? {} : { case: about }),
    ...(due === undefined ? {} : { due }),
  };
}
