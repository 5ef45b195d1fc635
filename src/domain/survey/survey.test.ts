import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { surveyRules } from '../../programmes/chiyoda-visit/survey.ts';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import { answerSurvey } from './answer-survey.ts';
import { openSurvey } from './open-survey.ts';
import { sendSurvey } from './send-survey.ts';
import { evolveSurvey, noSurvey } from './survey.ts';
import { surveyDuty } from './survey-duty.ts';
import { countAnswers, tabulate } from './tabulate.ts';

const SURVEY = 'survey-2026';
const open = {
  survey: SURVEY,
  form: 'satisfaction-survey/1',
  from: date('2026-11-01'),
  to: date('2026-11-30'),
  ref: 'W-12',
};
const begun = factsOf(openSurvey({ survey: noSurvey }, open, today('2026-10-20')))
  .map((fact) => on('2026-10-20', fact))
  .reduce(evolveSurvey, noSurvey);
const good = { S01: 'very', S02: 'yes', S03: ['listened'], S04: 'much' };

test('a survey is opened with an approved version only [CHI-8.17-2]', () => {
  const asked = (form: string, changes: object = {}) =>
    refusalOf(openSurvey({ survey: noSurvey }, { ...open, form, ...changes }, today('2026-10-20')));
  assert.equal(asked('satisfaction-survey/1'), 'decided');
  assert.equal(asked('satisfaction-survey/2'), 'survey-not-approved');
  assert.equal(asked('satisfaction-survey/1', { to: date('2026-10-01') }), 'survey-days-wrong');
  const context = today('2026-10-20');
  const [form] = context.rules.survey.definitions;
  assert.ok(form);
  const words = {
    ...form,
    questions: [{ code: 'S09', label: '自由', kind: 'text', required: false } as const],
  };
  const rules = { ...context.rules, survey: { ...context.rules.survey, definitions: [words] } };
  assert.equal(refusalOf(openSurvey({ survey: noSurvey }, open, { ...context, rules })), 'survey-with-words');
});

test('an answer names nobody and is taken once for each token, within its days [CHI-8.17-1] [THREAT-27]', () => {
  const answer = (day: string, answers: object = good) =>
    answerSurvey(
      { survey: begun },
      { survey: SURVEY, token: 't1', answers: answers as typeof good },
      today(day),
    );
  const outcome = answer('2026-11-01');
  assert.deepEqual(factsOf(outcome), [{ type: 'survey.answered', survey: SURVEY, answers: good }]);
  assert.deepEqual('refused' in outcome ? [] : outcome.claim, [
    { kind: 'survey-answer', key: `${SURVEY}/t1` },
  ]);
  assert.equal(refusalOf(answer('2026-10-31')), 'survey-not-open');
  assert.equal(refusalOf(answer('2026-11-30')), 'decided');
  assert.equal(refusalOf(answer('2026-12-01')), 'survey-not-open');
  assert.equal(refusalOf(answer('2026-11-02', { ...good, S01: 'fine' })), 'survey-incomplete');
});

test('a woman who was visited is asked once; after a loss nobody is asked [CHI-8.17-1, CHI-8.14-5]', () => {
  const visited: readonly RecordedFact[] = [
    opened(),
    on('2026-05-10', {
      type: 'case.contact-changed',
      case: CASE,
      what: 'email',
      source: 'web',
      on: date('2026-05-10'),
    }),
    completedVisit('2026-06-10'),
  ];
  const send = (facts: readonly RecordedFact[], time = '10:00') =>
    refusalOf(
      sendSurvey(
        { survey: begun, ...given(...facts) },
        { survey: SURVEY, case: CASE, message: 'message_1' },
        today('2026-11-02', { time }),
      ),
    );
  assert.equal(send(visited), 'decided');
  assert.equal(send(visited, '21:00'), 'quiet-hours');
  assert.equal(send(visited.slice(0, 2)), 'survey-not-for-her');
  const sent = on('2026-11-02', { type: 'survey.sent', case: CASE, survey: SURVEY, message: 'message_1' });
  assert.equal(send([...visited, sent]), 'survey-sent-already');
  const loss = on('2026-07-01', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-07-01'),
    source: 'phone',
  });
  assert.equal(send([...visited, loss]), 'survey-not-for-her');
});

test('no survey by 31 January is late, one in the fiscal year is enough [CHI-8.17-1]', () => {
  const duty = (openedOn: readonly string[], day: string) =>
    surveyDuty(openedOn.map(date), date(day), surveyRules);
  assert.deepEqual(duty([], '2027-01-31'), { due: '2027-01-31', state: 'open' });
  assert.deepEqual(duty([], '2027-02-01'), { due: '2027-01-31', state: 'late' });
  assert.equal(duty(['2026-11-01'], '2027-02-01').state, 'held');
  assert.equal(duty(['2026-03-31'], '2027-02-01').state, 'late');
  assert.equal(duty(['2027-02-10'], '2027-04-01').state, 'open');
});

test('few answers show nothing, a small cell is hidden with another one [CHI-8.17-1]', () => {
  const table = (cells: Readonly<Record<string, number>>, answers: number) =>
    tabulate({ Q: cells }, answers, 5).table['Q'];
  assert.deepEqual(table({ a: 4, b: 0 }, 4), { a: null, b: null });
  assert.deepEqual(table({ a: 20, b: 10, c: 0 }, 30), { a: 20, b: 10, c: 0 });
  assert.deepEqual(table({ a: 20, b: 7, c: 3 }, 30), { a: 20, b: null, c: null });
  assert.deepEqual(table({ a: 20, b: 2, c: 3 }, 25), { a: 20, b: null, c: null });
  assert.deepEqual(table({ a: 30, b: 1 }, 31), { a: null, b: null });
});

test('counts add up, and no shown table gives a single hidden cell away [CHI-8.17-1]', () => {
  const [form] = surveyRules.definitions;
  assert.ok(form);
  const one = fc.constantFrom('very', 'good', 'neither', 'poor', 'bad');
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (given) => {
      const answers = given.map((S01) => ({ S01 }));
      const counts = countAnswers(form, answers);
      assert.equal(
        Object.values(counts['S01'] ?? {}).reduce((sum, count) => sum + count, 0),
        given.length,
      );
      const cells = Object.values(tabulate(counts, given.length, 5).table['S01'] ?? {});
      assert.ok(cells.every((cell) => cell === null || cell === 0 || cell >= 5));
      const hidden = cells.filter((cell) => cell === null).length;
      assert.ok(hidden !== 1 || cells.every((cell) => cell === null || cell === 0));
    }),
  );
});
