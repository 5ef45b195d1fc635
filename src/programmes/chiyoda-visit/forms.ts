import type { FormRules } from '../../domain/forms/form-rules.ts';
import { CHECKLIST_1 } from './checklist.ts';
import { CONSENT_TEXTS } from './consent-text.ts';
import { LEEWAY_1 } from './leeway.ts';
import { QUESTIONNAIRE_1 } from './questionnaire.ts';

/** The forms of the visit programme and which of them are in force. */
export const formRules: FormRules = {
  definitions: [QUESTIONNAIRE_1, CHECKLIST_1, LEEWAY_1],
  questionnaire: 'pre-visit-questionnaire/1',
  asks: {
    due: 'Q01',
    firstBirth: { question: 'Q05', yes: 'yes' },
    personsToConsult: 'Q06',
    consent: { question: 'C01', given: 'given' },
  },
  dueMayDiffer: 14,
  consent: { text: 'sharing-with-ward', versions: CONSENT_TEXTS.map(({ version }) => version) },
};
