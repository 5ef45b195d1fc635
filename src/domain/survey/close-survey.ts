import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { SurveyState } from './survey.ts';

export type CloseSurvey = { readonly survey: string };
export type CloseSurveyRefusal = RefusalOf<'survey-not-open'>;

/** No more answers; what came in is the result (CHI-9.1-13). */
export function closeSurvey(
  state: { readonly survey: SurveyState },
  { survey }: CloseSurvey,
  _context: Context,
): Decision | CloseSurveyRefusal {
  if (!state.survey.opened || state.survey.closed) return { refused: 'survey-not-open' };
  return { facts: [{ type: 'survey.closed', survey }] };
}
