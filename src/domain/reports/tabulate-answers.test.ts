import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { tabulateAnswers } from './tabulate-answers.ts';

const { forms, reports } = chiyodaVisit.rules;

test('choices and whole numbers are counted by code, of dates and words only that they are there [CHI-9.1-8, design 5]', () => {
  const counts = tabulate('questionnaire', 'pre-visit-questionnaire/1', {
    Q01: '2026-08-20',
    Q05: 'yes',
    Q06: '3',
    Q07: 'partner parents',
    Q11: 'none',
    C01: 'given',
  });
  const of = (question: string) =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([key, number]) => {
        const prefix = `2026-05/questionnaire.pre-visit-questionnaire/1.questions.${question}.`;
        return key.startsWith(prefix) ? [[key.slice(prefix.length), number]] : [];
      }),
    );
  assert.deepEqual(of('Q01'), { answered: 1 });
  assert.deepEqual(of('Q05'), { yes: 1 });
  assert.deepEqual(of('Q06'), { '3': 1 });
  assert.equal(of('Q07')['partner'], 1);
});

test('nothing that somebody wrote becomes part of a count [CHI-9.1-9, design 1]', () => {
  const counts = tabulate('checklist', 'visit-checklist/1', {
    V02: '見本の言葉',
    V11: '見本の様子',
    V12: 'well watch',
  });
  assert.deepEqual(counts, {
    '2026-05/checklist.visit-checklist/1.questions.V11.answered': 1,
    '2026-05/conditions.questions.V11.answered': 1,
    '2026-05/checklist.visit-checklist/1.questions.V12.answered': 1,
    '2026-05/conditions.questions.V12.answered': 1,
  });
});

test('answers taken back leave no trace in the count; those of an erased woman are named as such [CHI-9.1-9, CHI-9.1-10]', () => {
  const into = new Map<string, number>();
  const wanted = wantedOf('leeway', 'leeway/1');
  tabulateAnswers(into, wanted, { L01: 'yes' }, forms.definitions, reports);
  tabulateAnswers(into, { ...wanted, by: -1 }, { L01: 'yes' }, forms.definitions, reports);
  assert.equal(into.size, 0);
  assert.deepEqual(tabulate('leeway', 'leeway/1', undefined), { '2026-05/leeway.leeway/1.erased': 1 });
  assert.deepEqual(tabulate('checklist', 'visit-checklist/1', undefined), {
    '2026-05/checklist.visit-checklist/1.erased': 1,
    '2026-05/conditions.erased': 1,
  });
});

type Item = 'questionnaire' | 'checklist' | 'leeway';

function wantedOf(item: Item, form: string) {
  const section = item === 'questionnaire' ? ('answers' as const) : ('visit' as const);
  return { item, form, case: 'case_a', section, name: 'x', month: '2026-05' as YearMonth, by: 1 } as const;
}

function tabulate(item: Item, form: string, fields: Readonly<Record<string, string>> | undefined) {
  const into = new Map<string, number>();
  tabulateAnswers(into, wantedOf(item, form), fields, forms.definitions, reports);
  return Object.fromEntries(into);
}
