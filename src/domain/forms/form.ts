import type { CivilDate } from '../basics/civil-date.ts';
import type { UrgentClass } from '../facts/consultation.ts';

/** What an answer is made of. `text` is free words: they go to the vault and nowhere else. */
export type QuestionKind = 'single' | 'multi' | 'date' | 'int' | 'text';

/**
 * What an answer asks of us. `urgent` opens an urgent case of its class (domain.md 2.6); `call` orders a call to her;
 * `advice` shows the words "call the hospital now" at once (2.5); `ward` and `review` are taken up by a person. Whether
 * follow-up is proposed is no flag: it hangs on several answers (`follow-up/follow-up-proposal.ts`).
 */
export type Flag =
  | { readonly asks: 'call' | 'advice' | 'ward' | 'review' }
  | { readonly asks: 'urgent'; readonly class: UrgentClass };

export type Choice = {
  readonly code: string;
  readonly label: string;
  readonly flags?: readonly Flag[];
  /** 「どれもない」: chosen alone or not at all. */
  readonly excludesOthers?: boolean;
};

/** Asked only if another question, asked before, was answered with one of these choices. */
export type ShownIf = { readonly question: string; readonly is: readonly string[] };

export type Question = {
  readonly code: string;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** Asked last, skipped by one tap, kept in no draft, never echoed: somebody may stand beside her (design 2). */
  readonly alone?: boolean;
  readonly choices?: readonly Choice[];
  /** Whole numbers: least and most. Dates: days from today. Both included. */
  readonly range?: { readonly least: number; readonly most: number };
  readonly shownIf?: ShownIf;
};

/** The ward's word on a version: its reference and day. `tryout` marks sample wording that no ward has seen. */
export type Approval = { readonly ref: string; readonly on: CivilDate; readonly tryout?: true };

/**
 * One version of a form the ward orders (CHI-8.13-1, 8.16-4, 8.17-2). A version never changes once it was approved;
 * another wording is another version, and answers stay bound to the one they were given to.
 */
export type FormDefinition = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly questions: readonly Question[];
} & (
  | { readonly status: 'draft' | 'submitted' }
  | { readonly status: 'approved'; readonly approval: Approval }
);

/** Name of a version as facts carry it: `pre-visit-questionnaire/1`. */
export function formName(form: { readonly id: string; readonly version: string }): string {
  return `${form.id}/${form.version}`;
}

/** The version of that name, only if the ward has approved it: a draft cannot be used (CHI-8.13-1, 8.16-4). */
export function usableForm(forms: readonly FormDefinition[], name: string): FormDefinition | undefined {
  return forms.find((form) => formName(form) === name && form.status === 'approved');
}

/** The order in which questions are asked: those for her alone come last. */
export function askedOrder(form: FormDefinition): readonly Question[] {
  return [
    ...form.questions.filter((question) => !question.alone),
    ...form.questions.filter((question) => question.alone),
  ];
}
