import type { CivilDate } from '../basics/civil-date.ts';
import type { Answers } from '../forms/answers.ts';
import type { RecordedFact } from '../facts.ts';

/** One holding of the survey: which approved form, when, and its answers, which name nobody (CHI-8.17-1). */
export type SurveyState = {
  readonly opened?: {
    readonly form: string;
    readonly from: CivilDate;
    readonly to: CivilDate;
    readonly on: CivilDate;
  };
  readonly answers: readonly Answers[];
  readonly closed: boolean;
};

export const noSurvey: SurveyState = { answers: [], closed: false };

export function evolveSurvey(state: SurveyState, fact: RecordedFact): SurveyState {
  switch (fact.type) {
    case 'survey.opened': {
      const { form, from, to } = fact;
      return { ...state, opened: { form, from, to, on: fact.at.slice(0, 10) as CivilDate } };
    }
    case 'survey.answered':
      return { ...state, answers: [...state.answers, fact.answers] };
    case 'survey.closed':
      return { ...state, closed: true };
    default:
      return state;
  }
}
