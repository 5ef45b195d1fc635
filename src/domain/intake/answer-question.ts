import type { ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import { isAbout, type ListState } from './list.ts';
import { questionForm, type ListAnswer, type ListQuestionCode } from './questions.ts';

export type AnswerQuestion = {
  readonly list: ListId;
  readonly line: number;
  readonly code: string;
  /** Code of the column; without it all questions of this line and code are answered. */
  readonly column?: string | undefined;
  readonly answer: ListAnswer;
  /** What to print instead of a character that only the ward's machines can show (外字). */
  readonly value?: string | undefined;
  /** Who answered, by function, and where that stands. */
  readonly by: string;
  readonly ref: string;
};

export type AnswerQuestionRefusal =
  | RefusalOf<'no-such-question', { line: number; code: string }>
  | RefusalOf<'answer-not-allowed', { code: string; allowed: readonly ListAnswer[] }>
  | RefusalOf<'print-as-needs-words', { line: number }>
  | RefusalOf<'list-approved-already', { list: ListId }>;

/**
 * Writes down an answer. Until the list is approved it may be changed; afterwards only questions that the list did
 * not wait for are still open. Words to print are kept under the list key and go to the vault with her case.
 */
export function answerQuestion(
  state: { readonly list: ListState },
  command: AnswerQuestion,
): Decision | AnswerQuestionRefusal {
  const { list, line, code, column, answer, value, by, ref } = command;
  const asked = state.list.questions.filter((question) => isAbout(question, command));
  if (asked.length === 0) return { refused: 'no-such-question', line, code };
  const form = questionForm(code as ListQuestionCode);
  if (!form.answers.includes(answer)) {
    return { refused: 'answer-not-allowed', code, allowed: form.answers };
  }
  if (form.blocks && (state.list.approved || state.list.discarded))
    return { refused: 'list-approved-already', list };
  if (answer === 'print-as' && (value === undefined || value.trim() === '')) {
    return { refused: 'print-as-needs-words', line };
  }
  return {
    facts: [
      {
        type: 'list.question-answered',
        list,
        line,
        code,
        ...(column === undefined ? {} : { column }),
        answer,
        by,
        ref,
      },
    ],
    ...(answer === 'print-as' && value !== undefined
      ? {
          stage: [
            {
              list,
              parts: [
                {
                  part: FIRST_ANSWER_PART + state.list.wordsKept,
                  text: JSON.stringify({ line, code, column, value: value.trim() }),
                },
              ],
            },
          ],
        }
      : {}),
  };
}

/** Parts from here on hold the words of answers, one each, the latest last. */
export const FIRST_ANSWER_PART = 1_000_000;
