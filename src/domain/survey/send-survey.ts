import type { CaseId, MessageId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { quietUntil } from '../messages/due-messages.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import type { SurveyState } from './survey.ts';
import type { Instant } from '../basics/instant.ts';

export type SendSurvey = { readonly survey: string; readonly case: CaseId; readonly message: MessageId };

export type SendSurveyRefusal =
  | RefusalOf<'survey-not-open'>
  | RefusalOf<'survey-not-for-her'>
  | RefusalOf<'survey-sent-already'>
  | RefusalOf<'quiet-hours', { until: Instant }>;

/**
 * One invitation a woman and survey, only to those who had a visit or talk (CHI-8.17-1). A stop acts here as everywhere:
 * after a loss nobody is asked whether she was content. The refusal does not say which of the reasons it is.
 */
export function sendSurvey(
  state: { readonly survey: SurveyState; readonly case: CaseState },
  { survey, case: id, message }: SendSurvey,
  { now, today, rules }: Context,
): Decision | SendSurveyRefusal {
  const { opened, closed } = state.survey;
  if (!opened || closed || today < opened.from || today > opened.to) return { refused: 'survey-not-open' };
  const { standing, visits, registration, messages } = state.case;
  if (messages.surveys.includes(survey)) return { refused: 'survey-sent-already' };
  const reachable = registration.email !== undefined && messages.bouncedOn === undefined;
  if (!visits.completed || !reachable || !mayGoOut(standing, ['mail', 'surveys'], today).goes) {
    return { refused: 'survey-not-for-her' };
  }
  const until = quietUntil(now, rules.messages);
  if (until) return { refused: 'quiet-hours', until };
  return {
    facts: [{ type: 'survey.sent', case: id, survey, message }],
    send: [{ queue: 'mail', ref: message, case: id }],
  };
}
