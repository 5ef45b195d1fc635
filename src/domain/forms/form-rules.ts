import type { FormDefinition } from './form.ts';

/** The forms a programme uses, all versions side by side, and which of them are in force. */
export type FormRules = {
  readonly definitions: readonly FormDefinition[];
  /** The pre-visit questionnaire in force, by name (CHI-8.16-2). Older approved versions that are under way are still taken. */
  readonly questionnaire: string;
  /** Questions of the questionnaire with a meaning of their own: due date (CHI-8.16-5), first birth, persons to consult (CHI-5-7), consent (CHI-8.3-9). */
  readonly asks: {
    readonly due: string;
    readonly firstBirth: { readonly question: string; readonly yes: string };
    readonly personsToConsult: string;
    readonly consent: { readonly question: string; readonly given: string };
  };
  /** A due date that differs from the ward's by more days is shown to staff (CHI-8.16-5). */
  readonly dueMayDiffer: number;
  /** The text of consent to sharing with the ward, and the versions the ward has approved; the last is in force (CHI-8.3-9). */
  readonly consent: { readonly text: string; readonly versions: readonly string[] };
};
