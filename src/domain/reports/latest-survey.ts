import { monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { SurveySeen } from './known-facts.ts';
import type { ReportSources } from './report.ts';

/** The last survey that was closed by the end of a month: its result stands in item ⑩ (AMB-42). */
export function latestSurvey(surveys: readonly SurveySeen[], to: YearMonth): SurveySeen | undefined {
  return surveys
    .filter(({ closedOn }) => closedOn !== undefined && monthContaining(closedOn) <= to)
    .toSorted((a, b) => ((a.closedOn ?? '') < (b.closedOn ?? '') ? -1 : 1))
    .at(-1);
}

/** The answers behind its result, in whatever month they were given. */
export function latestSurveySources(surveys: readonly SurveySeen[], to: YearMonth): ReportSources {
  const latest = latestSurvey(surveys, to);
  return latest ? { 'survey.latest.answers': latest.sources } : {};
}
