import {
  addDays,
  civilDateFrom,
  date,
  dayOf,
  monthOf,
  yearOf,
  type CivilDate,
} from '../basics/civil-date.ts';
import type { ListId } from '../basics/ids.ts';
import { fiscalYearDays, fiscalYearOf } from '../calendar/fiscal-year.ts';
import type { Rules } from '../rules.ts';
import type { RetentionClass, RetentionRule } from './retention-rules.ts';

/** When something kept may go. */
export type RetentionEnd = {
  /** `person-data`, or `list-keys/list_…` for one list. */
  readonly key: string;
  readonly class: RetentionClass;
  /** The first day on which it is no longer kept. */
  readonly freeFrom: CivilDate;
  readonly by: RetentionRule['by'];
  readonly least: boolean;
};

/**
 * Every end of keeping that has a date: of the classes that end with the contract, and of each settled list. What counts
 * from its own entry (the access log) is shown with the end of the last day of the contract.
 */
export function retentionEnds(
  rules: Pick<Rules, 'contract' | 'retention'>,
  settled: readonly { readonly list: ListId; readonly on: CivilDate }[] = [],
): readonly RetentionEnd[] {
  return rules.retention.classes.flatMap((rule): readonly RetentionEnd[] => {
    const { class: name, by, least } = rule;
    const end = (key: string, start: CivilDate) => ({
      key,
      class: name,
      freeFrom: freeFrom(rule, start),
      by,
      least,
    });
    switch (rule.from) {
      case 'contract-end':
      case 'completion-year-end':
      case 'entry':
        return [end(name, rules.contract.to)];
      case 'list-settled':
        return settled.map(({ list, on }) => end(`${name}/${list}`, on));
      case 'batch-closed':
      case 'generation':
        return [];
    }
  });
}

/**
 * The first day on which something is no longer kept. Whole years end on the day that answers to the start, which is
 * still kept (民法140条・143条): three years from 1 May 2026 are over on 2 May 2029.
 */
export function freeFrom(rule: RetentionRule, start: CivilDate): CivilDate {
  const from = rule.from === 'completion-year-end' ? fiscalYearDays(fiscalYearOf(start)).to : start;
  if ('days' in rule.keep) return addDays(from, rule.keep.days);
  const year = yearOf(from) + rule.keep.years;
  const answering = civilDateFrom(year, monthOf(from), dayOf(from));
  return addDays(answering.ok ? answering.value : date(`${year}-02-28`), 1);
}
