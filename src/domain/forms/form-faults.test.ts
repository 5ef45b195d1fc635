import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formRules } from '../../programmes/chiyoda-visit/forms.ts';
import { surveyRules } from '../../programmes/chiyoda-visit/survey.ts';
import { formFaults } from './form-faults.ts';
import { usableForm, type FormDefinition, type Question } from './form.ts';

const withQuestions = (...questions: readonly Question[]): FormDefinition => ({
  id: 'f',
  version: '1',
  title: 'f',
  status: 'draft',
  questions,
});
const choices = [{ code: 'yes', label: 'y' }];

test('the forms of the programme have no fault, and the questionnaire in force is approved [CHI-8.16-4]', () => {
  for (const form of [...formRules.definitions, ...surveyRules.definitions])
    assert.deepEqual(formFaults(form), []);
  assert.ok(usableForm(formRules.definitions, formRules.questionnaire));
});

test('a question for her alone may neither be compulsory nor be a condition of others', () => {
  const form = withQuestions(
    { code: 'A', label: 'A', kind: 'single', required: true, alone: true, choices },
    { code: 'B', label: 'B', kind: 'text', required: false, shownIf: { question: 'A', is: ['yes'] } },
  );
  assert.deepEqual(formFaults(form), [
    'f/1 A: asked alone and compulsory',
    'f/1 B: hangs on a question asked alone',
  ]);
});

test('codes, choices and conditions must fit', () => {
  const form = withQuestions(
    { code: 'A', label: 'A', kind: 'single', required: true, choices: [...choices, ...choices] },
    { code: 'A', label: 'A', kind: 'text', required: false, choices },
    { code: 'B', label: 'B', kind: 'multi', required: false },
    { code: 'C', label: 'C', kind: 'text', required: false, range: { least: 0, most: 1 } },
    { code: 'D', label: 'D', kind: 'text', required: false, shownIf: { question: 'E', is: ['yes'] } },
    { code: 'E', label: 'E', kind: 'text', required: false, shownIf: { question: 'A', is: ['no'] } },
  );
  assert.deepEqual(formFaults(form), [
    'f/1 A: a choice is there twice',
    'f/1 A: the code is used twice',
    'f/1 A: choices and kind do not fit',
    'f/1 B: choices and kind do not fit',
    'f/1 C: a range without number or date',
    'f/1 D: hangs on a question that does not come before',
    'f/1 D: hangs on a choice that is not offered',
    'f/1 E: hangs on a choice that is not offered',
  ]);
});
