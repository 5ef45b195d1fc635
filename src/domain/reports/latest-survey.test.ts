import assert from 'node:assert/strict';
import { test } from 'node:test';
import { on } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { NewFact } from '../facts.ts';
import { knownFacts } from './known-facts.ts';
import { latestSurvey, latestSurveySources } from './latest-survey.ts';
import { sourcesBehind } from './sources-behind.ts';

const [NOVEMBER, DECEMBER] = ['2026-11' as YearMonth, '2026-12' as YearMonth];
const opened: NewFact = {
  type: 'survey.opened',
  survey: 'survey_a',
  form: 'survey/1',
  from: date('2026-11-01'),
  to: date('2026-11-30'),
  ref: 'ward-1',
};
const answered: NewFact = {
  type: 'survey.answered',
  survey: 'survey_a',
  answers: { S01: 'good' },
};

function surveys() {
  const known = knownFacts();
  known.add(11, on('2026-11-01', opened));
  known.add(12, on('2026-11-05', answered));
  known.add(15, on('2026-11-20', answered));
  known.add(16, on('2026-12-02', { type: 'survey.closed', survey: 'survey_a', answers: 2 }));
  return known.surveys();
}

test('the result of a survey stands in the reports of the months after it was closed [AMB-42, CHI-9.1-13]', () => {
  assert.equal(latestSurvey(surveys(), NOVEMBER), undefined);
  assert.equal(latestSurvey(surveys(), DECEMBER)?.survey, 'survey_a');
});

test('each number of that result leads to the answers, whatever month they were given in [AMB-42, CHI-15.4-1]', () => {
  const sources = latestSurveySources(surveys(), DECEMBER);
  for (const item of ['survey.latest.answers', 'items.survey.latest.table.S01.good']) {
    assert.deepEqual(
      sourcesBehind(sources, item).map(({ place }) => place),
      [12, 15],
    );
  }
  assert.deepEqual(latestSurveySources(surveys(), NOVEMBER), {});
});
