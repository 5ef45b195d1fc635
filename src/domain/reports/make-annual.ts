import { sha256 } from '../basics/sha256.ts';
import { addMonths, monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { Rules } from '../rules.ts';
import type { Counted } from './count-facts.ts';
import { latestSurveySources } from './latest-survey.ts';
import { makeItems } from './make-items.ts';
import { reportText } from './make-report.ts';
import type { Closing } from './month-state.ts';
import { isSupplement } from './report-period.ts';
import type { AnnualReport, ReportSources, Source } from './report.ts';

export type MadeAnnual = {
  readonly report: AnnualReport;
  readonly json: string;
  readonly digest: string;
  readonly sources: ReportSources;
  /** Whether every month of the contract is closed. */
  readonly complete: boolean;
};

/**
 * The annual report (CHI-9.2-1): a straight count of everything that the closings reached, which is the sum of the
 * twelve months with all that corrected them. `counted` is a count without an own month and without closings before.
 */
export function makeAnnual(
  closings: readonly Closing[],
  counted: Counted,
  edition: number,
  programme: string,
  rules: Rules,
): MadeAnnual {
  const [first, last] = [monthContaining(rules.contract.from), monthContaining(rules.contract.to)];
  const withSupplement = closings.some((one) => isSupplement(one.month, one.edition, rules));
  const numbers = new Map<string, number>();
  const sources: Record<string, Source[]> = {};
  for (const [month, paths] of counted.months) {
    if (month > last && !withSupplement) continue;
    for (const [path, standing] of paths) {
      numbers.set(path, (numbers.get(path) ?? 0) + standing.late);
      sources[path] = [...(sources[path] ?? []), ...standing.sources];
    }
  }
  for (const { tabulated } of closings) {
    for (const [key, number] of Object.entries(tabulated)) {
      const path = key.slice(8);
      numbers.set(path, (numbers.get(path) ?? 0) + number);
    }
  }
  const report: AnnualReport = {
    year: rules.contract.year,
    edition,
    programme,
    months: closings.map(({ month, edition: of, digest }) => ({ month, edition: of, digest })),
    items: makeItems(numbers, counted.surveys, { from: first, to: last }, rules),
  };
  const json = reportText(report);
  const sorted = Object.keys(sources).toSorted();
  return {
    report,
    json,
    digest: sha256(json),
    sources: {
      ...Object.fromEntries(sorted.map((path) => [path, sources[path] ?? []])),
      ...latestSurveySources(counted.surveys, last),
    },
    complete: allMonths(first, last).every((month) => closings.some((one) => one.month === month)),
  };
}

function allMonths(first: YearMonth, last: YearMonth): readonly YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
