import type { ListKind } from '../facts/list.ts';
import type { RecordedFact } from '../facts.ts';
import type { YearMonth } from '../basics/year-month.ts';

/** One list of the ward: received, its questions, committed or discarded, its keys destroyed. */
export type ListState = {
  readonly received?: {
    readonly kind: ListKind;
    readonly months: readonly YearMonth[];
    readonly rows: number;
  };
  readonly questions: readonly { readonly line: number; readonly code: string; readonly answer?: string }[];
  readonly committed: boolean;
  readonly discarded: boolean;
  readonly keysDestroyed: boolean;
};

export const noList: ListState = { questions: [], committed: false, discarded: false, keysDestroyed: false };

export function evolveList(state: ListState, fact: RecordedFact): ListState {
  switch (fact.type) {
    case 'list.received':
      return { ...state, received: { kind: fact.kind, months: fact.month, rows: fact.rows } };
    case 'list.question-raised':
      return { ...state, questions: [...state.questions, { line: fact.line, code: fact.code }] };
    case 'list.question-answered':
      return {
        ...state,
        questions: state.questions.map((question) =>
          question.line === fact.line && question.code === fact.code
            ? { ...question, answer: fact.answer }
            : question,
        ),
      };
    case 'list.committed':
      return { ...state, committed: true };
    case 'list.discarded':
      return { ...state, discarded: true };
    case 'list.keys-destroyed':
      return { ...state, keysDestroyed: true };
    default:
      return state;
  }
}
