import type { YearMonth } from '../basics/year-month.ts';
import { countFacts } from '../reports/count-facts.ts';
import type { Closing } from '../reports/month-state.ts';
import { isSupplement, wishOf } from '../reports/report-period.ts';
import type { Rules } from '../rules.ts';
import { TALK_ITEMS, type ReportedTalks } from './agree-with-report.ts';
import type { Placed } from './billable.ts';

/**
 * What the reports of some closings of one month say about talks, by the count of the reports themselves. `closings`
 * are all that were made, in their order. More than one edition is asked for where supplements were not billed before:
 * the first gives the numbers, the others their differences.
 */
export function reportedTalks(
  month: YearMonth,
  editions: readonly number[],
  closings: readonly Closing[],
  facts: readonly Placed[],
  rules: Rules,
): ReportedTalks {
  const items = TALK_ITEMS.map(({ item }) => item);
  const own = new Map<string, number>();
  const corrections: ReportedTalks['corrections'][number][] = [];
  const whole = editions.some((edition) => !isSupplement(month, edition, rules));
  for (const edition of editions) {
    for (const [of, item, by] of editionOf(month, edition, closings, facts, rules)) {
      if (!items.includes(item) || by === 0) continue;
      if (of === month && whole) own.set(item, (own.get(item) ?? 0) + by);
      else corrections.push({ month: of, item, by });
    }
  }
  return { month, own, corrections };
}

/** The numbers of one edition: its month's own, and what came late for months before. */
function* editionOf(
  month: YearMonth,
  edition: number,
  closings: readonly Closing[],
  facts: readonly Placed[],
  rules: Rules,
): Generator<readonly [YearMonth, string, number]> {
  const at = closings.findIndex((one) => one.month === month && one.edition === edition);
  const closing = closings[at];
  if (!closing) return;
  const corrected = new Set(facts.flatMap(({ fact }) => (fact.type === 'fact.corrected' ? [fact.of] : [])));
  const counting = countFacts({
    ...wishOf({ month, edition, earlier: closings.slice(0, at) }, rules),
    corrected,
  });
  for (const { place, fact } of facts) if (place <= closing.upTo) counting.add(place, fact);
  const { own, months } = counting.result();
  for (const [item, by] of own) yield [month, item, by];
  const late = [...months].filter(([of]) => of !== month || isSupplement(month, edition, rules));
  for (const [of, items] of late) for (const [item, standing] of items) yield [of, item, standing.late];
}
