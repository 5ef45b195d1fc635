import type { CivilDate } from '../../../../domain/basics/civil-date.ts';
import {
  checkAnswers,
  isAsked,
  MOST_WORDS,
  type AnswerProblem,
  type Answers,
} from '../../../../domain/forms/answers.ts';
import { formName, type FormDefinition, type Question } from '../../../../domain/forms/form.ts';
import type { ProgrammePortal } from '../../../../programmes/programme-portal.ts';
import type { DeskForm } from '../../desk-form.ts';
import type { FieldSpec } from '../../field-spec.ts';
import type { Problem } from '../../reply.ts';
import { readValues } from '../../values.ts';

/** Words of an approved version as residents read them, so that an operator asks with the same words. */
type Spoken = ProgrammePortal['forms']['ja'][string] | undefined;

/** A question as a field of the desk. */
export function fieldOf(form: FormDefinition, question: Question, spoken: Spoken): FieldSpec {
  const { code, kind, required, shownIf, range, choices = [] } = question;
  const words = spoken?.questions[code];
  const before = form.questions.find((one) => one.code === shownIf?.question);
  const only =
    before && shownIf
      ? `「${shortOf(before, spoken)}」が「${choiceWords(before, shownIf.is)}」のときだけ`
      : '';
  const shared = {
    name: code,
    label: words?.label ?? question.label,
    hint: [only, words?.hint].filter((one) => one).join('。') || undefined,
    optional: !required || shownIf !== undefined,
  };
  const options = choices.map((choice) => ({
    value: choice.code,
    label: words?.choices?.[choice.code] ?? choice.label,
    ...(choice.flags?.some(({ asks }) => asks === 'advice')
      ? { hint: 'この答えのときは、先に病院または119への電話をすすめます' }
      : {}),
  }));
  switch (kind) {
    case 'single':
      return { ...shared, kind: 'one', options };
    case 'multi':
      return { ...shared, kind: 'many', options };
    case 'date':
      return { ...shared, kind: 'date' };
    case 'int':
      return { ...shared, kind: 'number', min: range?.least, max: range?.most };
    case 'text':
      return { ...shared, kind: 'lines', most: MOST_WORDS };
  }
}

/** What was answered, and what is wrong with it in the words of the desk. What was asked alone and is wrong is left out. */
export function readAnswers(
  sent: DeskForm,
  form: FormDefinition,
  spoken: Spoken,
  today: CivilDate,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  // What is left open is said with the name of the question, not with the whole of it.
  const specs = form.questions.map((question) => ({ ...fieldOf(form, question, spoken), optional: true }));
  const { values, problems } = readValues(sent, specs);
  const given: Answers = Object.fromEntries(
    form.questions.flatMap((question): [string, Answers[string]][] => {
      const { code } = question;
      if (question.kind === 'multi') {
        const chosen = values.many(
          code,
          (question.choices ?? []).map((choice) => choice.code),
        );
        return chosen.length > 0 ? [[code, chosen]] : [];
      }
      const answer = question.kind === 'int' ? values.numberOr(code) : values.textOr(code);
      return answer === undefined ? [] : [[code, answer]];
    }),
  );
  const asked = onlyAsked(form, given);
  const unread = new Set(problems.map(({ field }) => field));
  const faults = checkAnswers(form, asked, today);
  const alone = new Set(form.questions.filter((one) => one.alone).map(({ code }) => code));
  const said = faults
    .filter(({ question }) => !alone.has(question) && !unread.has(question))
    .flatMap((fault) => wordsOf(form, fault, spoken));
  const wrong = new Set(faults.map(({ question }) => question));
  return {
    answers: Object.fromEntries(
      Object.entries(asked).filter(([code]) => !(alone.has(code) && wrong.has(code))),
    ),
    problems: [...problems.filter(({ field }) => !alone.has(field ?? '')), ...said],
  };
}

/** An answer to a question that was not to be asked is dropped: every question stands on the page. */
function onlyAsked(form: FormDefinition, answers: Answers): Answers {
  const hidden = form.questions.find((one) => one.code in answers && !isAsked(form, one, answers));
  if (!hidden) return answers;
  const { [hidden.code]: _dropped, ...rest } = answers;
  return onlyAsked(form, rest);
}

function wordsOf(
  form: FormDefinition,
  { question: code, problem }: AnswerProblem,
  spoken: Spoken,
): Problem[] {
  const question = form.questions.find((one) => one.code === code);
  if (!question) return [];
  const name = shortOf(question, spoken);
  const { least = 0, most = 0 } = question.range ?? {};
  const picks = question.kind === 'single' || question.kind === 'multi';
  const text = {
    required: picks ? `「${name}」をうかがって選んでください。` : `「${name}」をうかがって入力してください。`,
    'out-of-range':
      question.kind === 'date'
        ? `「${name}」の日付が離れすぎています。もう一度うかがってください。`
        : `「${name}」は${least}から${most}までです。`,
    'excludes-others': `「${name}」で「どれもない」を選ぶときは、ほかを選べません。どちらかをうかがってください。`,
    'too-long': `「${name}」は${MOST_WORDS}文字までです。`,
  };
  return [
    { field: code, text: text[problem as keyof typeof text] ?? `「${name}」をもう一度確かめてください。` },
  ];
}

function shortOf({ code, label }: Question, spoken: Spoken): string {
  const words = spoken?.questions[code];
  return words?.short ?? (words?.label ?? label).replace(/[。.?？]$/u, '');
}

function choiceWords({ choices = [] }: Question, codes: readonly string[]): string {
  return choices
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => label)
    .join('・');
}

/** The questions of a page after the other, as residents see them; then what is asked on no page; alone ones apart. */
export function pagesOf(
  form: FormDefinition,
  portal: ProgrammePortal | undefined,
): { readonly pages: readonly (readonly Question[])[]; readonly alone: readonly Question[] } {
  const named = (portal?.forms.ja[formName(form)] ? portal.questionPages : []).map(({ questions }) =>
    questions.flatMap((code) => form.questions.find((one) => one.code === code) ?? []),
  );
  const placed = new Set(named.flat());
  const rest = form.questions.filter((one) => !one.alone && !placed.has(one));
  return {
    pages: [...named, rest].filter((one) => one.length > 0),
    alone: form.questions.filter((one) => one.alone),
  };
}
