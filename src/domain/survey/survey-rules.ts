import type { FormDefinition } from '../forms/form.ts';

/** The survey of the women (CHI-8.17). */
export type SurveyRules = {
  /** All versions; only an approved one can be sent (CHI-8.17-2). They hold no free words: answers are anonymous. */
  readonly definitions: readonly FormDefinition[];
  /** MM-DD: not held by then, a warning shows (CHI-8.17-1). */
  readonly heldBy: string;
  /** A cell with fewer answers is not shown, nor a form with fewer answers in all. */
  readonly smallCell: number;
};
