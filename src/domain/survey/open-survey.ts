import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { usableForm } from '../forms/form.ts';
import type { SurveyState } from './survey.ts';

export type OpenSurvey = {
  readonly survey: string;
  readonly form: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The consultation with the ward on content and timing. */
  readonly ref: string;
};

export type OpenSurveyRefusal =
  | RefusalOf<'survey-exists'>
  | RefusalOf<'survey-not-approved', { form: string }>
  | RefusalOf<'survey-with-words'>
  | RefusalOf<'survey-days-wrong'>;

/** A survey is held with an approved version only (CHI-8.17-2). It asks for no free words: an answer names nobody. */
export function openSurvey(
  state: { readonly survey: SurveyState },
  { survey, form: name, from, to, ref }: OpenSurvey,
  { rules }: Context,
): Decision | OpenSurveyRefusal {
  if (state.survey.opened) return { refused: 'survey-exists' };
  const form = usableForm(rules.survey.definitions, name);
  if (!form) return { refused: 'survey-not-approved', form: name };
  if (form.questions.some(({ kind }) => kind === 'text' || kind === 'date'))
    return { refused: 'survey-with-words' };
  if (to < from) return { refused: 'survey-days-wrong' };
  return { facts: [{ type: 'survey.opened', survey, form: name, from, to, ref }] };
}
