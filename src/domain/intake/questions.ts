import type { MatchDoubt } from './match.ts';
import { mayWaitForPrint, type RowProblemCode } from './problems.ts';

/** Everything that is asked about a list, of a person of ours or of the ward (照会票). */
export type ListQuestionCode =
  | RowProblemCode
  | MatchDoubt
  | 'row-refused'
  | 'missing-from-list'
  | 'follow-up-list-missing'
  | 'change-identity-differs'
  | 'change-not-found'
  | 'change-by-ward-only'
  | 'date-in-future'
  | 'commit-refused';

export type ListAnswer =
  | 'same-person'
  | 'different-person'
  | 'new-pregnancy'
  | 'same-pregnancy'
  | 'as-written'
  | 'print-as'
  | 'leave-out'
  | 'none-this-month'
  | 'follows'
  | 'answered';

/** Which answers a question takes; whether the list waits for one. */
export type QuestionForm = { readonly answers: readonly ListAnswer[]; readonly blocks: boolean };

export function questionForm(code: ListQuestionCode): QuestionForm {
  const own = FORMS[code];
  if (own) return own;
  const blocks = !mayWaitForPrint(code as RowProblemCode);
  return { answers: blocks ? ['as-written', 'leave-out'] : ['answered'], blocks };
}

const IDENTITY: QuestionForm = { answers: ['same-person', 'different-person', 'leave-out'], blocks: true };
const PRINT: QuestionForm = { answers: ['print-as', 'as-written', 'leave-out'], blocks: true };
const WARD: QuestionForm = { answers: ['answered'], blocks: false };

const FORMS: Readonly<Partial<Record<ListQuestionCode, QuestionForm>>> = {
  'kana-differs': IDENTITY,
  'birth-date-differs': IDENTITY,
  'number-of-another': IDENTITY,
  'number-differs': IDENTITY,
  'other-address': IDENTITY,
  // Nobody can say "the same" where two fit: the two are looked at first.
  'several-fit': { answers: ['different-person', 'leave-out'], blocks: true },
  'twice-in-file': { answers: ['different-person', 'leave-out'], blocks: true },
  'new-pregnancy': { answers: ['new-pregnancy', 'same-pregnancy', 'leave-out'], blocks: true },
  gaiji: PRINT,
  'character-lost': PRINT,
  'row-refused': WARD,
  'missing-from-list': WARD,
  'follow-up-list-missing': { answers: ['none-this-month', 'follows'], blocks: false },
  'change-identity-differs': WARD,
  'change-not-found': WARD,
  'change-by-ward-only': WARD,
  // Never by list alone (design, "What stops what"): the list is committed without it, and the ward is asked.
  'protection-end-needs-ward': WARD,
  'date-in-future': { answers: ['as-written', 'leave-out'], blocks: true },
  'commit-refused': WARD,
};
