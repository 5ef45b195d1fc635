import type { Approval } from '../domain/forms/form.ts';

/** Words of one version of a form in one language: questions and choices by code. */
export type FormWords = {
  /** `pre-visit-questionnaire/1` */
  readonly form: string;
  readonly approval: Approval;
  readonly title: string;
  readonly questions: Readonly<Record<string, QuestionWords>>;
};

type QuestionWords = {
  readonly label: string;
  /** What the question is called where something is said about it, such as that it is still open; the label unless told. */
  readonly short?: string | undefined;
  readonly hint?: string | undefined;
  readonly choices?: Readonly<Record<string, string>> | undefined;
};

/** Speaks this very version: a question or a choice left out, or one too many, does not compile (CHI-8.3-13). */
export type WordsOf<Form extends FormShape> = Omit<FormWords, 'form' | 'questions'> & {
  readonly form: `${Form['id']}/${Form['version']}`;
  readonly questions: {
    readonly [Code in Form['questions'][number]['code']]: WordsOfQuestion<
      Extract<Form['questions'][number], { readonly code: Code }>
    >;
  };
};

type FormShape = {
  readonly id: string;
  readonly version: string;
  readonly questions: readonly { readonly code: string }[];
};

type WordsOfQuestion<Question> = {
  readonly label: string;
  readonly short?: string;
  readonly hint?: string;
} & (Question extends {
  readonly choices: readonly { readonly code: infer Choice extends string }[];
}
  ? { readonly choices: Readonly<Record<Choice, string>> }
  : unknown);
