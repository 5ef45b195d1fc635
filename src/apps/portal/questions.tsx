import type { ReactNode } from 'react';
import { MOST_WORDS, chosen, isAsked, type AnswerProblem, type Answers } from '../../domain/forms/answers.ts';
import { formName, type FormDefinition, type Question } from '../../domain/forms/form.ts';
import type { FormWords } from '../../programmes/form-words.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import { Choices } from '../kit/still/choices.tsx';
import { DateFields } from '../kit/still/date-fields.tsx';
import { Field } from '../kit/still/field.tsx';
import { TextArea } from '../kit/still/text-area.tsx';
import type { Ask } from './ask.ts';
import { fill } from './fill.ts';
import { dateParts, partWords, typed, typedDate, typedLines } from './form-parts.ts';
import type { Problem } from './reply.ts';

/** Words of a form in the language of the page. */
export function wordsOf({ portal, language }: Ask, form: FormDefinition): FormWords {
  const words = portal.shows.forms[language][formName(form)];
  if (!words) throw new Error(`No words for ${formName(form)} in ${language}`);
  return words;
}

type Asking = {
  readonly words: PortalWords;
  readonly formWords: FormWords;
  readonly form: FormDefinition;
  /** Only those that stand on this page. */
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly problems: readonly Problem[];
};

/**
 * The questions of a page. One that hangs on a single choice of another question of the page stands below that choice and
 * is shown with it, by style alone; what is sent of a hidden one is dropped when the answers are read.
 */
export function Questions(asking: Asking): ReactNode {
  const { questions, form, answers } = asking;
  return questions
    .filter((question) => !parentOn(question, questions))
    .filter((question) => !question.shownIf || isAsked(form, question, answers))
    .map((question) => <One key={question.code} asking={asking} question={question} />);
}

function One({ asking, question }: { readonly asking: Asking; readonly question: Question }): ReactNode {
  const { words, formWords, questions, answers, problems } = asking;
  const { code, kind, required } = question;
  const { label = code, hint, choices = {} } = formWords.questions[code] ?? {};
  const answer = answers[code];
  const shared = {
    name: code,
    label,
    mark: required ? words.site.required : words.site.optional,
    hint,
    error: problems.find(({ field }) => field === code)?.text,
  };
  const text = answer === undefined ? '' : String(answer);
  switch (kind) {
    case 'single':
    case 'multi':
      return (
        <Choices
          {...shared}
          pick={kind === 'single' ? 'one' : 'many'}
          options={(question.choices ?? []).map((choice) => ({
            value: choice.code,
            label: choices[choice.code] ?? choice.label,
            checked: chosen(answer).includes(choice.code),
            note: followed(asking, questions, question, choice.code),
          }))}
        />
      );
    case 'date':
      return <DateFields {...shared} parts={partWords(words)} value={dateParts(text)} />;
    case 'int':
      return <Field {...shared} inputMode="numeric" width="short" maxLength={4} value={text} />;
    case 'text':
      return <TextArea {...shared} rows={3} maxLength={MOST_WORDS} value={text} />;
  }
}

/** What is asked below a choice; nothing when no question hangs on it. */
function followed(
  asking: Asking,
  questions: readonly Question[],
  question: Question,
  choice: string,
): ReactNode {
  const below = questions.filter(
    (one) => parentOn(one, questions)?.code === question.code && one.shownIf?.is.includes(choice),
  );
  return below.length === 0
    ? undefined
    : below.map((one) => <One key={one.code} asking={asking} question={one} />);
}

function parentOn({ shownIf }: Question, questions: readonly Question[]): Question | undefined {
  return shownIf?.is.length === 1 ? questions.find(({ code }) => code === shownIf.question) : undefined;
}

/** The answers to these questions as they were sent; what is no date or number stays as it was typed, to be mended. */
export function readAnswers(sent: URLSearchParams, questions: readonly Question[]): Answers {
  const pairs = questions.map((question): [string, Answers[string] | undefined] => [
    question.code,
    readOne(sent, question),
  ]);
  return Object.fromEntries(pairs.filter((pair): pair is [string, Answers[string]] => pair[1] !== undefined));
}

function readOne(sent: URLSearchParams, { code, kind }: Question): Answers[string] | undefined {
  switch (kind) {
    case 'single':
      return typed(sent, code, 40) || undefined;
    case 'multi': {
      const codes = sent.getAll(code).map((one) => one.slice(0, 40));
      return codes.length > 0 ? codes.slice(0, 50) : undefined;
    }
    case 'date': {
      const { date, blank, typed: parts } = typedDate(sent, code);
      return blank ? undefined : (date ?? `${parts.year}/${parts.month}/${parts.day}`);
    }
    case 'int': {
      const text = typed(sent, code, 8).normalize('NFKC');
      return text === '' ? undefined : /^\d{1,4}$/.test(text) ? Number(text) : text;
    }
    case 'text':
      return typedLines(sent, code, MOST_WORDS * 2) || undefined;
  }
}

/** Answers without those to questions that are unknown or not to be asked, in the light of the others. */
export function onlyAsked(form: FormDefinition, answers: Answers): Answers {
  const kept = form.questions.filter((question) => isAsked(form, question, answers));
  const codes = new Set(kept.map(({ code }) => code));
  const left = Object.fromEntries(Object.entries(answers).filter(([code]) => codes.has(code)));
  return Object.keys(left).length === Object.keys(answers).length ? left : onlyAsked(form, left);
}

/** What is wrong, said as what to do. */
export function said(
  words: PortalWords,
  formWords: FormWords,
  form: FormDefinition,
  problems: readonly AnswerProblem[],
): readonly Problem[] {
  return problems.flatMap(({ question: code, problem }) => {
    const question = form.questions.find((one) => one.code === code);
    if (!question) return [];
    const { label = code, short } = formWords.questions[code] ?? {};
    const field = short ?? label.replace(/[。.?？]$/u, '');
    const { least = 0, most = 0 } = question.range ?? {};
    const values = question.kind === 'int' ? { field, least, most } : { field, most: MOST_WORDS };
    return [{ field: code, text: fill(words.problems[wordOf(question, problem)], values) }];
  });
}

function wordOf(
  { kind }: Question,
  problem: AnswerProblem['problem'],
): Exclude<keyof PortalWords['problems'], 'block'> {
  const picks = kind === 'single' || kind === 'multi';
  switch (problem) {
    case 'required':
      return picks ? 'requiredChoice' : 'required';
    case 'wrong-kind':
      return kind === 'date' ? 'notADate' : kind === 'int' ? 'notANumber' : 'unknownChoice';
    case 'out-of-range':
      return kind === 'date' ? 'dateRange' : 'numberRange';
    case 'excludes-others':
      return 'excludesOthers';
    case 'too-long':
      return 'tooLong';
    default:
      return 'unknownChoice';
  }
}
