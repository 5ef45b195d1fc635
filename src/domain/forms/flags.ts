import { chosen, isAsked, type Answers } from './answers.ts';
import type { Flag, FormDefinition, Question } from './form.ts';
import type { UrgentClass } from '../facts/consultation.ts';

/** An answer that asks something of us, and which question it was given to. Never the answer itself. */
export type Raised = { readonly question: string; readonly flag: Flag };

/** Every flag that these answers raise, in the order of the form. Answers to hidden questions raise none. */
export function flagsOf(form: FormDefinition, answers: Answers): readonly Raised[] {
  return form.questions
    .filter((question) => isAsked(form, question, answers))
    .flatMap((question) =>
      flagsOfOne(question, answers[question.code]).map((flag) => ({ question: question.code, flag })),
    );
}

/** The most pressing class among the flags; nothing when no answer is urgent. */
export function urgentClassOf(raised: readonly Raised[]): UrgentClass | undefined {
  const classes = raised.flatMap(({ flag }) => (flag.asks === 'urgent' ? [flag.class] : []));
  return PRESSING.find((one) => classes.includes(one));
}

const PRESSING: readonly UrgentClass[] = ['u1', 'loss', 'u2', 'u3'];

function flagsOfOne(question: Question, answer: Answers[string] | undefined): readonly Flag[] {
  const codes = chosen(answer);
  return (question.choices ?? [])
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ flags }) => flags ?? []);
}
