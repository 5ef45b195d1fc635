import type { FormWords } from '../../form-words.ts';
import type { ProgrammePortal } from '../../programme-portal.ts';
import { CONSENT_TEXTS } from '../consent-text.ts';
import { office } from '../letters/office.ts';
import { CONSENT_EASY } from './consent-easy.ts';
import { CONSENT_EN } from './consent-en.ts';
import { CONSENT_JA } from './consent-ja.ts';
import { CONSENT_KO } from './consent-ko.ts';
import { CONSENT_ZH } from './consent-zh.ts';
import { PORTAL_EASY } from './easy.ts';
import { PORTAL_EN } from './en.ts';
import { PORTAL_JA } from './ja.ts';
import { PORTAL_KO } from './ko.ts';
import { PORTAL_ZH } from './zh.ts';
import { MAIL_EASY } from './mail-easy.ts';
import { MAIL_EN } from './mail-en.ts';
import { MAIL_JA } from './mail-ja.ts';
import { MAIL_KO } from './mail-ko.ts';
import { MAIL_ZH } from './mail-zh.ts';
import { QUESTIONNAIRE_EASY } from './questionnaire-easy.ts';
import { QUESTIONNAIRE_EN } from './questionnaire-en.ts';
import { QUESTIONNAIRE_JA } from './questionnaire-ja.ts';
import { QUESTIONNAIRE_KO } from './questionnaire-ko.ts';
import { QUESTIONNAIRE_ZH } from './questionnaire-zh.ts';
import { SURVEY_EASY } from './survey-easy.ts';
import { SURVEY_EN } from './survey-en.ts';
import { SURVEY_JA } from './survey-ja.ts';
import { SURVEY_KO } from './survey-ko.ts';
import { SURVEY_ZH } from './survey-zh.ts';

const byForm = (...words: readonly FormWords[]): Readonly<Record<string, FormWords>> =>
  Object.fromEntries(words.map((one) => [one.form, one]));

/** What residents of this programme see (CHI-8.16). */
export const chiyodaPortal: ProgrammePortal = {
  words: {
    ja: PORTAL_JA,
    easy: PORTAL_EASY,
    en: PORTAL_EN,
    zh: PORTAL_ZH,
    ko: PORTAL_KO,
  },
  forms: {
    ja: byForm(QUESTIONNAIRE_JA, SURVEY_JA),
    easy: byForm(QUESTIONNAIRE_EASY, SURVEY_EASY),
    en: byForm(QUESTIONNAIRE_EN, SURVEY_EN),
    zh: byForm(QUESTIONNAIRE_ZH, SURVEY_ZH),
    ko: byForm(QUESTIONNAIRE_KO, SURVEY_KO),
  },
  consentTexts: CONSENT_TEXTS,
  consent: {
    ja: CONSENT_JA,
    easy: CONSENT_EASY,
    en: CONSENT_EN,
    zh: CONSENT_ZH,
    ko: CONSENT_KO,
  },
  mail: {
    ja: MAIL_JA,
    easy: MAIL_EASY,
    en: MAIL_EN,
    zh: MAIL_ZH,
    ko: MAIL_KO,
  },
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
  awayAnswers: { where: 'Q07-where', until: 'Q07-until' },
  phone: office.phone,
  exit: 'https://www.jma.go.jp/bosai/forecast/',
};
