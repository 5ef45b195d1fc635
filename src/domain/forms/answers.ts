import { daysBetween, parseCivilDate, type CivilDate } from '../basics/civil-date.ts';
import { askedOrder, type FormDefinition, type Question } from './form.ts';

/** Answers by question code: a choice or a date or words, several choices, or a whole number. */
export type Answers = Readonly<Record<string, string | number | readonly string[]>>;

/** What is wrong with the answer to one question. Never holds the answer itself. */
export type AnswerProblem = {
  readonly question: string;
  readonly problem:
    | 'required'
    | 'unknown-question'
    | 'not-asked'
    | 'wrong-kind'
    | 'unknown-choice'
    | 'chosen-twice'
    | 'excludes-others'
    | 'out-of-range'
    | 'too-long';
};

/** Free words of one answer, in characters. */
export const MOST_WORDS = 1000;

/**
 * Checks answers against one version of a form; an empty list means they may be taken (CHI-8.16-3, 8.16-5). A question
 * that was not to be asked (its condition does not hold) may not be answered: two browsers never disagree silently.
 */
export function checkAnswers(
  form: FormDefinition,
  answers: Answers,
  today: CivilDate,
): readonly AnswerProblem[] {
  const known = new Set(form.questions.map(({ code }) => code));
  const unknown = Object.keys(answers)
    .filter((code) => !known.has(code))
    .map((question) => ({ question, problem: 'unknown-question' as const }));
  return [...unknown, ...askedOrder(form).flatMap((question) => checkOne(form, question, answers, today))];
}

/** Whether a question is to be asked, given the answers so far. A hidden question hides those that hang on it. */
export function isAsked(form: FormDefinition, question: Question, answers: Answers): boolean {
  const { shownIf } = question;
  if (!shownIf) return true;
  const before = form.questions.find(({ code }) => code === shownIf.question);
  if (!before || !isAsked(form, before, answers)) return false;
  return chosen(answers[before.code]).some((choice) => shownIf.is.includes(choice));
}

/** What a draft on a device may keep: nothing that was asked for her alone. */
export function draftOf(form: FormDefinition, answers: Answers): Answers {
  const alone = new Set(form.questions.filter((question) => question.alone).map(({ code }) => code));
  return Object.fromEntries(Object.entries(answers).filter(([code]) => !alone.has(code)));
}

/** An answer as the vault keeps it. Several choices are joined by a blank; every question of the form has a field. */
export function answerFields(form: FormDefinition, answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    form.questions.map(({ code }) => {
      const answer = answers[code];
      return [code, typeof answer === 'object' ? answer.join(' ') : String(answer ?? '')];
    }),
  );
}

/** The choices of an answer, whether one or several could be taken. */
export function chosen(answer: Answers[string] | undefined): readonly string[] {
  if (answer === undefined || typeof answer === 'number') return [];
  return typeof answer === 'string' ? [answer] : answer;
}

function checkOne(
  form: FormDefinition,
  question: Question,
  answers: Answers,
  today: CivilDate,
): readonly AnswerProblem[] {
  const answer = answers[question.code];
  const says = (problem: AnswerProblem['problem']) => [{ question: question.code, problem }];
  const given = answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0);
  if (!isAsked(form, question, answers)) return given ? says('not-asked') : [];
  if (!given) return question.required ? says('required') : [];
  const problem = problemOf(question, answer, today);
  return problem ? says(problem) : [];
}

function problemOf(
  question: Question,
  answer: Answers[string],
  today: CivilDate,
): AnswerProblem['problem'] | undefined {
  switch (question.kind) {
    case 'single':
      return typeof answer === 'string' ? wrongChoice(question, [answer]) : 'wrong-kind';
    case 'multi':
      return typeof answer === 'object' ? wrongChoice(question, answer) : 'wrong-kind';
    case 'int':
      if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return 'wrong-kind';
      return outside(question, answer);
    case 'date': {
      const read = typeof answer === 'string' ? parseCivilDate(answer) : undefined;
      return read?.ok ? outside(question, daysBetween(today, read.value)) : 'wrong-kind';
    }
    case 'text':
      if (typeof answer !== 'string') return 'wrong-kind';
      return answer.length > MOST_WORDS ? 'too-long' : undefined;
  }
}

function wrongChoice(question: Question, choices: readonly string[]): AnswerProblem['problem'] | undefined {
  const offered = new Map((question.choices ?? []).map((choice) => [choice.code, choice]));
  if (choices.some((code) => !offered.has(code))) return 'unknown-choice';
  if (new Set(choices).size < choices.length) return 'chosen-twice';
  const alone = choices.some((code) => offered.get(code)?.excludesOthers);
  return alone && choices.length > 1 ? 'excludes-others' : undefined;
}

function outside({ range }: Question, value: number): 'out-of-range' | undefined {
  return range && (value < range.least || value > range.most) ? 'out-of-range' : undefined;
}
