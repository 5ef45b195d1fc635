import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { checkAnswers, type AnswerProblem, type Answers } from '../forms/answers.ts';
import { usableForm } from '../forms/form.ts';
import type { SurveyState } from './survey.ts';

/** `token`: made by the portal from her session for this survey alone; it leads nowhere and is used up once. */
export type AnswerSurvey = { readonly survey: string; readonly token: string; readonly answers: Answers };

export type AnswerSurveyRefusal =
  | RefusalOf<'survey-not-open'>
  | RefusalOf<'survey-incomplete', { problems: readonly AnswerProblem[] }>;

/** An answer that names nobody: the fact holds codes and no case; the token is a claim, so that nobody answers twice. */
export function answerSurvey(
  state: { readonly survey: SurveyState },
  { survey, token, answers }: AnswerSurvey,
  { today, rules }: Context,
): Decision | AnswerSurveyRefusal {
  const { opened, closed } = state.survey;
  if (!opened || closed || today < opened.from || today > opened.to) return { refused: 'survey-not-open' };
  const form = usableForm(rules.survey.definitions, opened.form);
  if (!form) return { refused: 'survey-not-open' };
  const problems = checkAnswers(form, answers, today);
  if (problems.length > 0) return { refused: 'survey-incomplete', problems };
  return {
    facts: [{ type: 'survey.answered', survey, answers }],
    claim: [{ kind: 'survey-answer', key: `${survey}/${token}` }],
  };
}
