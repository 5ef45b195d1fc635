import { formName, type FormDefinition } from '../../../domain/forms/form.ts';
import type { PortalLanguage } from '../../../domain/portal/language.ts';
import type { ConsentWords } from '../../consent-words.ts';
import type { FormWords } from '../../form-words.ts';
import type { ProgrammePortal } from '../../programme-portal.ts';
import { CONSENT_TEXTS, type ConsentText } from '../consent-text.ts';
import { QUESTIONNAIRE_1 } from '../questionnaire.ts';
import { surveyRules } from '../survey.ts';
import { office } from '../letters/office.ts';
import { PORTAL_JA } from './ja.ts';
import { MAIL_JA } from './mail-ja.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

const everywhere = <Words>(words: Words): Readonly<Record<PortalLanguage, Words>> => ({
  ja: words,
  easy: words,
  en: words,
  zh: words,
  ko: words,
});

/** The words that a definition carries itself: those in which the ward approved it. */
const ownWords = (form: FormDefinition): FormWords => ({
  form: formName(form),
  approval: SAMPLE_APPROVAL,
  title: form.title,
  questions: Object.fromEntries(
    form.questions.map(({ code, label, choices }) => [
      code,
      { label, choices: choices && Object.fromEntries(choices.map((one) => [one.code, one.label])) },
    ]),
  ),
});

const forms = Object.fromEntries(
  [QUESTIONNAIRE_1, ...surveyRules.definitions].map((form) => [formName(form), ownWords(form)]),
);

const consentWords = ({ text, version, approval, title, paragraphs, check }: ConsentText): ConsentWords => ({
  consent: `${text}/${version}`,
  approval,
  title,
  paragraphs,
  check,
  note: '',
});

/** What residents of this programme see (CHI-8.16). */
export const chiyodaPortal: ProgrammePortal = {
  words: everywhere(PORTAL_JA),
  forms: everywhere(forms),
  consentTexts: CONSENT_TEXTS,
  consent: everywhere(consentWords(CONSENT_TEXTS[0] as ConsentText)),
  mail: everywhere(MAIL_JA),
  questionPages: [
    {
      key: 'body',
      questions: ['Q01', 'Q01-changed', 'Q02-checkups', 'Q02-place', 'Q03', 'Q05', 'Q05-multiples'],
    },
    {
      key: 'life',
      questions: [
        'Q04',
        'Q04-low',
        'Q04-interest',
        'Q06',
        'Q07',
        'Q07-satogaeri',
        'Q07-from',
        'Q07-until',
        'Q07-where',
      ],
    },
    { key: 'help', questions: ['Q09', 'Q10', 'Q11', 'Q12', 'Q13', 'Q13-words'] },
  ],
  phone: office.phone,
  exit: 'https://www.jma.go.jp/bosai/forecast/',
};
