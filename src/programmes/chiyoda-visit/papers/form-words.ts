import { formName, type FormDefinition, type Question } from '../../../domain/forms/form.ts';
import { formRules } from '../forms.ts';
import { reportRules } from '../report.ts';
import { surveyRules } from '../survey.ts';

const FORMS: readonly FormDefinition[] = [...formRules.definitions, ...surveyRules.definitions];

/** What a form, its questions and its choices are called on papers; a code without a word is printed as it is. */
export const formWords = {
  /** The last version of the form whose answers are item ④ (CHI-9.1-7). */
  conditions:
    FORMS.filter(({ id }) => id === reportRules.conditions.form)
      .map(formName)
      .at(-1) ?? '',
  definition: (form: string): FormDefinition | undefined => FORMS.find((one) => formName(one) === form),
  question: (form: string, code: string): Question | undefined =>
    formWords.definition(form)?.questions.find((one) => one.code === code),
  choice: (question: Question | undefined, code: string): string =>
    code === 'answered'
      ? '記入あり'
      : (question?.choices?.find((choice) => choice.code === code)?.label ?? code),
};
