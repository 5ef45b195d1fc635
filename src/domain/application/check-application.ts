import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Channel } from '../facts/case.ts';
import type { ApplicationFact } from '../facts/application.ts';
import { answerFields, checkAnswers, type AnswerProblem, type Answers } from '../forms/answers.ts';
import { flagsOf, urgentClassOf } from '../forms/flags.ts';
import { usableForm } from '../forms/form.ts';
import type { UrgentClass } from '../facts/consultation.ts';

export type CheckApplicationRefusal =
  | RefusalOf<'application-exists'>
  | RefusalOf<'form-not-approved', { form: string }>
  | RefusalOf<'answers-incomplete', { problems: readonly AnswerProblem[] }>
  | RefusalOf<'consent-needed'>
  | RefusalOf<'consent-text-unknown', { text: string; version: string }>;

/** Answers that may be taken, and what they ask of us. */
export type CheckedApplication = {
  /** As the vault keeps them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly consent: NonNullable<Extract<ApplicationFact, { type: 'application.received' }>['consent']>;
  readonly urgent?: UrgentClass;
  readonly call: boolean;
};

/**
 * Whether answers may be taken: an approved version of the questionnaire (CHI-8.16-4), complete (CHI-8.16-3), and online
 * with consent (CHI-8.3-9). The same for her own sending, an operator's entry, and an application without a code.
 */
export function checkApplication(
  asked: {
    readonly form: string;
    readonly answers: Answers;
    readonly channel: Channel;
    readonly consent?: string | undefined;
  },
  { today, rules }: Pick<Context, 'today' | 'rules'>,
): CheckedApplication | CheckApplicationRefusal {
  const { forms } = rules;
  const questionnaire = forms.questionnaire.slice(0, forms.questionnaire.indexOf('/') + 1);
  const form = asked.form.startsWith(questionnaire) ? usableForm(forms.definitions, asked.form) : undefined;
  if (!form) return { refused: 'form-not-approved', form: asked.form };
  const problems = checkAnswers(form, asked.answers, today);
  if (problems.length > 0) return { refused: 'answers-incomplete', problems };
  const { question, given } = forms.asks.consent;
  const consented = asked.answers[question] === given;
  if (!consented && asked.channel === 'web') return { refused: 'consent-needed' };
  const version = asked.consent ?? forms.consent.versions.at(-1) ?? '';
  if (asked.consent !== undefined && !forms.consent.versions.includes(version)) {
    return { refused: 'consent-text-unknown', text: forms.consent.text, version };
  }
  const raised = flagsOf(form, asked.answers);
  const urgent = urgentClassOf(raised);
  return {
    fields: answerFields(form, asked.answers),
    consent: {
      text: forms.consent.text,
      version,
      answer: consented ? 'given' : 'refused',
    },
    ...(urgent ? { urgent } : {}),
    call: urgent !== undefined || raised.some(({ flag }) => flag.asks === 'call'),
  };
}
