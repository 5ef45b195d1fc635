import type { FormDefinition, Question } from '../forms/form.ts';
import { formName } from '../forms/form.ts';
import type { WantedAnswers } from './count-facts.ts';
import type { ReportRules } from './report-rules.ts';

/** Counts of answers by `month/path`, as `month.closed` keeps them: codes and numbers, nothing that anybody said. */
export type Tabulated = Map<string, number>;

/**
 * Adds one set of answers to the counts of items ④ to ⑦ (CHI-9.1-7 to 9.1-10), or takes it back. `fields` are the
 * values as the vault has them; absent when the woman was erased since: then only that is counted.
 */
export function tabulateAnswers(
  into: Tabulated,
  wanted: WantedAnswers,
  fields: Readonly<Record<string, string>> | undefined,
  forms: readonly FormDefinition[],
  rules: ReportRules,
): void {
  const { month, item, by } = wanted;
  const form = forms.find((one) => formName(one) === wanted.form);
  const add = (path: string) => addTo(into, `${month}/${path}`, by);
  const isCondition = form?.id === rules.conditions.form;
  if (!fields || !form) {
    add(`${item}.${wanted.form}.erased`);
    if (isCondition) add('conditions.erased');
    return;
  }
  for (const question of form.questions) {
    for (const choice of choicesOf(question, fields[question.code] ?? '')) {
      add(`${item}.${wanted.form}.questions.${question.code}.${choice}`);
      if (isCondition && rules.conditions.questions.includes(question.code)) {
        add(`conditions.questions.${question.code}.${choice}`);
      }
    }
  }
}

/** What of an answer is counted: choices and whole numbers by their code; of a date or of words, that there is one. */
function choicesOf(question: Question, value: string): readonly string[] {
  if (value === '') return [];
  switch (question.kind) {
    case 'single':
    case 'multi':
      return value.split(' ').filter((code) => question.choices?.some((choice) => choice.code === code));
    case 'int':
      return /^\d{1,4}$/.test(value) ? [value] : [ANSWERED];
    case 'date':
    case 'text':
      return [ANSWERED];
  }
}

export const ANSWERED = 'answered';

function addTo(into: Tabulated, key: string, by: number): void {
  const now = (into.get(key) ?? 0) + by;
  if (now === 0) into.delete(key);
  else into.set(key, now);
}
