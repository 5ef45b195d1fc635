import type { AnswerSurveyRefusal } from './answer-survey.ts';
import type { CloseSurveyRefusal } from './close-survey.ts';
import type { OpenSurveyRefusal } from './open-survey.ts';
import type { SendSurveyRefusal } from './send-survey.ts';

/** Every no about the survey. */
export type SurveyRefusal = OpenSurveyRefusal | SendSurveyRefusal | AnswerSurveyRefusal | CloseSurveyRefusal;
