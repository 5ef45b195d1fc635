import { formName, type FormDefinition, type Question } from './form.ts';

/**
 * What is wrong with a definition before it is shown to the ward: codes that collide, conditions on questions that do
 * not come before, choices where there are none, and a question for her alone that is compulsory or that others hang on.
 */
export function formFaults(form: FormDefinition): readonly string[] {
  return form.questions.flatMap((question, index) =>
    faultsOf(question, form.questions.slice(0, index)).map(
      (fault) => `${formName(form)} ${question.code}: ${fault}`,
    ),
  );
}

function faultsOf(question: Question, before: readonly Question[]): readonly string[] {
  const { code, kind, choices = [], shownIf } = question;
  const faults: string[] = [];
  const picks = kind === 'single' || kind === 'multi';
  if (!/^[A-Za-z0-9-]{1,24}$/.test(code)) faults.push('the code is not a code');
  if (before.some((other) => other.code === code)) faults.push('the code is used twice');
  if (picks !== choices.length > 0) faults.push('choices and kind do not fit');
  if (new Set(choices.map((choice) => choice.code)).size < choices.length)
    faults.push('a choice is there twice');
  if (choices.some((choice) => !/^[a-z0-9-]{1,32}$/.test(choice.code))) faults.push('a choice has no code');
  if (question.range && kind !== 'int' && kind !== 'date') faults.push('a range without number or date');
  if (question.alone && question.required) faults.push('asked alone and compulsory');
  if (shownIf) {
    const other = before.find((one) => one.code === shownIf.question);
    if (!other) faults.push('hangs on a question that does not come before');
    if (other?.alone && !question.alone) faults.push('hangs on a question asked alone');
    if (shownIf.is.some((is) => !other?.choices?.some((choice) => choice.code === is))) {
      faults.push('hangs on a choice that is not offered');
    }
  }
  return faults;
}
